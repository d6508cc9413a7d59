//! An order whose User ID is to be confirmed: Post is asked again by the shop itself, until it answers or somebody decides.

use chrono::{DateTime, TimeDelta, Utc};
use pickpost_shop::clock::Clock;
use pickpost_shop::jobs::worker::LEASE;
use serde_json::Value;
use sqlx::PgConnection;

use crate::support::shop::Shop;
use crate::support::until;
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, number, walk};

const JOBS: &str = "select count(*) from job where kind = 'confirm_user_id'";
const CALLS: &str = "select count(*) from mandate_call";
const PARCELS: &str = "select count(*) from parcel";
const FAILED: &str = "select count(*) from job where kind = 'confirm_user_id' and leased_by is null and last_error is not null";
const DEAD: &str = "select count(*) from job where kind = 'confirm_user_id' and dead_at is not null";

fn clock() -> Clock {
    Clock::fixed(Clock::System.now())
}

async fn open(clock: &Clock) -> Shop {
    Shop::open_at(clock.clone(), &[("POST_LOCATIONS_EVERY", "off")]).await
}

async fn open_beside(shop: &Shop, clock: &Clock) -> Shop {
    let settings = [("DATABASE_URL", &*shop.database), ("POST_LOCATIONS_EVERY", "off")];
    Shop::open_at(clock.clone(), &settings).await
}

async fn count(owner: &mut PgConnection, question: &'static str) -> i64 {
    sqlx::query_scalar(question).fetch_one(&mut *owner).await.expect("a number")
}

/// Orders at a pick-up point in this language, and is shown the order.
async fn order(shop: &Shop, lang: &str) -> Visitor {
    let mut visitor = shop.visitor();
    walk(&mut visitor, lang, "pickpost", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    number(&visitor);
    visitor
}

async fn sql(owner: &mut PgConnection, statement: &'static str) {
    sqlx::query(statement).execute(owner).await.expect(statement);
}

/// Moves the clock to when the one job is due; gives the pause.
async fn pass(owner: &mut PgConnection, clock: &Clock) -> TimeDelta {
    let due = sqlx::query_scalar("select due_at from job where kind = 'confirm_user_id'");
    let due: DateTime<Utc> = due.fetch_one(owner).await.expect("one job");
    let pause = due - clock.now();
    // A second later than the whole seconds of the clock.
    clock.advance(pause.num_seconds() + 1);
    pause
}

fn entries(order: &Value, what: &str, who: &str) -> usize {
    let history = order["history"].as_array().expect("a history");
    history.iter().filter(|entry| entry["what"] == what && entry["who"] == who).count()
}

#[actix_web::test]
async fn a_silent_post_that_comes_back_settles_the_order_without_any_click() {
    let clock = clock();
    let shop = open(&clock).await;
    let mut owner = shop.owner().await;
    shop.fault("500").await;
    let mut visitor = order(&shop, "en").await;
    let order = number(&visitor);
    // Once at the collector's page, and once at the order.
    until(&mut owner, CALLS, 2).await;
    until(&mut owner, FAILED, 1).await;
    let page = visitor.path().to_owned();
    let day = async |order: &str| shop.json(order).await["delivery"]["expected_on"].clone();
    assert!(
        day(&order).await.is_null(),
        "no firm day while nobody knows it, neither on the page nor for programs"
    );
    for (lang, words) in [
        ("de", "Wir fragen automatisch wieder"),
        ("fr", "Nous la relançons automatiquement"),
        ("it", "Chiediamo di nuovo automaticamente"),
        ("en", "We ask again automatically"),
    ] {
        visitor.get(&page.replace("/en/", &format!("/{lang}/"))).await;
        assert!(visitor.body.contains(words), "{words} in {}", visitor.body);
    }
    let mut clerk = shop.clerk().await;
    clerk.get("/merchant/orders?waiting=1").await;
    let row = clerk.texts("tbody td");
    assert!(row.contains(&"Swiss Post reported a fault of its own".to_owned()), "{row:?}");
    assert!(row.iter().any(|cell| cell.starts_with("We ask again automatically: ")), "{row:?}");
    clerk.get(&format!("/merchant/orders/{order}")).await;
    let facts = clerk.texts(".label-card dd");
    assert_eq!((&*facts[0], &*facts[2]), ("Swiss Post reported a fault of its own", "2"));
    assert!(facts[3].starts_with("We ask again automatically: "), "{facts:?}");
    assert_eq!(clerk.texts(".label-card button"), ["Ask Swiss Post again"]);
    shop.fault("none").await;
    let pause = pass(&mut owner, &clock).await;
    assert!((120..=150).contains(&pause.num_seconds()), "{pause}");
    until(&mut owner, PARCELS, 1).await;
    until(&mut owner, JOBS, 0).await;
    visitor.get(&page).await;
    assert!(!visitor.body.contains("not confirmed the customer number"), "{}", visitor.body);
    assert!(visitor.texts("code").iter().any(|code| code.starts_with("PickPost ")), "{}", visitor.body);
    let json = shop.json(&order).await;
    assert_eq!(json["user_id_state"], "known");
    assert!(json["ident_code"].is_string());
    assert!(day(&order).await.is_string(), "{json}");
    assert_eq!((entries(&json, "asked_again", "shop"), entries(&json, "asked_post", "shop")), (1, 3));
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{order}/label.svg?layout=A6")).await;
    assert_eq!(clerk.status, 200);
    clerk.get("/merchant/orders?waiting=1").await;
    assert!(!clerk.body.contains(&order), "it waits no more");
}

#[actix_web::test]
async fn an_order_that_post_has_answered_or_that_goes_home_is_asked_about_no_more() {
    let clock = clock();
    let shop = open(&clock).await;
    let mut owner = shop.owner().await;
    order(&shop, "de").await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "fr", "home", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    number(&visitor);
    assert_eq!(count(&mut owner, JOBS).await, 0);
}

#[actix_web::test]
async fn after_days_in_vain_somebody_decides_and_asking_again_goes_on_by_itself() {
    let clock = clock();
    let shop = open(&clock).await;
    let mut owner = shop.owner().await;
    shop.fault("500").await;
    let mut visitor = order(&shop, "en").await;
    let (order, page, placed) = (number(&visitor), visitor.path().to_owned(), clock.now());
    let mut pauses = Vec::new();
    for calls in 2..21 {
        until(&mut owner, CALLS, calls).await;
        until(&mut owner, FAILED, 1).await;
        pauses.push(pass(&mut owner, &clock).await);
    }
    until(&mut owner, DEAD, 1).await;
    assert_eq!(count(&mut owner, CALLS).await, 21, "twenty by itself");
    assert!(pauses[..8].windows(2).all(|pair| pair[0] < pair[1]), "{pauses:?}");
    let days = (clock.now() - placed).num_hours() / 24;
    assert!((3..=4).contains(&days), "{days} days: {pauses:?}");
    visitor.get(&page).await;
    assert!(visitor.body.contains("One of us is taking care of it"), "{}", visitor.body);
    assert!(
        !visitor.body.contains("ask again automatically"),
        "what is not so is not said: {}",
        visitor.body
    );
    let mut clerk = shop.clerk().await;
    clerk.get("/merchant/jobs").await;
    assert_eq!(clerk.texts("tbody th"), ["Asking Swiss Post for the User ID of an order"]);
    assert_eq!(clerk.texts("tbody td")[2], "Swiss Post gave no User ID");
    clerk.get("/merchant/orders?waiting=1").await;
    assert_eq!(clerk.texts("tbody .pill"), ["decide"]);
    let json = shop.json(&order).await;
    assert_eq!(entries(&json, "asked_again", "shop"), 1, "its history is not flooded: {json}");
    clerk.get(&format!("/merchant/orders/{order}")).await;
    // The clock stands still: the call of the collector's page is of the same moment as the order.
    let journey = clerk.texts(".journey li");
    assert!(journey.len() < 8 && journey.iter().any(|moment| moment.contains("21 times")), "{journey:?}");
    // In vain once more: the job begins anew, and the page is true again.
    clerk.get(&format!("/merchant/orders/{order}")).await;
    assert!(clerk.texts(".label-card dd").iter().any(|fact| fact.starts_with("decide No answer for days")));
    clerk.submit("ask", &[("ask", "1")]).await;
    assert_eq!(count(&mut owner, CALLS).await, 22);
    assert!(clerk.body.contains("We ask again automatically: "), "{}", clerk.body);
    visitor.get(&page).await;
    assert!(visitor.body.contains("We ask again automatically"), "{}", visitor.body);
    // Let go, and asked about by hand when Post is back.
    sql(&mut owner, "delete from job where kind = 'confirm_user_id' and dead_at is null").await;
    shop.fault("none").await;
    // The breaker leaves Post in peace for so long.
    clock.advance(10);
    clerk.get(&format!("/merchant/orders/{order}")).await;
    clerk.submit("ask", &[("ask", "1")]).await;
    assert_eq!(shop.json(&order).await["user_id_state"], "known");
    assert_eq!(count(&mut owner, JOBS).await, 0, "the dead one went with the answer");
}

#[actix_web::test]
async fn of_two_instances_one_asks() {
    let clock = clock();
    let here = open(&clock).await;
    let there = open_beside(&here, &clock).await;
    let mut owner = here.owner().await;
    for shop in [&here, &there] {
        shop.fault("500").await;
    }
    order(&here, "en").await;
    until(&mut owner, CALLS, 2).await;
    until(&mut owner, FAILED, 1).await;
    let before = here.user_calls().await + there.user_calls().await;
    for shop in [&here, &there] {
        shop.fault("slow").await;
    }
    pass(&mut owner, &clock).await;
    until(&mut owner, PARCELS, 1).await;
    until(&mut owner, JOBS, 0).await;
    assert_eq!(here.user_calls().await + there.user_calls().await, before + 1);
    assert_eq!(count(&mut owner, CALLS).await, 3);
    assert_eq!(count(&mut owner, PARCELS).await, 1);
}

#[actix_web::test]
async fn a_question_of_an_instance_that_was_killed_is_taken_over_once_its_leases_have_run_out() {
    let clock = clock();
    let shop = open(&clock).await;
    let mut owner = shop.owner().await;
    shop.fault("500").await;
    order(&shop, "en").await;
    until(&mut owner, FAILED, 1).await;
    shop.fault("none").await;
    // An instance has claimed the job, has begun to ask, and is gone.
    let lease = "update job set leased_by = gen_random_uuid(), leased_until = $1, due_at = $2 where kind = 'confirm_user_id'";
    let now = clock.now();
    sqlx::query(lease).bind(now + LEASE).bind(now).execute(&mut owner).await.expect("leased");
    let asking = "insert into question select id, gen_random_uuid(), $1 from shop_order";
    sqlx::query(asking).bind(now + TimeDelta::seconds(6)).execute(&mut owner).await.expect("asking");
    // Its lease ends when the breaker, which what follows opens, lets Post be asked again.
    clock.advance(LEASE.num_seconds() - 10);
    // The older job would be claimed before this one's, if it could be.
    shop.fault("500").await;
    order(&shop, "de").await;
    until(&mut owner, FAILED, 1).await;
    assert_eq!(count(&mut owner, CALLS).await, 4, "nobody has asked about the first one meanwhile");
    shop.fault("none").await;
    clock.advance(10);
    until(&mut owner, PARCELS, 1).await;
    assert_eq!(count(&mut owner, CALLS).await, 5);
}

#[actix_web::test]
async fn an_instance_that_dies_between_the_answer_and_the_parcel_leaves_no_second_question() {
    let clock = clock();
    let shop = open(&clock).await;
    let mut owner = shop.owner().await;
    shop.fault("500").await;
    let visitor = order(&shop, "en").await;
    until(&mut owner, FAILED, 1).await;
    sql(
        &mut owner,
        "with known as (update shipping_mandate set state = 'known', answered_at = now() returning id)
         insert into mandate_user_id (mandate_id, user_id, verified, erase_on) select id, 'PT011227', 'none', '2099-01-01' from known",
    )
    .await;
    pass(&mut owner, &clock).await;
    until(&mut owner, PARCELS, 1).await;
    until(&mut owner, JOBS, 0).await;
    assert_eq!(count(&mut owner, CALLS).await, 2, "the answer stands");
    let json = shop.json(&number(&visitor)).await;
    assert_eq!(json["label_lines"][1], "PickPost PT011227");
}

#[actix_web::test]
async fn whoever_asks_post_again_is_told_what_came_of_it_this_once() {
    let clock = clock();
    let shop = open(&clock).await;
    let mut owner = shop.owner().await;
    shop.fault("500").await;
    let number = number(&order(&shop, "en").await);
    until(&mut owner, FAILED, 1).await;
    let page = format!("/merchant/orders/{number}");
    let mut clerk = shop.clerk().await;
    let notice = |clerk: &Visitor| clerk.texts(".notice[role=status]").concat();
    let (silent, answered) =
        ("Swiss Post was asked again just now, without a result: ", "Swiss Post was asked and has answered");
    clerk.get(&page).await;
    assert!(!notice(&clerk).contains("was asked"), "{}", notice(&clerk));
    clerk.submit("ask", &[("ask", "1")]).await;
    assert!(clerk.url.as_str().ends_with(&format!("{page}?asked")), "{}", clerk.url);
    let told = notice(&clerk);
    assert!(told.contains(silent) && told.contains("Next: "), "why, and what happens next: {told}");
    shop.fault("none").await;
    // Three failures in a row have opened the breaker for ten seconds.
    clock.advance(11);
    clerk.submit("ask", &[("ask", "1")]).await;
    assert!(notice(&clerk).contains(answered), "{}", notice(&clerk));
    clerk.get(&page).await;
    assert!(!notice(&clerk).contains("was asked"), "{}", notice(&clerk));
    // An order that goes home has no customer number, and says nothing of one.
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "home", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    clerk.get(&format!("/merchant/orders/{}?asked", self::number(&visitor))).await;
    assert!(!clerk.body.contains(answered) && !clerk.body.contains(silent));
}
