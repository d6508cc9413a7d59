//! What a browser is asked to keep, and that the privacy page says the same of it.

use reqwest::header::{COOKIE, SET_COOKIE};
use reqwest::redirect::Policy;

use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, walk};

/// The cookies that an answer to this form brings: name, and how many days each is kept where it says so.
async fn brought(
    shop: &Shop,
    visitor: &Visitor,
    (action, fields): (String, Vec<(String, String)>),
) -> Vec<(String, Option<i64>)> {
    let cookies: Vec<String> =
        visitor.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let client = reqwest::Client::builder().redirect(Policy::none()).build().expect("a client");
    let send = client.post(format!("{}{action}", shop.url)).header(COOKIE, cookies.join("; "));
    let answer = send.header("origin", &shop.url).form(&fields).send().await.expect("an answer");
    assert_eq!(answer.status(), 303);
    let told = answer.headers().get_all(SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok());
    let days = |cookie: &str| {
        let age = cookie.split("; ").find_map(|part| part.strip_prefix("Max-Age="))?;
        Some(age.parse::<i64>().expect("seconds") / 86_400)
    };
    told.map(|cookie| (cookie.split('=').next().expect("a name").to_owned(), days(cookie))).collect()
}

#[actix_web::test]
async fn the_privacy_page_names_every_cookie_and_says_how_long_it_is_kept() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    for (lang, lives) in [
        ("de", ["1 Tag", "365 Tage", "180 Tage"]),
        ("fr", ["1 jour", "365 jours", "180 jours"]),
        ("it", ["1 giorno", "365 giorni", "180 giorni"]),
        ("en", ["1 day", "365 days", "180 days"]),
    ] {
        visitor.get(&format!("/{lang}/about")).await;
        assert_eq!(visitor.texts(".facts dt code"), ["sid", "last-point", "orders"], "{lang}");
        assert_eq!(visitor.texts(".facts dd strong"), lives, "{lang}");
    }
    assert!(visitor.cookies.is_empty(), "reading about them makes none");
    // Browsers are told the same; the session goes with the browser at the latest.
    walk(&mut visitor, "en", "pickpost", Until::Point).await;
    visitor.get("/en/checkout/point?q=Bern").await;
    assert!(visitor.body.contains("with a cookie, for 365 days"), "{}", visitor.body);
    let form = visitor.filled("choice", &[("remember", "1")]);
    let token = visitor.attribute(".points button[name=choice]", "value").expect("a point");
    let fields =
        form.1.into_iter().filter(|(name, _)| name != "choice").chain([("choice".to_owned(), token)]);
    let told = brought(&shop, &visitor, (form.0, fields.collect())).await;
    assert!(told.contains(&("last-point".into(), Some(365))), "{told:?}");
    assert!(told.iter().all(|(name, days)| name != "sid" || days.is_none()), "{told:?}");
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "home", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    assert!(visitor.body.contains("With a cookie, for 180 days."), "{}", visitor.body);
    let token = visitor.path().rsplit('/').next().expect("a token").to_owned();
    let form = visitor.filled("remember", &[("remember", &token)]);
    assert!(brought(&shop, &visitor, form).await.contains(&("orders".into(), Some(180))));
}
