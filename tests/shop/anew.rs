//! A review that is opened anew says what has changed by itself since the shopper last saw it, old and new side by side; what
//! they have changed themselves is no news. One click agrees.

use chrono::{DateTime, Utc};
use pickpost_shop::clock::Clock;

use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, number, put, walk};

async fn sql(shop: &Shop, statement: &'static str) {
    sqlx::query(statement).execute(&mut shop.owner().await).await.expect("a change");
}

/// What a look at the review names as changed.
async fn news(visitor: &mut Visitor) -> Vec<[String; 3]> {
    visitor.get("/en/checkout/review").await;
    assert_eq!((visitor.status, visitor.path()), (200, "/en/checkout/review"), "{}", visitor.body);
    let whats = visitor.texts(".drift .changes tbody th");
    let (was, now) = (visitor.texts(".changes td:nth-child(2)"), visitor.texts(".changes td:nth-child(3)"));
    let plain = |text: String| text.replace('\u{a0}', " ");
    whats
        .into_iter()
        .zip(was.into_iter().zip(now))
        .map(|(what, (was, now))| [what, plain(was), plain(now)])
        .collect()
}

async fn agree(visitor: &mut Visitor) -> String {
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    number(visitor)
}

fn change(what: &str, was: &str, now: &str) -> [String; 3] {
    [what, was, now].map(str::to_owned)
}

async fn at_review(shop: &Shop, delivery: &str) -> Visitor {
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", delivery, Until::Review).await;
    visitor
}

#[actix_web::test]
async fn price_rate_and_carriage_that_have_changed_stand_beside_what_they_were() {
    let shop = Shop::open().await;
    let mut visitor = at_review(&shop, "home").await;
    let slug = "mountain-cheese";
    assert!(news(&mut visitor).await.is_empty(), "nothing has changed");
    sql(&shop, "update product set price_rappen = 3000, vat_rate_bp = 810, weight_g = 5000 where slug = 'mountain-cheese'").await;
    shop.says(&format!("/en/products/{slug}"), "30.00").await;
    let news = news(&mut visitor).await;
    let cheese = "Mountain cheese, aged 12 months";
    for expected in [
        change(&format!("Price: {cheese}"), "CHF 28.50", "CHF 30.00"),
        change(&format!("VAT rate: {cheese}"), "2.6 %", "8.1 %"),
        change("Delivery charge", "CHF 9.00", "CHF 10.70"),
        change("Total", "CHF 37.50", "CHF 40.70"),
    ] {
        assert!(news.contains(&expected), "{expected:?} in {news:?}");
    }
    let order = shop.json(&agree(&mut visitor).await).await;
    assert_eq!(order["totals"]["total"], 4070, "one click agrees: {order}");
}

#[actix_web::test]
async fn a_day_that_has_moved_stands_beside_the_one_that_was_shown() {
    let clock = Clock::fixed("2026-11-24T22:59:00Z".parse::<DateTime<Utc>>().expect("a moment"));
    let shop = Shop::open_at(clock.clone(), &[]).await;
    let mut visitor = at_review(&shop, "home").await;
    clock.advance(120);
    let expected = [change("Arrives", "Thursday 26 November", "Friday 27 November")];
    assert_eq!(news(&mut visitor).await, expected);
    assert!(news(&mut visitor).await.is_empty(), "whoever has seen it knows it");
    agree(&mut visitor).await;
}

#[actix_web::test]
async fn other_hours_of_the_point_stand_beside_those_that_were_shown() {
    let shop = Shop::open_with(&[("POST_LOCATIONS_LOOK", "0"), ("POST_LOCATIONS_EVERY", "off")]).await;
    let mut visitor = at_review(&shop, "pickpost").await;
    let hours = "update pickup_point p set record = jsonb_set(record, '{hours}', (select jsonb_agg('[[\"10:15\", \"11:45\"]]'::jsonb)
                     from generate_series(1, 7))) from checkout c where p.id = c.point_id";
    sql(&shop, hours).await;
    shop.shows_changed_points().await;
    let news = news(&mut visitor).await;
    assert_eq!((news.len(), &*news[0][0], &*news[0][2]), (1, "Open on that day", "10:15–11:45"), "{news:?}");
    agree(&mut visitor).await;
}

#[actix_web::test]
async fn what_shoppers_change_themselves_is_no_news_to_them() {
    let shop = Shop::open().await;
    let mut visitor = at_review(&shop, "pickpost").await;
    for (step, marker, fields) in [
        ("payment", "payment", &[("payment", "card"), ("card_number", "4242424242424242")][..]),
        ("address", "email", &[("house_number", "7"), ("phone", "079 123 45 67")]),
        ("delivery", "delivery", &[("delivery", "home")]),
    ] {
        visitor.get(&format!("/en/checkout/{step}")).await;
        visitor.submit(marker, fields).await;
        assert_eq!(visitor.path(), "/en/checkout/review");
        assert!(news(&mut visitor).await.is_empty(), "{step}");
    }
    put(&mut visitor, "en", "wool-socks", "2").await;
    assert!(news(&mut visitor).await.is_empty(), "more goods");
    // The same order in another language is the same order.
    visitor.get("/it/checkout/review").await;
    assert!(visitor.texts(".changes").is_empty(), "{}", visitor.body);
    // Among what they have changed, what they have not.
    put(&mut visitor, "en", "wool-socks", "1").await;
    sql(&shop, "update product set price_rappen = 2700 where slug = 'wool-socks'").await;
    shop.says("/en/products/wool-socks", "27.00").await;
    let news = news(&mut visitor).await;
    assert_eq!(news[0], change("Price: Wool socks, two pairs", "CHF 26.00", "CHF 27.00"), "{news:?}");
    agree(&mut visitor).await;
}

#[actix_web::test]
async fn an_article_that_was_withdrawn_before_the_first_look_is_named_also_by_a_shop_that_never_sold_it() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "kitchen-knife", "1").await;
    walk(&mut visitor, "en", "home", Until::Payment).await;
    sql(&shop, "delete from product_text where product_id = 9").await;
    // An instance that was started since: the first one knows the knife from before.
    let other = Shop::open_on(&shop.database).await;
    let mut there = other.visitor();
    there.cookies.clone_from(&visitor.cookies);
    for (lang, words) in
        [("en", "Kitchen knife: no longer sold"), ("de", "Küchenmesser: nicht mehr im Sortiment")]
    {
        there.get(&format!("/{lang}/basket")).await;
        assert!(there.body.contains(words), "{lang}: {}", there.body);
    }
    there.get("/en/checkout/payment").await;
    there.submit("payment", &[("payment", "invoice")]).await;
    assert_eq!(there.path(), "/en/checkout/review");
    assert!(there.body.contains("Kitchen knife: no longer sold"), "{}", there.body);
    let order = other.json(&agree(&mut there).await).await;
    assert_eq!(order["lines"].as_array().map(Vec::len), Some(1), "the rest is ordered: {order}");
}
