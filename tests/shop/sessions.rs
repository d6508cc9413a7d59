//! The shopper's session stands in its cookie, a sign-in in a row: what each instance, each copy and each day makes of them.

use actix_web::cookie::{Cookie, CookieJar, Key};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use pickpost_shop::clock::Clock;
use pickpost_shop::seal::Seal;
use sha2::{Digest, Sha256};

use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, number, put, walk};

const EMPTY: &str = "Your basket is still empty";

/// The same browser at another instance.
fn at(shop: &Shop, visitor: &Visitor) -> Visitor {
    let mut there = shop.visitor();
    there.cookies.clone_from(&visitor.cookies);
    there
}

/// A browser with this value in its cookie, signed as the shop signs.
fn with_signed((shop, seal): (&Shop, &Seal), value: &str) -> Visitor {
    let mut jar = CookieJar::new();
    jar.signed_mut(&Key::from(seal.key())).add(Cookie::new("sid", value.to_owned()));
    let cookie = jar.get("sid").expect("a cookie").encoded().to_string();
    let mut visitor = shop.visitor();
    visitor.cookies.insert("sid".into(), cookie.strip_prefix("sid=").expect("its name").to_owned());
    visitor
}

async fn sign_out(clerk: &mut Visitor) {
    let csrf = clerk.attribute(".sign-out input[name=csrf]", "value").expect("a token");
    clerk.post("/merchant/sign-out", &[("csrf", &csrf)]).await;
    assert_eq!(clerk.path(), "/merchant/sign-in");
}

async fn sign_ins(shop: &Shop) -> i64 {
    let count = sqlx::query_scalar("select count(*) from sign_in");
    count.fetch_one(&mut shop.owner().await).await.expect("a count")
}

#[actix_web::test]
async fn two_instances_share_a_shoppers_basket_and_a_clerks_sign_in() {
    let one = Shop::open().await;
    let other = Shop::open_on(&one.database).await;
    let mut visitor = one.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Payment).await;
    let mut there = at(&other, &visitor);
    put(&mut there, "en", "milk-chocolate", "2").await;
    assert_eq!(there.texts(".count"), ["3 items"]);
    let mut back = at(&one, &there);
    back.get("/en/checkout/payment").await;
    back.submit("payment", &[("payment", "invoice")]).await;
    let mut there = at(&other, &back);
    there.get("/en/checkout/review").await;
    there.submit("idempotency_key", &[("place", "1")]).await;
    number(&there);
    let mut clerk = at(&other, &one.clerk().await);
    clerk.get("/merchant/orders").await;
    assert_eq!(clerk.path(), "/merchant/orders");
    let mut copy = at(&one, &clerk);
    sign_out(&mut clerk).await;
    copy.get("/merchant/orders").await;
    assert_eq!(copy.path(), "/merchant/sign-in", "signed out at one is signed out at the other");
}

#[actix_web::test]
async fn a_sign_out_ends_every_copy_of_the_cookie_and_keeps_the_basket() {
    let shop = Shop::open().await;
    let mut browser = shop.clerk().await;
    put(&mut browser, "en", "mountain-cheese", "2").await;
    browser.get("/merchant/orders").await;
    assert_eq!(browser.path(), "/merchant/orders", "one browser for both");
    let (copy, stale) = (browser.cookies.clone(), browser.filled("csrf", &[]).1[0].1.clone());
    sign_out(&mut browser).await;
    assert_eq!(sign_ins(&shop).await, 0);
    let mut thief = shop.visitor();
    thief.cookies = copy;
    thief.get("/merchant/orders").await;
    assert_eq!(thief.path(), "/merchant/sign-in");
    browser.get("/en/basket").await;
    assert_eq!(browser.texts(".count"), ["2 items"]);
    browser.post("/en/basket", &[("csrf", &stale), ("remove", "1")]).await;
    assert_eq!(browser.status, 403, "forms of before the sign-out are worth nothing");
}

#[actix_web::test]
async fn whoever_signs_in_again_leaves_no_other_sign_in_behind() {
    let shop = Shop::open().await;
    let mut clerk = shop.clerk().await;
    let before = clerk.cookies.clone();
    clerk.get("/merchant/sign-in").await;
    let who = crate::support::shop::MERCHANT;
    clerk.submit("password", &[("email", who.0), ("password", who.1)]).await;
    assert_eq!((clerk.path(), sign_ins(&shop).await), ("/merchant/orders", 1));
    clerk.cookies = before;
    clerk.get("/merchant/orders").await;
    assert_eq!(clerk.path(), "/merchant/sign-in");
}

#[actix_web::test]
async fn a_cookie_that_is_not_the_shops_own_begins_anew() {
    let (shop, seal) = Shop::open_with_known_key(&[]).await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "mountain-cheese", "1").await;
    let own = visitor.cookies["sid"].clone();
    let at = own.find("1.").expect("the state");
    let state = URL_SAFE_NO_PAD.decode(&own[at + 2..]).expect("base64");
    let other = String::from_utf8(state).expect("JSON").replace("\"items\":\"1\"", "\"items\":\"9\"");
    assert!(other.contains("\"items\":\"9\""), "{other}");
    let forged = format!("{}1.{}", &own[..at], URL_SAFE_NO_PAD.encode(other));
    let mut browsers = Vec::new();
    for value in [forged, own[1..].to_owned(), own[..at].to_owned(), String::new(), "x".repeat(6000)] {
        let mut browser = shop.visitor();
        browser.cookies.insert("sid".into(), value);
        browsers.push(browser);
    }
    // Also what only the shop itself could have signed.
    for value in ["", "1.", "1.%", "1.e30", "1.WzEsMl0", &"x".repeat(44), &"y".repeat(5000)] {
        browsers.push(with_signed((&shop, &seal), value));
    }
    for mut browser in browsers {
        let value = browser.cookies["sid"].clone();
        browser.get("/en/basket").await;
        assert_eq!(browser.status, 200, "{value}");
        assert!(browser.body.contains(EMPTY) && browser.texts(".count").is_empty(), "{value}");
        put(&mut browser, "en", "mountain-cheese", "1").await;
        assert_eq!(browser.texts(".count"), ["1 item"], "{value}");
    }
}

#[actix_web::test]
async fn a_session_ends_a_day_after_its_last_change() {
    let clock = Clock::fixed(Clock::System.now());
    let shop = Shop::open_at(clock.clone(), &[]).await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "mountain-cheese", "1").await;
    clock.advance(23 * 3600);
    put(&mut visitor, "en", "mountain-cheese", "1").await;
    clock.advance(23 * 3600);
    visitor.get("/en/basket").await;
    assert_eq!(visitor.texts(".count"), ["2 items"], "the second one was a change");
    clock.advance(3600);
    visitor.get("/en/basket").await;
    assert!(visitor.body.contains(EMPTY));
}

#[actix_web::test]
async fn a_sign_in_ends_after_eight_hours_and_after_half_an_hour_without_a_click() {
    let clock = Clock::fixed(Clock::System.now());
    let shop = Shop::open_at(clock.clone(), &[]).await;
    let mut idle = shop.clerk().await;
    let mut busy = shop.clerk().await;
    let seen = async || {
        let newest = sqlx::query_scalar("select max(seen_at) from sign_in");
        newest.fetch_one(&mut shop.owner().await).await.expect("a moment")
    };
    let began: chrono::DateTime<chrono::Utc> = seen().await;
    let mut click = async |after: i64| {
        clock.advance(after);
        busy.get("/merchant/orders").await;
        busy.path().to_owned()
    };
    assert_eq!(click(59).await, "/merchant/orders");
    assert_eq!(seen().await, began, "written once a minute at most");
    assert_eq!(click(1).await, "/merchant/orders");
    assert_eq!((seen().await - began).num_seconds(), 60);
    assert_eq!(click(29 * 60).await, "/merchant/orders");
    idle.get("/merchant/orders").await;
    assert_eq!(idle.path(), "/merchant/sign-in", "half an hour without a click");
    for _ in 0..15 {
        assert_eq!(click(1800 - 1).await, "/merchant/orders");
    }
    assert_eq!(click(15).await, "/merchant/sign-in", "eight hours");
}

/// The state as the landed version wrote it, of a shopper behind whose counter somebody was signed in.
fn landed(basket: uuid::Uuid) -> serde_json::Value {
    let id = uuid::Uuid::nil();
    serde_json::json!({
        "csrf": "\"AAAAAAAAAAAAAAAAAAAAAA\"", "basket": format!("\"{basket}\""), "items": "1",
        "merchant": format!("\"{id}\""), "merchant_tag": "\"x\"", "merchant_since": "1", "merchant_seen": "1",
    })
}

#[actix_web::test]
async fn a_landed_session_leads_to_its_basket_and_its_next_change_needs_no_table() {
    let (shop, seal) = Shop::open_with_known_key(&[]).await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Payment).await;
    let mut owner = shop.owner().await;
    let basket: uuid::Uuid =
        sqlx::query_scalar("select id from basket").fetch_one(&mut owner).await.expect("a basket");
    let keep = async |key: &str, hours: i32| {
        sqlx::query("insert into session values ($1, $2, now() + make_interval(hours => $3))")
            .bind(Sha256::digest(key.as_bytes()).to_vec())
            .bind(landed(basket))
            .bind(hours)
            .execute(&mut shop.owner().await)
            .await
            .expect("a landed session");
        with_signed((&shop, &seal), key)
    };
    let mut expired = keep(&"b".repeat(44), -1).await;
    expired.get("/en/basket").await;
    assert!(expired.body.contains(EMPTY));
    let mut shopper = keep(&"a".repeat(44), 12).await;
    shopper.get("/merchant/orders").await;
    assert_eq!(shopper.path(), "/merchant/sign-in", "whoever was signed in signs in again");
    shopper.get("/en/checkout/payment").await;
    assert_eq!((shopper.path(), shopper.texts("#payment label").len()), ("/en/checkout/payment", 2));
    put(&mut shopper, "en", "milk-chocolate", "1").await;
    assert!(!shopper.cookies["sid"].contains("aaaa"), "a cookie of the new form");
    sqlx::query("drop table session").execute(&mut owner).await.expect("gone");
    shopper.get("/en/checkout/payment").await;
    shopper.submit("payment", &[("payment", "invoice")]).await;
    shopper.submit("idempotency_key", &[("place", "1")]).await;
    number(&shopper);
}

#[actix_web::test]
async fn a_shopper_needs_no_table_of_sessions() {
    let shop = Shop::open().await;
    sqlx::query("drop table session").execute(&mut shop.owner().await).await.expect("gone");
    let mut visitor = shop.visitor();
    walk(&mut visitor, "de", "pickpost", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    assert_eq!(visitor.status, 200, "{}", visitor.body);
    number(&visitor);
    assert!(visitor.texts(".count").is_empty(), "the basket is empty");
}
