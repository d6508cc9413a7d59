//! The order's language is what Post hears, whatever was spoken on the way.

use pickpost_shop::clock::Clock;
use serde_json::Value;

use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, number, walk};

/// The languages in which Post was asked for a User ID, the first one first.
async fn heard(shop: &Shop) -> Vec<String> {
    let answer = reqwest::get(format!("{}/console/requests.json", shop.sandbox)).await.expect("the console");
    let journal: Value = serde_json::from_str(&answer.text().await.expect("text")).expect("JSON");
    let users =
        journal.as_array().expect("a list").iter().filter(|entry| entry["path"] == "/pickpost/v1/users");
    let mut heard: Vec<String> = users
        .map(|entry| entry["request"]["userDetails"]["language"].as_str().unwrap_or("none").to_owned())
        .collect();
    heard.reverse();
    heard
}

async fn place(visitor: &mut Visitor) -> String {
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    number(visitor)
}

#[actix_web::test]
async fn whoever_changes_the_language_on_the_way_is_asked_about_again_in_it() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "de", "pickpost", Until::Review).await;
    assert_eq!(heard(&shop).await, ["DE"]);
    visitor.get("/fr/checkout/review").await;
    assert_eq!((visitor.status, visitor.path()), (200, "/fr/checkout/review"));
    visitor.get("/fr/checkout/review").await;
    let number = place(&mut visitor).await;
    assert_eq!(heard(&shop).await, ["DE", "FR"], "once is enough");
    let order = shop.json(&number).await;
    assert_eq!((&order["language"], &order["user_id_state"]), (&"fr".into(), &"known".into()));
}

#[actix_web::test]
async fn whoever_goes_on_in_one_language_is_asked_about_once() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "it", "my_post_24", Until::Review).await;
    for step in ["address", "collector", "payment", "review"] {
        visitor.get(&format!("/it/checkout/{step}")).await;
    }
    place(&mut visitor).await;
    assert_eq!(heard(&shop).await, ["IT"]);
}

#[actix_web::test]
async fn a_form_that_was_shown_in_one_language_and_comes_back_in_another_is_shown_again() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "de", "pickpost", Until::Review).await;
    let (_, fields) = visitor.filled("idempotency_key", &[("place", "1")]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    visitor.post("/it/checkout/review", &fields).await;
    assert_eq!(visitor.status, 422);
    let number = place(&mut visitor).await;
    assert_eq!(shop.json(&number).await["language"], "it");
    assert_eq!(heard(&shop).await, ["DE", "IT"]);
}

#[actix_web::test]
async fn while_post_is_silent_the_order_asks_again_in_its_own_language() {
    let clock = Clock::fixed(Clock::System.now());
    let shop = Shop::open_at(clock.clone(), &[]).await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "de", "pickpost", Until::Review).await;
    shop.fault("500").await;
    visitor.get("/en/checkout/review").await;
    let number = place(&mut visitor).await;
    shop.has_asked_by_itself().await;
    shop.fault("none").await;
    // After three silences nobody is asked for ten seconds.
    clock.advance(11);
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{number}")).await;
    clerk.submit("ask", &[("ask", "1")]).await;
    shop.until(&number, |order| order["user_id_state"] == "known").await;
    let heard = heard(&shop).await;
    assert_eq!((heard[0].as_str(), heard.iter().skip(1).all(|lang| lang == "EN")), ("DE", true), "{heard:?}");
}
