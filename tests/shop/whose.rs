//! Whose order is it: a link that shows everything for thirty days, asks afterwards, and a browser that finds its orders again.

use chrono::{TimeZone, Utc};
use pickpost_shop::clock::Clock;

use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, number, put, walk, walk_as};

const DAY: i64 = 24 * 60 * 60;

fn noon() -> Clock {
    Clock::fixed(Utc.with_ymd_and_hms(2026, 11, 24, 11, 0, 0).single().expect("a moment"))
}

/// An order of this visitor: its path without the language, and its number.
async fn order(visitor: &mut Visitor, delivery: &str, email: &str) -> (String, String) {
    walk_as(visitor, "en", delivery, Until::Review, email).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let number = number(visitor);
    (visitor.path().strip_prefix("/en").expect("in English").to_owned(), number)
}

/// What of an order to a point says something about a person.
async fn personal(shop: &Shop, number: &str) -> Vec<String> {
    let order = shop.json(number).await;
    let text = |value: &serde_json::Value| value.as_str().expect("a text").to_owned();
    let code = text(&order["ident_code"]);
    vec![
        "Hans".into(),
        "Muster".into(),
        "Bellerivestrasse".into(),
        "8008".into(),
        text(&order["email"]),
        text(&order["user_id"]),
        text(&order["point"]["name"]),
        text(&order["point"]["street"]),
        code[code.len() - 8..].to_owned(),
        text(&order["lines"][0]["name"]),
        "35.50".into(),
    ]
}

#[actix_web::test]
async fn a_link_shows_everything_for_thirty_days_and_then_asks_for_postcode_or_e_mail() {
    let clock = noon();
    let shop = Shop::open_at(clock.clone(), &[]).await;
    let (path, number) = order(&mut shop.visitor(), "pickpost", "hans.muster@example.ch").await;
    let personal = personal(&shop, &number).await;
    let mut stranger = shop.visitor();
    clock.advance(30 * DAY - 60);
    stranger.get(&format!("/en{path}")).await;
    assert!(personal.iter().filter(|word| word.len() > 8).all(|word| stranger.body.contains(word)));
    assert!(stranger.cookies.is_empty(), "who only looks has no session");
    clock.advance(60);
    for lang in ["de", "fr", "it", "en"] {
        for below in ["", "/bill.pdf", "/cancel", "/data", "/data.json"] {
            stranger.get(&format!("/{lang}{path}{below}")).await;
            assert_eq!((stranger.status, stranger.path()), (200, &*format!("/{lang}{path}")), "{below}");
            assert!(stranger.body.contains(&number) && stranger.body.contains("name=\"proof\""));
            for word in &personal {
                assert!(!stranger.body.contains(word), "{lang}{below} tells {word}: {}", stranger.body);
            }
        }
    }
    let mut said = Vec::new();
    for wrong in ["3000", "hans.muster@example.com", &number, "80", "' or 1=1", "8008 8008", "Muster"] {
        stranger.submit("proof", &[("proof", wrong)]).await;
        assert_eq!((stranger.status, stranger.path()), (422, &*format!("/en{path}")), "{wrong}");
        assert_eq!(stranger.attribute("#proof", "value").as_deref(), Some(wrong), "what was typed is kept");
        said.push(stranger.texts(".problem").concat());
        assert!(stranger.cookies.is_empty());
    }
    said.dedup();
    assert_eq!(said, ["That does not match this order"], "all wrong answers look alike");
    stranger.submit("proof", &[("proof", "  ")]).await;
    assert_eq!(stranger.status, 422);
    stranger.submit("proof", &[("proof", " CH-8008")]).await;
    assert!(stranger.body.contains("Bellerivestrasse 5"), "{}", stranger.body);
    stranger.get(&format!("/fr{path}/bill.pdf")).await;
    assert_eq!(stranger.headers["content-type"], "application/pdf");
    let mut by_email = shop.visitor();
    by_email.get(&format!("/de{path}")).await;
    by_email.submit("proof", &[("proof", "Hans.Muster@Example.CH")]).await;
    assert!(by_email.body.contains("Bellerivestrasse 5"));
}

#[actix_web::test]
async fn an_answer_counts_for_this_order_and_this_session_only() {
    let clock = noon();
    let shop = Shop::open_at(clock.clone(), &[]).await;
    let (one, _) = order(&mut shop.visitor(), "home", "hans.muster@example.ch").await;
    let (two, _) = order(&mut shop.visitor(), "home", "hans.muster@example.ch").await;
    clock.advance(40 * DAY);
    let mut visitor = shop.visitor();
    visitor.get(&format!("/en{one}")).await;
    visitor.submit("proof", &[("proof", "8008")]).await;
    assert!(!visitor.body.contains("name=\"proof\""));
    visitor.get(&format!("/en{two}")).await;
    assert!(visitor.body.contains("name=\"proof\""), "another order of the same person asks by itself");
    clock.advance(23 * 60 * 60);
    visitor.get(&format!("/en{one}")).await;
    assert!(!visitor.body.contains("name=\"proof\""));
    let mut other = shop.visitor();
    other.get(&format!("/en{one}")).await;
    assert!(other.body.contains("name=\"proof\""), "another browser is asked");
    clock.advance(60 * 60);
    visitor.get(&format!("/en{one}")).await;
    assert!(visitor.body.contains("name=\"proof\""), "a session ends a day after its last change");
}

#[actix_web::test]
async fn the_browser_that_has_ordered_is_not_asked_while_its_session_lives() {
    let clock = noon();
    let shop = Shop::open_at(clock.clone(), &[]).await;
    let mut visitor = shop.visitor();
    let (path, _) = order(&mut visitor, "home", "hans.muster@example.ch").await;
    for _ in 0..32 {
        clock.advance(23 * 60 * 60);
        visitor.pause();
        put(&mut visitor, "en", "milk-chocolate", "1").await;
    }
    visitor.get(&format!("/en{path}")).await;
    assert!(visitor.body.contains("Bellerivestrasse 5"), "after more than thirty days: {}", visitor.body);
    let mut stranger = shop.visitor();
    stranger.get(&format!("/en{path}")).await;
    assert!(stranger.body.contains("name=\"proof\""));
}

#[actix_web::test]
async fn guesses_are_counted_by_order_and_by_address_and_a_right_answer_costs_nothing() {
    let clock = noon();
    let settings = [("SHOP_LIMITS", "on"), ("SHOP_TRUSTED_PROXIES", "127.0.0.1")];
    let shop = Shop::open_at(clock.clone(), &settings).await;
    let mut paths = Vec::new();
    for _ in 0..5 {
        paths.push(order(&mut shop.visitor(), "home", "hans.muster@example.ch").await.0);
    }
    clock.advance(40 * DAY);
    let mut visitor = shop.visitor();
    for _ in 0..7 {
        let mut owner = shop.visitor();
        owner.get(&format!("/en{}", paths[0])).await;
        owner.submit("proof", &[("proof", "8008")]).await;
        assert_eq!(owner.status, 200, "right answers give back what they took");
    }
    for guess in 0..5 {
        visitor.get(&format!("/en{}", paths[0])).await;
        visitor.submit("proof", &[("proof", &format!("300{guess}"))]).await;
        assert_eq!(visitor.status, 422);
    }
    visitor.submit("proof", &[("proof", "8008")]).await;
    assert_eq!(visitor.status, 429, "not even the right one is looked at: {}", visitor.body);
    assert!(
        visitor.headers["retry-after"].to_str().is_ok_and(|wait| wait.parse::<i64>().is_ok_and(|s| s > 7000))
    );
    assert!(visitor.body.contains("Too many attempts") && !visitor.body.contains("Muster"));
    let mut elsewhere = shop.visitor();
    elsewhere.forwarded_for = Some("198.51.100.7".into());
    elsewhere.get(&format!("/en{}", paths[0])).await;
    elsewhere.submit("proof", &[("proof", "8008")]).await;
    assert_eq!(elsewhere.status, 429, "guesses from all addresses count together");
    for (order, path) in paths.iter().enumerate().skip(1) {
        for guess in 0..5 {
            visitor.get(&format!("/en{path}")).await;
            visitor.submit("proof", &[("proof", &format!("300{guess}"))]).await;
            // Five of the first order and fifteen of the next three are the twenty of an address.
            assert_eq!(visitor.status == 429, order == 4, "order {order}, guess {guess}");
        }
    }
    elsewhere.get(&format!("/en{}", paths[4])).await;
    elsewhere.submit("proof", &[("proof", "8008")]).await;
    assert_eq!(elsewhere.status, 200, "one address does not shut out another");
    clock.advance(2 * 60 * 60);
    visitor.get(&format!("/en{}", paths[0])).await;
    visitor.submit("proof", &[("proof", "8008")]).await;
    assert_eq!(visitor.status, 200, "a try comes back every two hours");
}

#[actix_web::test]
async fn a_guessed_or_garbled_link_is_no_page() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    let (path, _) = order(&mut visitor, "home", "hans.muster@example.ch").await;
    let csrf = visitor.attribute("input[name=csrf]", "value").expect("a token");
    let mut swapped = path.clone().into_bytes();
    let last = swapped.len() - 1;
    swapped[last] = if swapped[last] == b'A' { b'B' } else { b'A' };
    let swapped = String::from_utf8(swapped).expect("a path");
    for guess in
        ["/orders/AAAAAAAAAAAAAAAAAAAAAA", "/orders/M-10001", "/orders/10001", "/orders/%00", &swapped]
    {
        for below in ["", "/bill.pdf", "/data", "/data.json"] {
            visitor.get(&format!("/en{guess}{below}")).await;
            assert_eq!(visitor.status, 404, "{guess}{below}");
        }
        visitor.post(&format!("/en{guess}"), &[("csrf", &csrf), ("proof", "8008")]).await;
        assert_eq!(visitor.status, 404, "{guess}");
        visitor.post(&format!("/en{guess}/data"), &[("csrf", &csrf), ("erase", "1")]).await;
        assert_eq!(visitor.status, 404, "{guess}");
    }
    visitor.post("/en/orders", &[("csrf", &csrf), ("remember", "AAAAAAAAAAAAAAAAAAAAAA")]).await;
    assert_eq!(visitor.status, 404);
    visitor.post("/en/orders", &[("csrf", &csrf)]).await;
    assert_eq!(visitor.status, 400);
    visitor.post(&format!("/en{path}"), &[("proof", "8008")]).await;
    assert_eq!(visitor.status, 403, "a form without its token");
}

#[actix_web::test]
async fn a_browser_finds_its_orders_again_for_a_day_and_longer_if_it_is_asked_to() {
    let clock = noon();
    let shop = Shop::open_at(clock.clone(), &[]).await;
    let mut visitor = shop.visitor();
    visitor.get("/en/basket").await;
    assert!(visitor.attribute("main a[href=\"/en/orders\"]", "href").is_some(), "from an empty basket");
    visitor.get("/en/orders").await;
    assert!(visitor.body.contains("This browser does not know any order") && visitor.cookies.is_empty());
    let (first, one) = order(&mut visitor, "home", "hans.muster@example.ch").await;
    assert!(visitor.attribute("main a[href=\"/en/orders\"]", "href").is_some(), "from the order");
    let (second, two) = order(&mut visitor, "pickpost", "hans.muster@example.ch").await;
    visitor.get("/de/orders").await;
    assert_eq!(visitor.texts(".order-list a"), [two.as_str(), one.as_str()]);
    assert!(!visitor.body.contains("Muster"), "the list names nobody");
    assert_eq!(
        visitor.texts(".order-list .state"),
        ["Wird gepackt"; 2],
        "the shopper's word, not the merchant's"
    );
    shop.visitor().get("/de/orders").await;
    // Consent: for one of the two.
    visitor.get(&format!("/en{first}")).await;
    visitor.submit("remember", &[("remember", first.rsplit('/').next().expect("a token"))]).await;
    assert_eq!((visitor.status, visitor.path()), (200, "/en/orders"));
    let sealed = visitor.cookies["orders"].clone();
    clock.advance(DAY);
    visitor.get("/en/orders").await;
    assert_eq!(visitor.texts(".order-list a"), [one.as_str()], "the session has ended, the consent has not");
    visitor.get(&format!("/en{first}")).await;
    assert!(!visitor.body.contains("name=\"remember\""), "remembered already");
    clock.advance(30 * DAY);
    visitor.get(&format!("/en{first}")).await;
    assert!(visitor.body.contains("name=\"proof\""), "what finds an order does not show it");
    let foreign = second.rsplit('/').next().expect("a token");
    let forged = format!("{}.{foreign}", sealed.split('.').next().expect("a seal"));
    visitor.cookies.insert("orders".into(), forged);
    visitor.get("/en/orders").await;
    assert!(visitor.texts(".order-list a").is_empty(), "no token but those that we have sealed");
    visitor.cookies.insert("orders".into(), sealed);
    visitor.get("/en/orders").await;
    visitor.submit("forget", &[("forget", "1")]).await;
    assert!(visitor.body.contains("This browser does not know any order"));
}

#[actix_web::test]
async fn the_wishes_of_an_old_link_are_asked_for_first() {
    let clock = noon();
    let shop = Shop::open_at(clock.clone(), &[]).await;
    let (path, _) = order(&mut shop.visitor(), "home", "hans.muster@example.ch").await;
    clock.advance(70 * DAY);
    let mut stranger = shop.visitor();
    walk(&mut stranger, "en", "home", Until::Address).await;
    stranger.get(&format!("/en{path}")).await;
    let csrf = stranger.attribute("input[name=csrf]", "value").expect("a token");
    let token = path.rsplit('/').next().expect("a token").to_owned();
    for (at, field) in
        [(format!("/en{path}/data"), ("erase", "1")), ("/en/orders".into(), ("remember", &*token))]
    {
        stranger.post(&at, &[("csrf", &csrf), field]).await;
        assert_eq!((stranger.status, stranger.path()), (200, &*format!("/en{path}")), "{at}");
        assert!(stranger.body.contains("name=\"proof\""), "{at}");
    }
    let kept: bool = sqlx::query_scalar("select email is not null from shop_order")
        .fetch_one(&mut shop.owner().await)
        .await
        .expect("the order");
    assert!(kept);
}
