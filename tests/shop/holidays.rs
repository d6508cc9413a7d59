//! Post's own calendar is the rule for when a parcel moves; where Post is not asked, or silent, the shop's own holds.

use std::time::Duration;

use chrono::{DateTime, Utc};
use pickpost_shop::clock::Clock;
use reqwest::header::AUTHORIZATION;
use serde_json::{Value, json};

use crate::support::patience;
use crate::support::shop::Shop;
use crate::support::walk::{Until, walk};

/// Friday, 29 December 2028. Monday is New Year's Day; that Post rests on 2 January too, only Post knows.
fn before_new_year() -> Clock {
    let noon: DateTime<Utc> = "2028-12-29T11:00:00Z".parse().expect("a moment");
    Clock::fixed(noon)
}

async fn expected(shop: &Shop) -> String {
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "home", Until::Delivery).await;
    visitor.texts(".choice-figures .soft").remove(0)
}

/// Waits until the shop promises this day: it looks after the holidays while it is open.
async fn shows(shop: &Shop, day: &str) {
    let mut shown = String::new();
    for _ in patience() {
        shown = expected(shop).await;
        if shown == day {
            return;
        }
    }
    panic!("{shown}, not {day}");
}

/// Waits until the database says so.
async fn counted(shop: &Shop, question: &'static str) -> i64 {
    for _ in patience() {
        let count: i64 =
            sqlx::query_scalar(question).fetch_one(&mut shop.owner().await).await.expect("a count");
        if count > 0 {
            return count;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    0
}

#[actix_web::test]
async fn the_day_of_arrival_goes_by_posts_calendar_once_it_is_known() {
    let shop = Shop::open_at(before_new_year(), &[("POST_LOCATIONS_LOOK", "0")]).await;
    assert_eq!(counted(&shop, "select count(*) from holiday").await, 18, "two years of nine days");
    shows(&shop, "Thursday 4 January").await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "home", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    assert!(visitor.body.contains("Thursday 4 January"), "{}", visitor.body);
    // Another instance has them from the database, without asking.
    let other = Shop::open_at(
        before_new_year(),
        &[("DATABASE_URL", &shop.database), ("POST_SCOPE_DELIVERY", "off"), ("POST_LOCATIONS_LOOK", "0")],
    )
    .await;
    shows(&other, "Thursday 4 January").await;
}

#[actix_web::test]
async fn without_posts_calendar_the_shops_own_holds() {
    let off = Shop::open_at(before_new_year(), &[("POST_SCOPE_DELIVERY", "off")]).await;
    assert_eq!(expected(&off).await, "Wednesday 3 January");
    let clock = before_new_year();
    let silent = Shop::open_at(clock.clone(), &[]).await;
    silent.address_fault("500").await;
    clock.advance(60);
    let tried = "select count(*) from job where kind = 'refresh_holidays' and attempts > 0 and last_error = 'carrier'";
    assert_eq!(counted(&silent, tried).await, 1, "it is tried again");
    assert_eq!(expected(&silent).await, "Wednesday 3 January");
    assert_eq!(counted(&silent, "select 1 - count(*) from holiday").await, 1, "none is kept");
}

#[actix_web::test]
async fn the_simulator_publishes_its_calendar_and_its_days_in_the_published_form() {
    let shop = Shop::open_at(before_new_year(), &[]).await;
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", "sandbox"),
        ("client_secret", "sandbox"),
        ("scope", "WEDEC_DELIVERY"),
    ];
    let client = reqwest::Client::new();
    let token = client.post(format!("{}/OAuth/token", shop.sandbox)).form(&form).send().await;
    let token: Value =
        serde_json::from_str(&token.expect("an answer").text().await.expect("text")).expect("JSON");
    let bearer = format!("Bearer {}", token["access_token"].as_str().expect("a token"));
    let get = async |path: &str| {
        let answer = client.get(format!("{}/delivery/v1/{path}", shop.sandbox));
        let answer = answer.header(AUTHORIZATION, &bearer).send().await.expect("an answer");
        let status = answer.status().as_u16();
        (status, serde_json::from_str(&answer.text().await.expect("text")).unwrap_or(Value::Null))
    };
    let (_, holidays) = get("options/holidays").await;
    let christmas = json!({ "de": "Weihnachten", "fr": "Noël", "it": "Natale", "en": "Christmas" });
    let days = holidays.as_array().expect("a list");
    assert!(days.contains(&json!({ "date": "2028-12-25", "name": christmas })), "{holidays}");
    let (_, when) = get("deliverabilities/when?zip=8008&city=Bern&date=2028-12-29&dayCount=7").await;
    let dates: Vec<&str> = when["days"]
        .as_array()
        .expect("days")
        .iter()
        .filter_map(|day| day["deliveryDate"].as_str())
        .collect();
    assert_eq!(dates, ["2028-12-29", "2029-01-03", "2029-01-04"], "{when}");
    assert_eq!((&when["quality"], &when["deliveryToTheDoor"]), (&json!("RELIABLE"), &json!("AVAILABLE")));
    let (_, named) =
        get("deliverabilities/when?zip=8008&city=Bern&deliveryDates=2028-12-25&deliveryDates=2028-12-29")
            .await;
    assert_eq!(named["days"][0]["deliveryDate"], "2028-12-29", "Christmas is no such day: {named}");
    assert!(named["days"][1].is_null(), "{named}");
    let post = async |body: Value| {
        let asked = client.post(format!("{}/delivery/v1/deliverabilities/when", shop.sandbox));
        let answer = asked.header(AUTHORIZATION, &bearer).json(&body).send().await.expect("an answer");
        let status = answer.status().as_u16();
        (status, serde_json::from_str(&answer.text().await.expect("text")).unwrap_or(Value::Null))
    };
    let body = json!({ "zip": 8008, "city": "Bern", "date": "2028-12-29", "dayCount": 7 });
    assert_eq!(post(body).await, (200, when), "asked by a body");
    let body = json!({ "zip": "8008", "city": "Bern", "deliveryDates": ["2028-12-25", "2028-12-29"] });
    assert_eq!(post(body).await, (200, named), "asked for days by a body");
    for wrong in [
        json!([]),
        json!({ "zip": "8008", "city": "Bern" }),
        json!({ "zip": "8008", "city": ["Bern"], "date": "2028-12-29" }),
        json!({ "zip": "8008", "city": "Bern", "date": "2028-12-29", "days": 3 }),
        json!({ "zip": "8008", "city": "Bern", "deliveryDates": ["29.12."] }),
    ] {
        assert_eq!(post(wrong.clone()).await, (400, Value::Null), "{wrong}");
    }
    for wrong in [
        "options/holidays?year=2028",
        "deliverabilities/when?zip=8008",
        "deliverabilities/when?zip=8008&city=Bern&date=x",
        "deliverabilities/when?zip=8008&city=Bern&date=-262143-01-01",
        "deliverabilities/when?zip=8008&city=Bern&deliveryDates=262142-12-31",
    ] {
        assert_eq!(get(wrong).await, (400, Value::Null), "{wrong}");
    }
}
