//! Two windows, the back button, another language, a session that has ended: nothing wins unseen, and nothing is typed twice.

use chrono::{DateTime, Utc};
use pickpost_shop::clock::Clock;

use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{HANS, Until, choice, number, put, walk};

/// A form as another window has it open.
struct Window(String, Vec<(String, String)>);

impl Window {
    fn of(visitor: &Visitor, marker: &str, typed: &[(&str, &str)]) -> Self {
        let (action, fields) = visitor.filled(marker, typed);
        Self(action, fields)
    }

    async fn send(&self, visitor: &mut Visitor) {
        let fields: Vec<(&str, &str)> = self.1.iter().map(|(name, value)| (&**name, &**value)).collect();
        visitor.post(&self.0, &fields).await;
    }
}

fn meanwhile(visitor: &Visitor) -> Vec<(String, String)> {
    let whats = visitor.texts("#problems .changes tbody th");
    whats.into_iter().zip(visitor.texts("#problems .changes td:nth-child(3)")).collect()
}

/// What stood on the page of the old window, of each of them.
fn before(visitor: &Visitor) -> Vec<String> {
    visitor.texts("#problems .changes td:nth-child(2)")
}

#[actix_web::test]
async fn every_form_of_the_checkout_carries_a_version() {
    let shop = Shop::open().await;
    for (until, marker) in [
        (Until::Address, "email"),
        (Until::Delivery, "delivery"),
        (Until::Collector, "notify"),
        (Until::Payment, "payment"),
    ] {
        let mut visitor = shop.visitor();
        walk(&mut visitor, "de", "pickpost", until).await;
        let (_, fields) = visitor.filled(marker, &[]);
        let version = fields.iter().find(|(name, _)| name == "version").map(|(_, value)| value.clone());
        assert!(version.is_some_and(|version| version.len() > 20), "{marker}");
    }
}

#[actix_web::test]
async fn an_old_window_of_another_step_does_not_win_unseen() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Review).await;
    visitor.get("/en/checkout/delivery").await;
    let old = Window::of(&visitor, "delivery", &[("delivery", "home")]);
    visitor.get("/en/checkout/payment").await;
    let card = [("payment", "card"), ("card_number", "4242424242424242")];
    visitor.submit("payment", &card).await;
    old.send(&mut visitor).await;
    assert_eq!(visitor.status, 422);
    assert_eq!(meanwhile(&visitor), [("Payment".to_owned(), "Demo card ending in 4242".to_owned())]);
    assert_eq!(before(&visitor), ["Invoice with QR-bill, 30 days"], "and what stood there");
    assert!(
        visitor.attribute("input[value=home][checked]", "value").is_some(),
        "what was chosen stands there"
    );
    // The old window once more: still nothing.
    old.send(&mut visitor).await;
    assert_eq!((visitor.status, meanwhile(&visitor).len()), (422, 1));
    visitor.submit("delivery", &[]).await;
    assert_eq!(visitor.path(), "/en/checkout/review", "one click agrees: {}", visitor.body);
}

#[actix_web::test]
async fn an_old_window_of_the_same_step_keeps_what_was_typed_and_shows_what_stands() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Payment).await;
    visitor.get("/en/checkout/address").await;
    let old = Window::of(&visitor, "email", &[("last_name", "Huber")]);
    visitor.submit("email", &[("house_number", "7")]).await;
    old.send(&mut visitor).await;
    let [(what, now)] = &meanwhile(&visitor)[..] else { panic!("{}", visitor.body) };
    assert_eq!(what, "Billing address");
    assert!(now.contains("Bellerivestrasse 7"), "{now}");
    assert!(before(&visitor)[0].contains("Bellerivestrasse 5"), "{:?}", before(&visitor));
    assert_eq!(visitor.attribute("#last_name", "value").as_deref(), Some("Huber"));
    // Who collects, in a window from before another point was chosen.
    visitor.get("/en/checkout/collector").await;
    let old = Window::of(&visitor, "notify", &[("first_name", "Zoë")]);
    visitor.get("/en/checkout/point?q=Bern").await;
    let token = choice(&visitor);
    visitor.submit("choice", &[("choice", &token)]).await;
    let before = shop.user_calls().await;
    old.send(&mut visitor).await;
    assert_eq!(meanwhile(&visitor).first().map(|(what, _)| &**what), Some("Pick-up point"));
    assert_eq!(visitor.attribute("#first_name", "value").as_deref(), Some("Zoë"));
    assert_eq!(shop.user_calls().await, before, "Post is not asked about what nobody has seen");
}

#[actix_web::test]
async fn an_old_list_of_points_says_what_has_changed() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Point).await;
    let token = choice(&visitor);
    let old = Window::of(&visitor, "choice", &[("choice", &token)]);
    visitor.get("/en/checkout/delivery").await;
    visitor.submit("delivery", &[("delivery", "my_post_24")]).await;
    old.send(&mut visitor).await;
    assert_eq!((visitor.status, visitor.path()), (422, "/en/checkout/point"), "{}", visitor.body);
    assert_eq!(meanwhile(&visitor), [("Delivery".to_owned(), "My Post 24".to_owned())]);
    assert_eq!(before(&visitor), ["PickPost"]);
    let token = choice(&visitor);
    visitor.submit("choice", &[("choice", &token)]).await;
    assert_eq!(visitor.path(), "/en/checkout/collector", "{}", visitor.body);
}

#[actix_web::test]
async fn an_old_window_of_the_basket_shows_what_has_changed_and_keeps_what_was_typed() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "mountain-cheese", "1").await;
    put(&mut visitor, "en", "wool-socks", "1").await;
    let (cheese, socks) = ("quantity_1", socks(&visitor));
    let field = |visitor: &Visitor, name: &str| visitor.attribute(&format!("#{name}"), "value");
    let old = Window::of(&visitor, cheese, &[(&socks, "4")]);
    let untouched = Window::of(&visitor, cheese, &[]);
    visitor.submit(cheese, &[(cheese, "3"), (&socks, "2")]).await;
    // Nothing was typed in this window: what counts stays.
    untouched.send(&mut visitor).await;
    assert_eq!((visitor.status, field(&visitor, cheese).as_deref()), (200, Some("3")));
    old.send(&mut visitor).await;
    assert_eq!((visitor.status, visitor.path()), (422, "/en/basket"), "{}", visitor.body);
    let told =
        meanwhile(&visitor).into_iter().zip(before(&visitor)).map(|((what, now), was)| (what, was, now));
    let told: Vec<_> = told.collect();
    let expected = [
        ("Quantity: Mountain cheese, aged 12 months", "1", "3"),
        ("Quantity: Wool socks, two pairs", "1", "2"),
    ];
    assert_eq!(told, expected.map(|(what, was, now)| (what.to_owned(), was.to_owned(), now.to_owned())));
    let stands = (field(&visitor, cheese), field(&visitor, &socks));
    assert_eq!(stands, (Some("3".to_owned()), Some("4".to_owned())), "what counts, and what was typed");
    visitor.submit(cheese, &[]).await;
    assert_eq!((visitor.status, field(&visitor, &socks).as_deref()), (200, Some("4")), "one click takes it");
    // The same window twice is one; so is one article taken out twice.
    let window = Window::of(&visitor, cheese, &[(cheese, "2")]);
    window.send(&mut visitor).await;
    window.send(&mut visitor).await;
    assert_eq!(visitor.status, 200);
    let (old, out) =
        (Window::of(&visitor, cheese, &[(cheese, "5")]), Window::of(&visitor, cheese, &[("remove", "1")]));
    out.send(&mut visitor).await;
    out.send(&mut visitor).await;
    assert_eq!((visitor.status, field(&visitor, cheese)), (200, None));
    old.send(&mut visitor).await;
    assert_eq!(
        meanwhile(&visitor),
        [("Quantity: Mountain cheese, aged 12 months".to_owned(), "no longer included".to_owned())]
    );
}

/// The name of the second quantity of a basket.
fn socks(visitor: &Visitor) -> String {
    visitor.attribute(".basket-lines li:nth-child(2) input", "name").expect("a second article")
}

#[actix_web::test]
async fn an_old_window_with_a_suggestion_is_told_where_the_address_is_another_by_now() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "mountain-cheese", "1").await;
    visitor.get("/en/checkout/address").await;
    visitor.submit("email", &HANS).await;
    visitor.get("/en/checkout/address").await;
    visitor.submit("email", &[("street", "Seestrasse+fixed")]).await;
    let old = Window::of(&visitor, "written", &[("answer", "take")]);
    visitor.get("/en/checkout/address").await;
    visitor.submit("email", &[("street", "Rue du Lac")]).await;
    old.send(&mut visitor).await;
    assert!(visitor.body.contains("This order has moved on"), "{}", visitor.body);
    visitor.get("/en/checkout/address").await;
    assert_eq!(visitor.attribute("#street", "value").as_deref(), Some("Rue du Lac"));
    // Answered twice the same is one.
    visitor.submit("email", &[("street", "Seestrasse+fixed")]).await;
    let window = Window::of(&visitor, "written", &[("answer", "take")]);
    window.send(&mut visitor).await;
    window.send(&mut visitor).await;
    assert!(!visitor.body.contains("This order has moved on"), "{}", visitor.body);
}

#[actix_web::test]
async fn the_same_form_twice_is_one_and_goes_on() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "home", Until::Payment).await;
    for (step, marker) in [("address", "email"), ("delivery", "delivery")] {
        visitor.get(&format!("/en/checkout/{step}")).await;
        let window = Window::of(&visitor, marker, &[]);
        window.send(&mut visitor).await;
        window.send(&mut visitor).await;
        assert_eq!(visitor.path(), "/en/checkout/payment", "{}", visitor.body);
    }
}

#[actix_web::test]
async fn a_window_whose_step_is_no_longer_there_is_told_so() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Review).await;
    visitor.get("/en/checkout/collector").await;
    let old = Window::of(&visitor, "notify", &[]);
    visitor.get("/en/checkout/delivery").await;
    visitor.submit("delivery", &[("delivery", "home")]).await;
    old.send(&mut visitor).await;
    assert!(visitor.body.contains("This order has moved on"), "{}", visitor.body);
    assert_eq!(visitor.path(), "/en/checkout/review");
}

#[actix_web::test]
async fn a_switch_of_language_keeps_what_was_typed() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "de", "mountain-cheese", "1").await;
    visitor.get("/de/checkout/address").await;
    let Window(_, fields) =
        Window::of(&visitor, "email", &[("first_name", "Zoë"), ("email", "no address yet")]);
    Window("/fr/checkout/address".into(), [fields, vec![("language".into(), "fr".into())]].concat())
        .send(&mut visitor)
        .await;
    assert_eq!((visitor.status, visitor.attribute("html", "lang").as_deref()), (200, Some("fr-CH")));
    assert_eq!(visitor.attribute("#first_name", "value").as_deref(), Some("Zoë"));
    assert_eq!(visitor.attribute("#email", "value").as_deref(), Some("no address yet"));
    assert!(visitor.texts("#problems").is_empty(), "nobody has sent it yet");
    assert!(visitor.body.contains("name=\"language\" value=\"it\""), "without scripts there are buttons");
    visitor.submit("email", &HANS).await;
    assert_eq!(visitor.path(), "/fr/checkout/delivery");
    let (_, fields) = visitor.filled("delivery", &[("delivery", "other"), ("street", "Rue du Lac")]);
    Window("/it/checkout/delivery".into(), [fields, vec![("language".into(), "it".into())]].concat())
        .send(&mut visitor)
        .await;
    assert_eq!(visitor.attribute("#street", "value").as_deref(), Some("Rue du Lac"));
    assert!(visitor.attribute("input[value=other][checked]", "value").is_some());
}

#[actix_web::test]
async fn a_form_of_an_earlier_session_comes_back_with_what_was_typed_and_a_token_that_counts() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "mountain-cheese", "1").await;
    visitor.get("/en/checkout/address").await;
    let old = Window::of(&visitor, "email", &HANS);
    // The cookies were cleared, and a new basket was begun.
    visitor.cookies.clear();
    put(&mut visitor, "en", "wool-socks", "1").await;
    old.send(&mut visitor).await;
    assert_eq!(visitor.status, 403);
    assert_eq!(visitor.attribute("#last_name", "value").as_deref(), Some("Muster"));
    visitor.submit("email", &[]).await;
    // The version is of the other basket: what stands now is shown once, then one click takes it.
    if visitor.status == 422 {
        visitor.submit("email", &[]).await;
    }
    assert_eq!(visitor.path(), "/en/checkout/delivery", "{}", visitor.body);
}

#[actix_web::test]
async fn a_session_that_has_ended_says_so_and_leads_on() {
    let clock = Clock::fixed("2026-11-24T09:00:00Z".parse::<DateTime<Utc>>().expect("a moment"));
    let shop = Shop::open_at(clock.clone(), &[]).await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "mountain-cheese", "1").await;
    visitor.get("/en/checkout/address").await;
    let old = Window::of(&visitor, "email", &HANS);
    clock.advance(25 * 3600);
    old.send(&mut visitor).await;
    assert_eq!(visitor.status, 403);
    assert!(visitor.body.contains("Your session has ended"), "{}", visitor.body);
    let anew = visitor.attribute(".actions a", "href").expect("a way on");
    assert_eq!(anew, "/en/checkout/address");
    visitor.get(&anew).await;
    assert_eq!(visitor.path(), "/en/basket");
    assert!(visitor.body.contains("Your basket is no longer here"), "{}", visitor.body);
    // Whoever comes for the first time has lost nothing.
    let mut other = shop.visitor();
    other.get("/en/basket").await;
    assert!(!other.body.contains("no longer here"));
}

#[actix_web::test]
async fn a_session_lives_for_a_day_after_the_last_change_of_anything() {
    let clock = Clock::fixed("2026-11-24T09:00:00Z".parse::<DateTime<Utc>>().expect("a moment"));
    let shop = Shop::open_at(clock.clone(), &[]).await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "mountain-cheese", "1").await;
    visitor.get("/en/checkout/address").await;
    visitor.submit("email", &HANS).await;
    for (marker, fields) in [("delivery", [("delivery", "home")]), ("payment", [("payment", "invoice")])] {
        clock.advance(20 * 3600);
        visitor.pause();
        visitor.get(&format!("/en/checkout/{marker}")).await;
        visitor.submit(marker, &fields).await;
        assert_eq!(visitor.status, 200, "{}", visitor.body);
    }
    let before = clock.now() - chrono::TimeDelta::hours(24);
    let swept = pickpost_shop::basket::store::sweep(&shop.app_pool().await, before).await.expect("swept");
    assert_eq!(swept, 0, "nor is the basket swept away under it");
    assert_eq!(visitor.path(), "/en/checkout/review", "{}", visitor.body);
}

#[actix_web::test]
async fn back_after_ordering_shows_the_order() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let placed = number(&visitor);
    for step in ["", "/review", "/payment", "/collector", "/address"] {
        visitor.get(&format!("/en/checkout{step}")).await;
        assert_eq!(number(&visitor), placed, "{step}");
    }
}

#[actix_web::test]
async fn a_script_is_told_where_to_go_instead_of_being_sent_there() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "mountain-cheese", "1").await;
    visitor.get("/en/checkout/address").await;
    let (action, fields) = visitor.filled("email", &HANS);
    let body = serde_html_form::to_string(&fields).expect("a form");
    let headers = [("content-type", "application/x-www-form-urlencoded"), ("x-in-place", "1")];
    visitor.raw(&action, &headers, body.into_bytes()).await;
    assert_eq!(visitor.status, 204);
    let next = visitor.headers.get("x-location").and_then(|next| next.to_str().ok());
    assert_eq!(next, Some("/en/checkout/delivery"));
}
