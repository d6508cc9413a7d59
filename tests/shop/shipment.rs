//! The data of a parcel go to Post once, and its label comes back once, whatever is lost in between: there are never two labels of
//! one parcel that could be used.

use chrono::{DateTime, TimeDelta, Utc};
use pickpost_shop::clock::Clock;
use pickpost_shop::shipping::shipment::store::LEASE;
use serde_json::{Value, json};
use sqlx::{Executor, PgConnection};

use crate::support::shop::Shop;
use crate::support::until;
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, number, walk};

const SENT: &str = "select count(*) from shipment where state = 'sent'";
const LABELS: &str = "select count(*) from official_label";
const GONE: &str = "select count(*) from written_off_number";
const OPEN: &str = "select count(*) from shipment_attempt where ended_at is null";
const ENDED: &str = "select count(*) from shipment_attempt where ended_at is not null";
const RESTING: &str =
    "select count(*) from job where kind = 'send_shipment' and leased_by is null and last_error is not null";
const CONFIRM_RESTING: &str = "select count(*) from job where kind = 'confirm_user_id' and leased_by is null and last_error is not null";
const JOBS: &str = "select count(*) from job where kind = 'send_shipment'";

fn clock() -> Clock {
    Clock::fixed(Clock::System.now())
}

async fn open(clock: &Clock, more: &[(&str, &str)]) -> Shop {
    let settings: Vec<_> =
        [("POST_LOCATIONS_EVERY", "off")].into_iter().chain(more.iter().copied()).collect();
    Shop::open_at(clock.clone(), &settings).await
}

async fn count(owner: &mut PgConnection, question: &'static str) -> i64 {
    sqlx::query_scalar(question).fetch_one(&mut *owner).await.expect("a number")
}

async fn text(owner: &mut PgConnection, question: &'static str) -> String {
    sqlx::query_scalar(question).fetch_one(&mut *owner).await.expect(question)
}

async fn order(shop: &Shop, delivery: &str) -> String {
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", delivery, Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    number(&visitor)
}

async fn fault(shop: &Shop, mode: &str) {
    let form =
        reqwest::Client::new().post(format!("{}/console/faults", shop.sandbox)).form(&[("barcode", mode)]);
    assert!(form.send().await.expect("the console").status().is_success(), "{mode}");
}

async fn journal(shop: &Shop) -> Vec<Value> {
    let answer = reqwest::get(format!("{}/console/requests.json", shop.sandbox)).await.expect("the console");
    let journal: Vec<Value> = serde_json::from_str(&answer.text().await.expect("text")).expect("JSON");
    journal.into_iter().filter(|entry| entry["path"] == "/barcode/v1/generateAddressLabel").collect()
}

/// What the history says, as `what: detail`.
fn history(order: &Value) -> Vec<String> {
    let entries = order["history"].as_array().expect("a history");
    let told = |entry: &Value| {
        let detail = entry["detail"].as_str().unwrap_or_default();
        format!("{}: {detail}", entry["what"].as_str().unwrap_or_default())
    };
    entries.iter().map(told).collect()
}

fn grouped(code: &str) -> String {
    format!("{}.{}.{}.{}", &code[..2], &code[2..4], &code[4..10], &code[10..])
}

/// What there is in the end, however it came to it: one label, of the number that the parcel has, and every other number that was
/// asked with in the history.
async fn one_usable_label(shop: &Shop, order: &str) {
    let mut owner = shop.owner().await;
    until(&mut owner, SENT, 1).await;
    assert_eq!(count(&mut owner, LABELS).await, 1);
    let ours = "select count(*) from official_label l join shipment_attempt a on a.id = l.attempt_id
        join parcel p on p.id = l.parcel_id and p.ident_code = a.ident_code where a.outcome = 'sent'";
    assert_eq!(count(&mut owner, ours).await, 1, "the label carries the parcel's number");
    let used =
        "select count(distinct a.ident_code) from shipment_attempt a where a.outcome in ('lost', 'used')
        and not exists (select from written_off_number w where w.ident_code = a.ident_code)";
    assert_eq!(count(&mut owner, used).await, 0, "whatever may lie about is written off");
    let alive = "select count(*) from written_off_number w join parcel p on p.ident_code = w.ident_code";
    assert_eq!(count(&mut owner, alive).await, 0, "no parcel has a number that was written off");
    let json = shop.json(order).await;
    assert_eq!(json["shipment_state"], "sent");
    let numbers: Vec<String> = sqlx::query_scalar("select ident_code from written_off_number")
        .fetch_all(&mut owner)
        .await
        .expect("them");
    for code in numbers {
        let told = format!("number_written_off: {}", grouped(&code));
        assert!(
            history(&json).iter().any(|entry| entry.starts_with(&told)),
            "{told} in {:?}",
            history(&json)
        );
    }
}

/// Presses the button that sends now.
async fn send(clerk: &mut Visitor, order: &str) {
    clerk.get(&format!("/merchant/orders/{order}")).await;
    let csrf = clerk.attribute(".shipment input[name=csrf]", "value").expect("the button");
    clerk.post(&format!("/merchant/orders/{order}/label"), &[("csrf", &csrf)]).await;
    assert_eq!(clerk.path(), format!("/merchant/orders/{order}"), "{}", clerk.body);
}

#[actix_web::test]
async fn post_is_told_of_every_parcel_and_its_label_is_kept_byte_for_byte() {
    for delivery in ["pickpost", "my_post_24", "home", "other"] {
        let shop = Shop::open().await;
        let mut owner = shop.owner().await;
        let order = order(&shop, delivery).await;
        one_usable_label(&shop, &order).await;
        let json = shop.json(&order).await;
        assert!(history(&json).iter().any(|entry| entry == "shipment_sent: "), "{:?}", history(&json));
        let mut clerk = shop.clerk().await;
        clerk.get(&format!("/merchant/orders/{order}/label/official")).await;
        assert_eq!(
            (clerk.status, clerk.headers["content-type"].to_str().ok()),
            (200, Some("application/pdf"))
        );
        let kept: Vec<u8> =
            sqlx::query_scalar("select image from official_label").fetch_one(&mut owner).await.expect("it");
        assert!(clerk.bytes == kept && kept.starts_with(b"%PDF-"), "{delivery}");
        assert!(kept.windows(5).rev().take(10).any(|end| end == b"%%EOF"), "all of it");
        let told = &journal(&shop).await[0];
        assert_eq!(told["ident_code"], json["ident_code"]);
        let attributes = &told["request"]["item"]["attributes"];
        assert_eq!(attributes["przl"], json!(["PRI"]));
        assert!(attributes["weight"].as_i64().is_some_and(|grams| grams > 0), "{attributes}");
        clerk.get(&format!("/merchant/orders/{order}")).await;
        assert_eq!(clerk.texts(".shipment .pill"), ["sent"]);
        assert!(clerk.texts(".shipment button").is_empty(), "what is sent is sent");
    }
}

#[actix_web::test]
async fn keyword_and_user_id_travel_in_name2_with_the_points_address_and_nobodys_name_stands_in_the_journal()
{
    let shop = Shop::open().await;
    let mut owner = shop.owner().await;
    let order = order(&shop, "my_post_24").await;
    until(&mut owner, SENT, 1).await;
    let json = shop.json(&order).await;
    let told = &journal(&shop).await[0];
    let recipient = &told["request"]["item"]["recipient"];
    for (field, first) in [("firstName", "H…"), ("name1", "M…"), ("name2", "M…")] {
        assert_eq!(recipient[field], first, "{field}");
    }
    for absent in ["email", "mobile", "phone"] {
        assert!(recipient.get(absent).is_none(), "{absent}");
    }
    assert!(told["request"]["item"].get("notification").is_none(), "Post tells who collects, not we");
    let whole = told.to_string();
    let id = json["user_id"].as_str().expect("an ID");
    for secret in ["Muster", "Hans", id, json["point"]["street"].as_str().expect("a street")] {
        assert!(!whole.contains(secret), "{secret} in {whole}");
    }
}

#[actix_web::test]
async fn a_parcel_is_held_until_the_time_has_passed_or_the_merchant_says_so() {
    let clock = clock();
    let shop = open(&clock, &[("SHOP_HOLD_MINUTES", "60")]).await;
    let mut owner = shop.owner().await;
    let order = order(&shop, "pickpost").await;
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{order}/label/official")).await;
    assert_eq!(clerk.status, 404);
    assert!(clerk.body.contains("Swiss Post has not drawn a label for this order yet"), "{}", clerk.body);
    clerk.get(&format!("/merchant/orders/{order}")).await;
    assert_eq!(clerk.texts(".shipment .pill"), ["waiting"]);
    assert!(
        clerk.texts(".shipment p")[0].contains("They will be sent on "),
        "{:?}",
        clerk.texts(".shipment p")
    );
    assert_eq!(clerk.texts(".shipment button"), ["Send now"]);
    clock.advance(59 * 60);
    shop.rests().await;
    assert_eq!(
        (count(&mut owner, OPEN).await, count(&mut owner, ENDED).await),
        (0, 0),
        "not before the hour"
    );
    assert_eq!(shop.json(&order).await["shipment_state"], "waiting");
    clock.advance(61);
    one_usable_label(&shop, &order).await;
    // Another one, which the merchant does not want to hold.
    let second = self::order(&shop, "home").await;
    let mut clerk = shop.clerk().await;
    send(&mut clerk, &second).await;
    assert_eq!(clerk.texts(".shipment .pill"), ["sent"], "the page waits for the answer");
    until(&mut owner, SENT, 2).await;
    let json = shop.json(&second).await;
    let who = json["history"].as_array().expect("it").iter().find(|entry| entry["what"] == "send_now");
    assert_eq!(who.expect("who said so")["who"], "anna@example.ch");
    until(&mut owner, JOBS, 0).await;
    let asked = journal(&shop).await.len();
    clerk.post(&format!("/merchant/orders/{second}/label"), &[]).await;
    assert_eq!(clerk.status, 403, "not without the form's token: {}", clerk.body);
    assert_eq!((journal(&shop).await.len(), count(&mut owner, JOBS).await), (asked, 0));
}

#[actix_web::test]
async fn without_a_user_id_nothing_is_sent_and_with_it_everything_is() {
    let clock = clock();
    let shop = open(&clock, &[]).await;
    let mut owner = shop.owner().await;
    shop.fault("500").await;
    let order = order(&shop, "pickpost").await;
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{order}")).await;
    assert!(clerk.texts(".shipment").is_empty(), "there is no parcel yet");
    let csrf = clerk.attribute("main input[name=csrf]", "value").expect("a form");
    clerk.post(&format!("/merchant/orders/{order}/label"), &[("csrf", &csrf)]).await;
    assert_eq!(clerk.status, 409);
    clerk.get(&format!("/merchant/orders/{order}/label/official")).await;
    assert_eq!(clerk.status, 404);
    assert_eq!(shop.json(&order).await["shipment_state"], "waiting");
    assert_eq!(count(&mut owner, JOBS).await, 0);
    // Whoever moves the clock during its first try moves the second one with it.
    until(&mut owner, CONFIRM_RESTING, 1).await;
    shop.fault("none").await;
    clock.advance(200);
    one_usable_label(&shop, &order).await;
}

#[actix_web::test]
async fn a_lost_answer_costs_the_number_and_never_makes_a_second_label() {
    for (mode, why) in [
        ("lost", ""),
        ("losthalf", "nonsense"),
        ("made504", "down"),
        ("halfbody", "nonsense"),
        ("garbage", "nonsense"),
        ("reset", ""),
        ("close", ""),
    ] {
        let clock = clock();
        let shop = open(&clock, &[]).await;
        let mut owner = shop.owner().await;
        fault(&shop, mode).await;
        let order = order(&shop, "pickpost").await;
        until(&mut owner, RESTING, 1).await;
        assert_eq!((count(&mut owner, GONE).await, count(&mut owner, LABELS).await), (1, 0), "{mode}");
        let told = text(&mut owner, "select why from written_off_number").await;
        assert!(why.is_empty() || told == why, "{mode}: {told}");
        let first = text(&mut owner, "select ident_code from written_off_number").await;
        let json = shop.json(&order).await;
        assert_eq!(json["shipment_state"], "waiting", "{mode}");
        assert_ne!(json["ident_code"], json!(first), "the parcel has another number");
        fault(&shop, "none").await;
        clock.advance(160);
        one_usable_label(&shop, &order).await;
        assert_eq!(count(&mut owner, GONE).await, 1, "{mode}: one answer, one number");
    }
}

#[actix_web::test]
async fn an_answer_that_takes_too_long_is_lost_too_and_the_merchants_page_does_not_wait_for_it() {
    let clock = clock();
    let shop = open(&clock, &[("SHOP_HOLD_MINUTES", "60")]).await;
    let mut owner = shop.owner().await;
    let order = order(&shop, "pickpost").await;
    fault(&shop, "silent").await;
    let mut clerk = shop.clerk().await;
    send(&mut clerk, &order).await;
    assert!(clerk.texts(".shipment p")[0].contains("being sent now"), "{:?}", clerk.texts(".shipment p"));
    until(&mut owner, GONE, 1).await;
    assert_eq!(text(&mut owner, "select why from written_off_number").await, "timeout");
    until(&mut owner, RESTING, 1).await;
    clerk.get(&format!("/merchant/orders/{order}")).await;
    assert!(clerk.texts(".shipment p")[0].contains("Next attempt on "), "{:?}", clerk.texts(".shipment p"));
    assert_eq!(clerk.texts(".shipment li"), ["Swiss Post did not answer in time"]);
    fault(&shop, "none").await;
    send(&mut clerk, &order).await;
    one_usable_label(&shop, &order).await;
}

#[actix_web::test]
async fn a_label_that_was_made_behind_an_error_is_found_by_e2016_and_its_number_goes() {
    let clock = clock();
    let shop = open(&clock, &[]).await;
    let mut owner = shop.owner().await;
    fault(&shop, "made500").await;
    let order = order(&shop, "home").await;
    until(&mut owner, RESTING, 1).await;
    assert_eq!(count(&mut owner, GONE).await, 0, "an error is an answer: the number stays");
    fault(&shop, "none").await;
    clock.advance(160);
    one_usable_label(&shop, &order).await;
    assert_eq!(text(&mut owner, "select why from written_off_number").await, "used");
    let outcomes = "select string_agg(outcome, ' ' order by begun_at, ended_at, outcome <> 'used') from shipment_attempt";
    assert_eq!(text(&mut owner, outcomes).await, "failed used sent", "with the next number at once");
}

#[actix_web::test]
async fn where_every_number_is_used_a_few_are_tried_and_then_later_ones() {
    let clock = clock();
    let shop = open(&clock, &[]).await;
    let mut owner = shop.owner().await;
    fault(&shop, "E2016").await;
    let order = order(&shop, "pickpost").await;
    until(&mut owner, RESTING, 1).await;
    assert_eq!((count(&mut owner, GONE).await, journal(&shop).await.len()), (3, 3));
    fault(&shop, "none").await;
    clock.advance(160);
    one_usable_label(&shop, &order).await;
}

#[actix_web::test]
async fn what_made_nothing_for_certain_is_tried_again_with_the_same_number_after_growing_pauses() {
    for mode in ["500", "429", "403", "401", "E9999"] {
        let clock = clock();
        let shop = open(&clock, &[]).await;
        let mut owner = shop.owner().await;
        fault(&shop, mode).await;
        let order = order(&shop, "pickpost").await;
        let first = shop.json(&order).await["ident_code"].clone();
        let mut pauses = Vec::new();
        for tries in 1..=2 {
            until(&mut owner, ENDED, tries).await;
            until(&mut owner, RESTING, 1).await;
            let due = sqlx::query_scalar("select due_at from job where kind = 'send_shipment'");
            let due: DateTime<Utc> = due.fetch_one(&mut owner).await.expect("it");
            pauses.push(due - clock.now());
            if tries == 2 {
                fault(&shop, "none").await;
            }
            clock.advance((due - clock.now()).num_seconds() + 1);
        }
        assert!(pauses[0] < pauses[1] && pauses[0] >= TimeDelta::minutes(2), "{mode}: {pauses:?}");
        one_usable_label(&shop, &order).await;
        assert_eq!(shop.json(&order).await["ident_code"], first, "{mode}: the number stays");
        assert_eq!(count(&mut owner, GONE).await, 0, "{mode}");
    }
}

#[actix_web::test]
async fn a_late_answer_and_a_token_that_was_refused_do_no_harm() {
    for mode in ["slow", "401once"] {
        let shop = Shop::open().await;
        let mut owner = shop.owner().await;
        fault(&shop, mode).await;
        let order = order(&shop, "pickpost").await;
        one_usable_label(&shop, &order).await;
        assert_eq!((count(&mut owner, ENDED).await, count(&mut owner, GONE).await), (1, 0), "{mode}");
    }
}

#[actix_web::test]
async fn an_instance_that_died_before_or_after_it_asked_leaves_a_number_that_is_written_off() {
    // Whether the question of the dead one has reached Post nobody can know: it is played both ways.
    for asked in [false, true] {
        let clock = clock();
        let shop = open(&clock, &[("SHOP_HOLD_MINUTES", "60")]).await;
        let mut owner = shop.owner().await;
        let order = order(&shop, "pickpost").await;
        let dead = "insert into shipment_attempt (id, parcel_id, ident_code, begun_at) select gen_random_uuid(), id, ident_code, $1 from parcel";
        sqlx::query(dead).bind(clock.now()).execute(&mut owner).await.expect("a question");
        let number = text(&mut owner, "select ident_code from parcel").await;
        if asked {
            assert_eq!(ask_for(&shop, &number).await["item"]["identCode"], json!(number));
        }
        let mut clerk = shop.clerk().await;
        send(&mut clerk, &order).await;
        until(&mut owner, "select count(*) from job where last_error = 'busy' and leased_by is null", 1)
            .await;
        assert_eq!(
            (count(&mut owner, OPEN).await, count(&mut owner, GONE).await),
            (1, 0),
            "it may be at it still"
        );
        clock.advance(LEASE.num_seconds().max(160));
        one_usable_label(&shop, &order).await;
        assert_eq!(text(&mut owner, "select why from written_off_number").await, "cut_off");
        assert_eq!(text(&mut owner, "select ident_code from written_off_number").await, number);
    }
}

#[actix_web::test]
async fn a_shop_that_is_closed_while_it_asks_leaves_its_number_to_be_written_off_by_the_next_one() {
    let clock = clock();
    // Its simulator plays on, as Post would.
    let post = open(&clock, &[]).await;
    // Nobody but the job asks Post anything: its connection ends with it, not with the pages'.
    let alone = [
        ("POST_BASE_URL", &*post.sandbox),
        ("POST_SCOPE_ADDRESS_VALIDATE", "off"),
        ("POST_SCOPE_ADDRESS_AUTOCOMPLETE", "off"),
        ("POST_SCOPE_DELIVERY", "off"),
    ];
    let shop = open(&clock, &alone).await;
    let mut owner = shop.owner().await;
    fault(&post, "silent").await;
    let order = order(&shop, "home").await;
    until(&mut owner, OPEN, 1).await;
    let database = shop.database.clone();
    // Closing gives a job three seconds, and then drops it in the middle of its question.
    actix_web::rt::task::spawn_blocking(move || drop(shop)).await.expect("closed");
    assert_eq!((count(&mut owner, OPEN).await, count(&mut owner, LABELS).await), (1, 0));
    let next = open(&clock, &[("DATABASE_URL", &database)]).await;
    until(&mut owner, RESTING, 1).await;
    clock.advance(160);
    one_usable_label(&next, &order).await;
    assert_eq!(text(&mut owner, "select why from written_off_number").await, "cut_off");
}

#[actix_web::test]
async fn an_answer_that_comes_after_its_question_was_given_up_is_no_label() {
    let clock = clock();
    let shop = open(&clock, &[]).await;
    let mut owner = shop.owner().await;
    fault(&shop, "slow").await;
    let order = order(&shop, "pickpost").await;
    until(&mut owner, OPEN, 1).await;
    // Another instance, whose clock is ahead, has given it up and written the number off.
    let given_up = "update shipment_attempt set ended_at = now(), outcome = 'lost', why = 'cut_off';
        select write_off(id, ident_code, left(ident_code, 10), now(), 'cut_off') from parcel";
    owner.execute(given_up).await.expect("given up");
    until(&mut owner, RESTING, 1).await;
    assert_eq!(count(&mut owner, LABELS).await, 0, "it came too late");
    fault(&shop, "none").await;
    clock.advance(160);
    one_usable_label(&shop, &order).await;
}

#[actix_web::test]
async fn a_job_that_is_done_twice_asks_once() {
    let clock = clock();
    let shop = open(&clock, &[]).await;
    let mut owner = shop.owner().await;
    let order = order(&shop, "pickpost").await;
    until(&mut owner, JOBS, 0).await;
    // The instance died between the label and the end of the job.
    let again = "insert into job (kind, payload, key, enqueued_at, due_at) select 'send_shipment', jsonb_build_object('order', id), id::text, $1, $1 from shop_order";
    sqlx::query(again).bind(clock.now()).execute(&mut owner).await.expect("the job");
    until(&mut owner, JOBS, 0).await;
    one_usable_label(&shop, &order).await;
    assert_eq!(journal(&shop).await.len(), 1);
}

#[actix_web::test]
async fn a_refused_licence_waits_for_somebody_and_another_one_takes_another_number() {
    let clock = clock();
    let shop = open(&clock, &[("POST_FRANKING_LICENCE", "2026")]).await;
    let mut owner = shop.owner().await;
    let order = order(&shop, "pickpost").await;
    until(&mut owner, "select count(*) from job where dead_at is not null and last_error = 'refused'", 1)
        .await;
    let json = shop.json(&order).await;
    assert_eq!((&json["shipment_state"], &json["shipment_codes"]), (&json!("refused"), &json!(["E2026"])));
    assert!(history(&json).contains(&"shipment_refused: E2026".to_owned()), "{:?}", history(&json));
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{order}")).await;
    assert_eq!(clerk.texts(".shipment .pill"), ["refused"]);
    assert!(clerk.texts(".shipment li")[0].contains("E2026"), "{:?}", clerk.texts(".shipment li"));
    assert_eq!(clerk.texts(".shipment button"), ["Send again"]);
    clerk.get("/merchant/jobs").await;
    assert_eq!(clerk.texts("tbody th"), ["Sending a parcel’s data to Swiss Post"]);
    clock.advance(24 * 3600);
    shop.rests().await;
    assert_eq!(journal(&shop).await.len(), 1, "nothing is repeated that would be refused again");
    // With another licence, in the next start.
    let database = shop.database.clone();
    drop(shop);
    let next = open(&clock, &[("DATABASE_URL", &database)]).await;
    let mut clerk = next.clerk().await;
    send(&mut clerk, &order).await;
    one_usable_label(&next, &order).await;
    assert_eq!(text(&mut owner, "select why from written_off_number").await, "licence");
    let code = next.json(&order).await["ident_code"].as_str().expect("a code").to_owned();
    assert!(code.starts_with("9900123456"), "{code}");
    until(&mut owner, JOBS, 0).await;
}

#[actix_web::test]
async fn what_post_cannot_read_is_a_refusal_in_words() {
    for (mode, words) in [("400", "could not read the request"), ("schema", "without the parcel")] {
        let shop = Shop::open().await;
        let mut owner = shop.owner().await;
        fault(&shop, mode).await;
        let order = order(&shop, "home").await;
        until(&mut owner, "select count(*) from shipment where state = 'refused'", 1).await;
        let mut clerk = shop.clerk().await;
        clerk.get(&format!("/merchant/orders/{order}")).await;
        assert!(clerk.texts(".shipment li")[0].contains(words), "{:?}", clerk.texts(".shipment li"));
        shop.rests().await;
        fault(&shop, "none").await;
        send(&mut clerk, &order).await;
        one_usable_label(&shop, &order).await;
    }
}

#[actix_web::test]
async fn an_answer_without_its_item_is_a_refusal_in_words() {
    let shop = Shop::open_with(&[("POST_FRANKING_LICENCE", "00000000")]).await;
    let mut owner = shop.owner().await;
    let order = order(&shop, "home").await;
    until(&mut owner, "select count(*) from shipment where state = 'refused'", 1).await;
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{order}")).await;
    assert!(clerk.texts(".shipment li")[0].contains("franking licence"), "{:?}", clerk.texts(".shipment li"));
}

#[actix_web::test]
async fn a_label_goes_on_its_date_with_the_user_id_or_the_name_that_stands_on_it() {
    let clock = clock();
    let shop = open(&clock, &[]).await;
    let mut owner = shop.owner().await;
    let order = order(&shop, "pickpost").await;
    let home = self::order(&shop, "home").await;
    until(&mut owner, SENT, 2).await;
    clock.advance(182 * 24 * 3600);
    until(&mut owner, LABELS, 0).await;
    let mut clerk = shop.clerk().await;
    for order in [&order, &home] {
        clerk.get(&format!("/merchant/orders/{order}/label/official")).await;
        assert_eq!(clerk.status, 404);
        assert!(clerk.body.contains("erased as scheduled"), "{}", clerk.body);
    }
    clerk.get(&format!("/merchant/orders/{order}")).await;
    assert!(clerk.texts(".shipment a").is_empty() && clerk.texts(".shipment button").is_empty());
    assert_eq!(shop.json(&order).await["shipment_state"], "sent");
}

#[actix_web::test]
async fn a_parcel_of_an_older_version_is_sent_when_the_merchant_says_so() {
    let clock = clock();
    let shop = open(&clock, &[("SHOP_HOLD_MINUTES", "60")]).await;
    let mut owner = shop.owner().await;
    let order = order(&shop, "pickpost").await;
    owner.execute("delete from shipment; delete from job").await.expect("as it was left behind");
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{order}")).await;
    assert!(
        clerk.texts(".shipment p")[0].contains("not sent automatically"),
        "{:?}",
        clerk.texts(".shipment p")
    );
    send(&mut clerk, &order).await;
    one_usable_label(&shop, &order).await;
}

async fn refused(connection: &mut PgConnection, statement: &'static str) -> String {
    connection.execute(statement).await.expect_err(statement).to_string()
}

#[actix_web::test]
async fn the_database_keeps_one_label_a_parcel_and_no_number_twice() {
    let clock = clock();
    let shop = open(&clock, &[]).await;
    let (mut owner, mut app) = (shop.owner().await, shop.app_role().await);
    let order = order(&shop, "pickpost").await;
    one_usable_label(&shop, &order).await;
    let second = "insert into shipment_attempt (id, parcel_id, ident_code, begun_at, ended_at, outcome) select gen_random_uuid(), parcel_id, ident_code, now(), now(), 'sent' from shipment_attempt";
    let replaced = "select write_off(id, ident_code, '9900123456', now(), 'used') from parcel";
    for (statement, said) in [
        (second, "shipment_attempt_sent"),
        (replaced, "number of a parcel with a label"),
        ("update shipment set state = 'waiting'", "sent is final"),
        ("update shipment_attempt set outcome = 'lost', why = 'timeout'", "has ended"),
        ("update official_label set image = 'x'", "permission denied"),
        ("delete from official_label", "permission denied"),
        ("delete from written_off_number", "permission denied"),
        (
            "insert into written_off_number select ident_code, id, now(), 'used' from parcel",
            "permission denied",
        ),
    ] {
        let refused = refused(&mut app, statement).await;
        assert!(refused.contains(said), "{statement}: {refused}");
    }
    owner
        .execute("insert into written_off_number select '990012345600000007', id, now(), 'used' from parcel")
        .await
        .expect("an old one");
    let back = "update parcel set ident_code = '990012345600000007'";
    assert!(refused(&mut owner, back).await.contains("was written off"));
}

/// A token of the simulator's.
async fn token(shop: &Shop, scope: &str) -> String {
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", "sandbox"),
        ("client_secret", "sandbox"),
        ("scope", scope),
    ];
    let answer = reqwest::Client::new().post(format!("{}/OAuth/token", shop.sandbox)).form(&form).send();
    let answer: Value = answer.await.expect("an answer").json().await.expect("JSON");
    answer["access_token"].as_str().expect("a token").to_owned()
}

async fn post(shop: &Shop, token: &str, order: &Value) -> (u16, String) {
    let url = format!("{}/barcode/v1/generateAddressLabel", shop.sandbox);
    let answer =
        reqwest::Client::new().post(url).bearer_auth(token).json(order).send().await.expect("an answer");
    (answer.status().as_u16(), answer.text().await.expect("text"))
}

fn example() -> Value {
    serde_json::from_str(include_str!("../fixtures/post/label-request.json")).expect("JSON")
}

/// Asks the simulator for the label of a number, past the shop.
async fn ask_for(shop: &Shop, number: &str) -> Value {
    let mut order = example();
    order["frankingLicense"] = json!(&number[2..10]);
    order["item"]["itemNumber"] = json!(&number[10..]);
    let (status, answer) = post(shop, &token(shop, "WEDEC_BARCODE_READ").await, &order).await;
    assert_eq!(status, 200, "{answer}");
    serde_json::from_str(&answer).expect("JSON")
}

#[actix_web::test]
async fn the_simulator_refuses_what_post_refuses_in_the_way_post_does() {
    let shop = Shop::open().await;
    let right = token(&shop, "DCAPI_BARCODE_READ").await;
    let (status, answer) = post(&shop, &right, &example()).await;
    let answer: Value = serde_json::from_str(&answer).expect("JSON");
    assert_eq!((status, &answer["item"]["identCode"]), (200, &json!("990012345620000001")));
    assert!(answer["item"]["label"][0].as_str().is_some_and(|label| label.starts_with("JVBERi0")), "a PDF");
    // The same number, within ninety days.
    let (status, again) = post(&shop, &right, &example()).await;
    assert!(
        status == 200 && again.contains("E2016") && !again.contains("label\":["),
        "inside a 200: {again}"
    );
    let mut order = example();
    order["labelDefinition"]["imageFileType"] = json!("PNG");
    order["labelDefinition"]["labelLayout"] = json!("A7");
    order["item"]["itemNumber"] = json!("20000002");
    for (field, text) in [("title", "Herr"), ("name3", "Empfang"), ("addressSuffix", "3. Stock")] {
        order["item"]["recipient"][field] = json!(text);
    }
    let small: Value = serde_json::from_str(&post(&shop, &right, &order).await.1).expect("JSON");
    assert_eq!(
        small["item"]["warnings"][0]["code"], "W2016",
        "no room for the title: {}",
        small["item"]["warnings"]
    );
    assert!(small["item"]["label"][0].as_str().is_some_and(|label| label.starts_with("iVBOR")), "a PNG");
    // What is called otherwise.
    let mut strange = example();
    strange["customer"]["houseNo"] = json!("5");
    assert_eq!(post(&shop, &right, &strange).await, (400, String::new()), "an empty 400");
    let mut wrong = example();
    wrong["item"]["recipient"]["name1"] = json!("x".repeat(36));
    let (status, list) = post(&shop, &right, &wrong).await;
    let list: Value = serde_json::from_str(&list).expect("JSON");
    assert_eq!((status, &list[0]["field"]), (400, &json!("item.recipient.name1")));
    assert!(list[0]["error"].is_string() && list[0]["rejected_value"].is_string());
    assert_eq!(post(&shop, &token(&shop, "WEDEC_PICKPOST").await, &example()).await.0, 403);
    assert_eq!(post(&shop, "nobody", &example()).await.0, 401);
}

#[actix_web::test]
async fn what_the_shop_sends_is_of_the_form_that_the_example_has() {
    let shop = Shop::open().await;
    let mut owner = shop.owner().await;
    order(&shop, "pickpost").await;
    until(&mut owner, SENT, 1).await;
    let told = &journal(&shop).await[0]["request"];
    let names = |value: &Value| -> Vec<String> {
        value.as_object().map(|object| object.keys().cloned().collect()).unwrap_or_default()
    };
    for place in ["", "/customer", "/labelDefinition", "/item", "/item/recipient", "/item/attributes"] {
        let (mine, theirs) = (told.pointer(place).expect(place), example());
        let theirs = theirs.pointer(place).expect(place);
        assert!(names(mine).iter().all(|name| names(theirs).contains(name)), "{place}: {:?}", names(mine));
    }
}
