//! What becomes of an order that still waits for Post when the people in it are erased: nobody waits for who is forgotten.

use chrono::{TimeDelta, TimeZone, Utc};
use pickpost_shop::clock::Clock;
use pickpost_shop::orders::personal::{retention, store};
use serde_json::Value;
use sqlx::{AssertSqlSafe, Connection, PgConnection};

use crate::support::cluster::{fresh_database, options};
use crate::support::shop::{MERCHANT, Shop};
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, number, walk};

fn noon() -> Clock {
    Clock::fixed(Utc.with_ymd_and_hms(2026, 11, 24, 11, 0, 0).single().expect("a moment"))
}

/// An order at a point whose User ID Post does not tell, nor will it; gives its path below the language, and its number.
async fn waiting(shop: &Shop) -> (String, String) {
    shop.fault("500").await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    (visitor.path().strip_prefix("/en").expect("in English").to_owned(), number(&visitor))
}

async fn erase(shop: &Shop, clock: &Clock) -> u64 {
    let now = clock.now() + TimeDelta::days(180);
    store::erase_people(&shop.app_pool().await, retention::people_before(now), now).await.expect("erased")
}

async fn step(clerk: &mut Visitor, number: &str, step: &str) {
    clerk.get("/merchant/orders").await;
    let csrf = clerk.attribute(".sign-out input[name=csrf]", "value").expect("a token");
    clerk.post(&format!("/merchant/orders/{number}/steps"), &[("csrf", &csrf), ("step", step)]).await;
    assert_eq!(clerk.status, 200, "{step}");
}

#[actix_web::test]
async fn what_waits_for_somebody_who_is_forgotten_is_on_hold_until_it_is_cancelled() {
    let clock = noon();
    let shop = Shop::open_at(clock.clone(), &[]).await;
    let (path, number) = waiting(&shop).await;
    let mut clerk = shop.clerk().await;
    clerk.get("/merchant/orders?queue=waiting").await;
    assert_eq!(clerk.texts("tbody th"), std::slice::from_ref(&number));
    assert_eq!(erase(&shop, &clock).await, 1);

    clerk.get("/merchant/orders?queue=waiting").await;
    assert!(clerk.texts("tbody th").is_empty(), "nobody waits for who is forgotten");
    clerk.get("/merchant/orders?queue=held").await;
    assert_eq!(clerk.texts("tbody th"), std::slice::from_ref(&number));
    for told in
        ["its personal data were erased before it went out", "Cancel it: nobody is left to send it to"]
    {
        assert!(clerk.body.contains(told), "{told}: {}", clerk.body);
    }
    let order = shop.json(&number).await;
    assert_eq!(order["state"], "held");
    let history = order["history"].as_array().expect("a history");
    let held: Vec<&Value> = history.iter().filter(|entry| entry["what"] == "held").collect();
    assert_eq!(held.len(), 1, "{history:?}");
    assert_eq!(held[0]["who"], "shop");

    clerk.get(&format!("/merchant/orders/{number}")).await;
    assert!(clerk.body.contains("Cancel it: nobody is left"), "{}", clerk.body);
    for by in ["released", "handed_over"] {
        assert!(!clerk.body.contains(&format!("value=\"{by}\"")), "there is nothing that could go on: {by}");
    }
    for by in ["released", "handed_over", "sent_again", "person_corrected", "point_changed"] {
        step(&mut clerk, &number, by).await;
        assert_eq!(shop.json(&number).await["state"], "held", "{by}");
    }
    let mut visitor = shop.visitor();
    visitor.get(&format!("/en{path}")).await;
    assert_eq!(visitor.status, 200);
    assert!(visitor.body.contains("This order never left."), "{}", visitor.body);

    clerk.get(&format!("/merchant/orders/{number}")).await;
    let csrf = clerk.attribute(".sign-out input[name=csrf]", "value").expect("a token");
    clerk.post(&format!("/merchant/orders/{number}/cancel"), &[("csrf", &csrf)]).await;
    let order = shop.json(&number).await;
    assert_eq!((&order["state"], &order["payment_state"]), (&"cancelled".into(), &"cancelled".into()));
    clerk.get("/merchant/orders?queue=held").await;
    assert!(clerk.texts("tbody th").is_empty());
}

#[actix_web::test]
async fn an_order_that_a_merchant_held_before_it_was_forgotten_does_not_wait_for_post_again() {
    let clock = noon();
    let shop = Shop::open_at(clock.clone(), &[]).await;
    let (_, number) = waiting(&shop).await;
    let mut clerk = shop.clerk().await;
    step(&mut clerk, &number, "held").await;
    assert_eq!(shop.json(&number).await["state"], "held");
    clerk.get(&format!("/merchant/orders/{number}")).await;
    let who_and_why = format!("put on hold by hand · {}", MERCHANT.0);
    assert!(clerk.body.contains(&who_and_why), "{}", clerk.body);
    assert_eq!(erase(&shop, &clock).await, 1);
    step(&mut clerk, &number, "released").await;
    let order = shop.json(&number).await;
    assert_eq!(order["state"], "held");
    let history = order["history"].as_array().expect("a history");
    assert!(history.iter().all(|entry| entry["what"] != "released"), "nothing is written: {history:?}");
    clerk.get(&format!("/merchant/orders/{number}")).await;
    assert!(clerk.body.contains("Cancel it: nobody is left"), "{}", clerk.body);
    assert!(!clerk.body.contains("value=\"released\""));
}

/// The files of the migrations with a number from here to there, in their order.
fn migrations(numbers: std::ops::RangeInclusive<u32>) -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let files = std::fs::read_dir(folder).expect("the migrations").flatten();
    let mut files: Vec<(u32, String)> = files
        .filter_map(|entry| {
            let number = entry.file_name().to_str()?.get(..4)?.parse().ok()?;
            Some((number, std::fs::read_to_string(entry.path()).ok()?))
        })
        .filter(|(number, _)| numbers.contains(number))
        .collect();
    files.sort();
    files.into_iter().map(|(_, file)| file).collect()
}

#[actix_web::test]
async fn an_order_that_the_version_before_erased_while_it_waited_is_on_hold_after_the_migration() {
    fresh_database().await;
    let run = async |connection: &mut PgConnection, statements: &str| {
        sqlx::raw_sql(AssertSqlSafe(statements.to_owned())).execute(connection).await.expect("it runs");
    };
    let mut owner = PgConnection::connect_with(&options("postgres")).await.expect("the cluster");
    run(&mut owner, "create database forgotten template template0").await;
    let mut old = PgConnection::connect_with(&options("forgotten")).await.expect("the database");
    for migration in migrations(1..=5) {
        run(&mut old, &migration).await;
    }
    run(&mut old, &format!("begin; {} commit", include_str!("../fixtures/order_after_migration_5.sql")))
        .await;
    for migration in migrations(6..=39) {
        run(&mut old, &migration).await;
    }
    // As the owner: how it came to wait is no matter.
    run(
        &mut old,
        "alter table order_life disable trigger order_life_moves; update order_life set state = 'to_confirm';
         alter table order_life enable trigger order_life_moves;
         select erase_people(array(select id from shop_order), '2026-05-20 10:00+00', 'shop')",
    )
    .await;
    let state =
        "select state || ' ' || coalesce(why, '') || ' ' || (since = (select erased_at from shop_order))
        from order_life";
    let before: String = sqlx::query_scalar(state).fetch_one(&mut old).await.expect("its life");
    assert!(before.starts_with("to_confirm"), "{before}");
    for migration in migrations(40..=9999) {
        run(&mut old, &migration).await;
    }
    let after: String = sqlx::query_scalar(state).fetch_one(&mut old).await.expect("its life");
    assert_eq!(after, "held people_erased true");
    let said: Vec<String> =
        sqlx::query_scalar("select what || coalesce(' ' || why, '') from order_event order by id")
            .fetch_all(&mut old)
            .await
            .expect("its history");
    assert!(said.ends_with(&["data_erased".to_owned(), "held people_erased".to_owned()]), "{said:?}");
}

#[actix_web::test]
async fn an_order_without_a_parcel_is_never_handed_over() {
    let shop = Shop::open().await;
    let (_, number) = waiting(&shop).await;
    let mut clerk = shop.clerk().await;
    step(&mut clerk, &number, "held").await;
    clerk.get(&format!("/merchant/orders/{number}")).await;
    assert!(clerk.body.contains("value=\"released\"") && !clerk.body.contains("value=\"handed_over\""));
    step(&mut clerk, &number, "handed_over").await;
    assert_eq!(shop.json(&number).await["state"], "held", "there is nothing that Post could have");
    let csrf = clerk.attribute(".sign-out input[name=csrf]", "value").expect("a token");
    let fields = [("mark", "handed_over"), ("number", number.as_str()), ("csrf", csrf.as_str())];
    clerk.post("/merchant/orders", &fields).await;
    assert_eq!((clerk.status, &shop.json(&number).await["state"]), (200, &"held".into()), "nor with others");
    step(&mut clerk, &number, "released").await;
    assert_eq!(shop.json(&number).await["state"], "to_confirm");
}
