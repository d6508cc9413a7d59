//! An order that is too much for one parcel (docs/packing.md): packed by one rule, all of it to one point under one User ID, each
//! parcel with a number and a label of its own; the order is as far as all of them.

use std::collections::BTreeSet;

use serde_json::Value;
use sqlx::Executor;

use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{Until, choice, number, put, walk};

/// Twelve pots of 3.4 kg and a cheese: 44 kg with their packaging.
const POTS: i64 = 12;

/// Orders them, and gives the shopper on the order's page.
async fn order(shop: &Shop, delivery: &str) -> (Visitor, String) {
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "fondue-pot", "12").await;
    walk(&mut visitor, "en", delivery, Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let number = number(&visitor);
    (visitor, number)
}

async fn sent(shop: &Shop, number: &str) -> Value {
    shop.until(number, |json| json["shipment_state"] == "sent").await
}

fn codes(json: &Value) -> Vec<String> {
    let parcels = json["parcels"].as_array().expect("parcels");
    parcels.iter().map(|parcel| parcel["ident_code"].as_str().expect("a code").to_owned()).collect()
}

async fn console(shop: &Shop, path: &str) -> Vec<Value> {
    let answer = reqwest::get(format!("{}/console/{path}", shop.sandbox)).await.expect("the console");
    serde_json::from_str(&answer.text().await.expect("text")).expect("JSON")
}

/// Lets something happen to a parcel, and has the shop ask about it now.
async fn happens(shop: &Shop, ident_code: &str, events: &[&str]) {
    for event in events {
        let url = format!("{}/console/parcels/{ident_code}/events", shop.sandbox);
        let answer = reqwest::Client::new().post(url).form(&[("event", event)]).send().await.expect("it");
        assert!(!answer.status().is_client_error() && !answer.status().is_server_error(), "{event}");
    }
    let mut owner = shop.owner().await;
    owner.execute("update parcel_watch set next_at = now() - interval '1 second'").await.expect("now");
    owner
        .execute("update job_schedule set due_at = now() - interval '1 second' where kind = 'track_parcels'")
        .await
        .expect("now");
}

/// Every piece in one of the parcels, none heavier than a parcel may be, numbered one after another.
fn packed(json: &Value) -> usize {
    let parcels = json["parcels"].as_array().expect("parcels");
    let mut pots = 0;
    for (at, parcel) in parcels.iter().enumerate() {
        assert_eq!(
            (parcel["sequence"].as_u64(), parcel["parcels"].as_u64()),
            (Some(at as u64 + 1), Some(parcels.len() as u64))
        );
        assert!(parcel["weight_g"].as_i64().is_some_and(|grams| grams * 21 / 20 <= 30_000), "{parcel}");
        for item in parcel["contents"].as_array().expect("contents") {
            let (pieces, name) = item.as_str().and_then(|item| item.split_once(" × ")).expect("pieces");
            if name.contains("Fondue") {
                pots += pieces.parse::<i64>().expect("a number");
            }
        }
    }
    assert_eq!(pots, POTS, "{parcels:?}");
    let weights = parcels.iter().map(|parcel| parcel["weight_g"].as_i64().unwrap_or_default());
    assert_eq!(weights.sum::<i64>(), POTS * 3400 + 800);
    assert_eq!(codes(json).into_iter().collect::<BTreeSet<_>>().len(), parcels.len(), "a number each");
    parcels.len()
}

#[actix_web::test]
async fn too_much_for_one_parcel_travels_in_two_to_one_point_under_one_user_id_at_one_price() {
    for delivery in ["pickpost", "my_post_24", "home"] {
        let shop = Shop::open().await;
        let stock = "select stock from product where slug = 'fondue-pot'";
        let before: i32 = sqlx::query_scalar(stock).fetch_one(&mut shop.owner().await).await.expect("it");
        let (shopper, order) = order(&shop, delivery).await;
        let json = sent(&shop, &order).await;
        assert_eq!(packed(&json), 2, "{delivery}");
        assert_eq!(
            json["totals"]["delivery"].as_i64().unwrap_or(-1),
            if delivery == "home" { 4600 } else { 700 },
            "{json}"
        );
        let after: i32 = sqlx::query_scalar(stock).fetch_one(&mut shop.owner().await).await.expect("it");
        assert_eq!(i64::from(before - after), POTS);
        assert_eq!(shop.user_calls().await, usize::from(delivery != "home"), "one User ID for all of them");
        // Post was told which of how many each is, and the labels name one place.
        let mut told: Vec<Value> = console(&shop, "requests.json").await;
        told.retain(|entry| entry["path"] == "/barcode/v1/generateAddressLabel");
        let mut parts: Vec<_> = told
            .iter()
            .map(|entry| &entry["request"]["item"]["attributes"])
            .map(|a| (a["parcelNo"].as_i64(), a["parcelTotal"].as_i64(), a["weight"].as_i64()))
            .collect();
        parts.sort_unstable();
        let weight = |at: usize| json["parcels"][at]["weight_g"].as_i64();
        assert_eq!(parts, [(Some(1), Some(2), weight(0)), (Some(2), Some(2), weight(1))]);
        let parcels = console(&shop, "parcels.json").await;
        assert_eq!(parcels.len(), 2);
        assert_eq!(parcels[0]["recipient"], parcels[1]["recipient"]);
        // Whoever ordered sees both.
        let rows = shopper.texts("[data-part=parcels] li");
        assert_eq!(rows.len(), 2, "{}", shopper.body);
        for (row, code) in rows.iter().zip(codes(&json)) {
            let digits: String = row.chars().filter(char::is_ascii_digit).collect();
            assert!(digits.contains(&code) && row.contains("of 2"), "{row}");
        }
        // And so does the merchant, each with its own label.
        let mut clerk = shop.clerk().await;
        let mut labels = BTreeSet::new();
        for (parcel, code) in codes(&json).iter().enumerate() {
            clerk.get(&format!("/merchant/orders/{order}/label/official?parcel={}", parcel + 1)).await;
            assert_eq!(clerk.status, 200);
            labels.insert(clerk.bytes.clone());
            clerk.get(&format!("/merchant/orders/{order}/label.svg?parcel={}", parcel + 1)).await;
            assert!(clerk.body.replace('.', "").contains(code), "{code}");
        }
        assert_eq!(labels.len(), 2);
        for nowhere in ["official?parcel=3", "official?parcel=0", "official?parcel=-1", "look?parcel=9"] {
            clerk.get(&format!("/merchant/orders/{order}/label/{nowhere}")).await;
            assert_eq!(clerk.status, 404, "{nowhere}");
        }
        clerk.get(&format!("/merchant/orders/{order}/slip")).await;
        assert_eq!(clerk.texts(".slip-parcels h2"), ["Parcel 1 of 2", "Parcel 2 of 2"]);
    }
}

#[actix_web::test]
async fn an_order_is_ready_and_collected_when_all_of_its_parcels_are_and_one_that_comes_back_is_seen() {
    let shop = Shop::open().await;
    let (_, order) = order(&shop, "pickpost").await;
    let both = codes(&sent(&shop, &order).await);
    let states = |json: &Value| -> Vec<String> {
        let parcels = json["parcels"].as_array().expect("them").iter();
        parcels.map(|parcel| parcel["state"].as_str().unwrap_or_default().to_owned()).collect()
    };
    happens(&shop, &both[0], &["handed_over", "sorted", "arrived", "ready"]).await;
    let there =
        |json: &Value, parcels: [&str; 2], state: &str| states(json) == parcels && json["state"] == state;
    // The other one is not there yet.
    shop.until(&order, |json| there(json, ["ready", "announced"], "handed_over")).await;
    happens(&shop, &both[1], &["handed_over", "sorted", "arrived", "ready"]).await;
    shop.until(&order, |json| json["state"] == "ready").await;
    happens(&shop, &both[1], &["collected"]).await;
    // One waits still.
    shop.until(&order, |json| there(json, ["ready", "collected"], "ready")).await;
    happens(&shop, &both[0], &["collected"]).await;
    let json = shop.until(&order, |json| json["state"] == "collected").await;
    let reached = json["history"].as_array().expect("it").iter().filter(|entry| entry["what"] == "ready");
    assert_eq!(reached.count(), 1, "it is ready once");
    let (_, second) = self::order(&shop, "pickpost").await;
    let both = codes(&sent(&shop, &second).await);
    happens(&shop, &both[0], &["handed_over", "sorted", "arrived", "ready", "collected"]).await;
    happens(&shop, &both[1], &["handed_over", "sorted", "arrived", "ready", "returned"]).await;
    shop.until(&second, |json| json["state"] == "returned").await;
}

#[actix_web::test]
async fn each_parcel_gets_its_label_once_though_an_answer_is_lost() {
    let shop = Shop::open().await;
    let mut owner = shop.owner().await;
    shop.console(&[("barcode", "lost")]).await;
    let (_, order) = order(&shop, "my_post_24").await;
    shop.until(&order, |json| json.to_string().contains("number_written_off")).await;
    shop.rests().await;
    shop.console(&[("barcode", "none")]).await;
    owner
        .execute("update job set due_at = now() - interval '1 second' where kind = 'send_shipment'")
        .await
        .expect("now");
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{order}")).await;
    if let Some(csrf) = clerk.attribute(".shipment input[name=csrf]", "value") {
        clerk.post(&format!("/merchant/orders/{order}/label"), &[("csrf", &csrf)]).await;
    }
    let json = sent(&shop, &order).await;
    packed(&json);
    let labels = "select count(*) from official_label l join shipment_attempt a on a.id = l.attempt_id
        join parcel p on p.id = l.parcel_id and p.ident_code = a.ident_code";
    let labels: i64 = sqlx::query_scalar(labels).fetch_one(&mut owner).await.expect("them");
    assert_eq!(labels, 2);
}

#[actix_web::test]
async fn what_no_parcel_can_hold_is_refused_at_points_as_ever_and_the_page_says_how_many_parcels_there_will_be()
 {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "fondue-pot", "12").await;
    walk(&mut visitor, "en", "pickpost", Until::Delivery).await;
    let figures = visitor.texts(".choice-figures");
    assert_eq!(figures.iter().filter(|row| row.ends_with("in 2 parcels")).count(), 4, "{figures:?}");
    shop.sells_a_stone_of_34_kilograms().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "granite-grill", "1").await;
    walk(&mut visitor, "en", "pickpost", Until::Delivery).await;
    let reasons = visitor.texts(".choice .reason");
    assert_eq!(reasons, ["The parcel weighs 35.7 kg; the limit here is 30 kg"; 2]);
    visitor.submit("delivery", &[("delivery", "pickpost")]).await;
    assert_eq!(visitor.status, 422);
}

#[actix_web::test]
async fn a_user_id_that_comes_late_and_another_point_pack_the_order_for_where_it_goes() {
    let shop = Shop::open().await;
    shop.fault("500").await;
    let (mut shopper, order) = order(&shop, "pickpost").await;
    assert_eq!(shop.json(&order).await["parcels"].as_array().map(Vec::len), Some(0));
    shop.has_asked_by_itself().await;
    shop.fault("none").await;
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{order}")).await;
    clerk.submit("ask", &[("ask", "1")]).await;
    let first = sent(&shop, &order).await;
    packed(&first);
    let page = shopper.path().to_owned();
    shopper.get(&format!("{page}/point?q=Bern&kind=my_post_24")).await;
    let token = choice(&shopper);
    shopper.submit("choice", &[("choice", &token)]).await;
    let json = shop.until(&order, |json| json["point"]["kind"] == "my_post_24").await;
    let json = if json["shipment_state"] == "sent" { json } else { sent(&shop, &order).await };
    packed(&json);
    let old = codes(&first);
    assert!(codes(&json).iter().all(|code| !old.contains(code)), "numbers of their own");
}

#[actix_web::test]
async fn the_database_lets_no_piece_be_left_out_or_packed_twice() {
    let shop = Shop::open().await;
    let (_, order) = order(&shop, "pickpost").await;
    sent(&shop, &order).await;
    let mut application = shop.app_role().await;
    for statement in [
        // A piece that nobody has ordered, and one that lies in the other parcel already.
        "insert into parcel_item (parcel_id, position, quantity) select id, 9, 1 from parcel where sequence = 1",
        "insert into parcel_item (parcel_id, position, quantity)
         select p.id, i.position, 1 from parcel_item i, parcel p
         where not exists (select from parcel_item other where other.parcel_id = p.id and other.position = i.position)",
    ] {
        let refused = application.execute(statement).await.expect_err(statement);
        let constraint = refused.as_database_error().and_then(|error| error.constraint());
        assert_eq!(constraint, Some("packed_once"), "{refused}");
    }
    for statement in [
        "update parcel_item set quantity = 1",
        "delete from parcel_item",
        "update order_line set length_mm = 1",
    ] {
        assert!(application.execute(statement).await.is_err(), "{statement}");
    }
}

#[actix_web::test]
async fn an_order_of_an_older_version_that_does_not_say_how_large_its_goods_are_goes_on_in_one_parcel() {
    let shop = Shop::open().await;
    shop.fault("500").await;
    let (_, order) = order(&shop, "pickpost").await;
    let mut owner = shop.owner().await;
    shop.has_asked_by_itself().await;
    owner
        .execute("update order_line set length_mm = null, width_mm = null, height_mm = null")
        .await
        .expect("as of old");
    shop.fault("none").await;
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{order}")).await;
    clerk.submit("ask", &[("ask", "1")]).await;
    let json = shop
        .until(&order, |json| json["parcels"].as_array().is_some_and(|parcels| !parcels.is_empty()))
        .await;
    assert_eq!(codes(&json).len(), 1);
    assert_eq!(json["parcels"][0]["contents"].as_array().map(Vec::len), Some(0));
}
