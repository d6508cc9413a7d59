//! Address help: a suggestion stands on the page behind the form, is taken over by one click, and is in nobody's way; a silent
//! Post is silent.

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use pickpost_shop::clock::Clock;
use reqwest::header::AUTHORIZATION;
use serde_json::{Value, json};

use crate::support::BOUNDED;
use crate::support::shop::Shop;
use crate::support::visitor::Visitor;
use crate::support::walk::{HANS, Until, choice, number, put, walk, walk_as};

const MEANT: &str = ".did-you-mean .written";

/// Goes to the address and sends it with this street.
async fn live_in(visitor: &mut Visitor, lang: &str, street: &str) {
    put(visitor, lang, "mountain-cheese", "1").await;
    visitor.get(&format!("/{lang}/checkout/address")).await;
    send(visitor, street).await;
}

async fn send(visitor: &mut Visitor, street: &str) {
    let mut person = HANS.to_vec();
    person.retain(|(name, _)| *name != "street");
    person.push(("street", street));
    visitor.submit("email", &person).await;
}

/// Orders from the delivery step on, to the billing address.
async fn order_home(visitor: &mut Visitor) -> String {
    visitor.submit("delivery", &[("delivery", "home")]).await;
    visitor.submit("payment", &[("payment", "invoice")]).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    number(visitor)
}

/// How often the simulator was asked below a path.
async fn asked(shop: &Shop, path: &str) -> usize {
    let answer = reqwest::get(format!("{}/console/requests.json", shop.sandbox)).await.expect("the console");
    let journal: Value = serde_json::from_str(&answer.text().await.expect("text")).expect("JSON");
    let entries = journal.as_array().expect("a list").iter();
    entries.filter(|entry| entry["path"].as_str().is_some_and(|asked| asked.starts_with(path))).count()
}

#[actix_web::test]
async fn a_suggestion_stands_behind_the_form_and_one_click_takes_it_over() {
    let shop = Shop::open().await;
    for (lang, title) in [
        ("de", "Meinten Sie diese Adresse?"),
        ("fr", "Est-ce plutôt cette adresse ?"),
        ("it", "Intendevate questo indirizzo?"),
        ("en", "Did you mean this address?"),
    ] {
        let mut visitor = shop.visitor();
        live_in(&mut visitor, lang, "Seestrasse+fixed").await;
        assert_eq!(visitor.path(), format!("/{lang}/checkout/delivery"), "the form was taken");
        assert_eq!(visitor.texts(".did-you-mean .asks"), [title]);
        assert_eq!(visitor.texts(MEANT), ["Seestrasse 5, 8008 Zürich"]);
        visitor.submit("written", &[("answer", "take")]).await;
        assert_eq!(visitor.path(), format!("/{lang}/checkout/delivery"));
        assert!(visitor.texts(MEANT).is_empty());
        let number = order_home(&mut visitor).await;
        assert_eq!(shop.json(&number).await["billing"]["street"], "Seestrasse");
    }
}

#[actix_web::test]
async fn a_slip_of_the_finger_is_found_in_the_simulators_own_streets_and_a_wrong_town_by_its_postcode() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    live_in(&mut visitor, "en", "Haubtstrasse").await;
    assert_eq!(visitor.texts(MEANT), ["Hauptstrasse 5, 8008 Zürich"]);
    visitor.get("/en/checkout/address").await;
    visitor.submit("email", &[("street", "Bellerivestrasse"), ("town", "Bern")]).await;
    assert_eq!(visitor.texts(MEANT), ["Bellerivestrasse 5, 8008 Zürich"]);
    visitor.get("/en/checkout/address").await;
    visitor.submit("email", &[("town", "zurich")]).await;
    assert!(visitor.texts(MEANT).is_empty(), "accents and capitals are no suggestion");
}

#[actix_web::test]
async fn a_suggestion_that_nobody_answers_is_in_nobodys_way() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    live_in(&mut visitor, "en", "Seestrasse+fixed").await;
    // The same once more, as an impatient finger or a program sends it.
    visitor.get("/en/checkout/address").await;
    send(&mut visitor, "Seestrasse+fixed").await;
    assert_eq!(visitor.path(), "/en/checkout/delivery");
    assert_eq!(asked(&shop, "/address/v1/addresses").await, 1, "nobody is asked about the same house again");
    for (step, field, value) in [("payment", "delivery", "home"), ("review", "payment", "invoice")] {
        assert_eq!(visitor.texts(MEANT).len(), 1, "it still stands there before {step}");
        visitor.submit(field, &[(field, value)]).await;
        assert_eq!(visitor.path(), format!("/en/checkout/{step}"));
    }
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    assert_eq!(shop.json(&number(&visitor)).await["billing"]["street"], "Seestrasse+fixed");
}

#[actix_web::test]
async fn what_was_left_as_it_was_written_is_not_asked_about_again() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    live_in(&mut visitor, "en", "Seestrasse+fixed").await;
    let stale = visitor.filled("written", &[("answer", "take")]);
    visitor.submit("written", &[("answer", "keep")]).await;
    assert_eq!((visitor.path(), visitor.texts(MEANT).len()), ("/en/checkout/delivery", 0));
    visitor.get("/en/checkout/address").await;
    send(&mut visitor, "Seestrasse+fixed").await;
    assert!(visitor.texts(MEANT).is_empty());
    // The page of before, in another tab: what it offers is not on offer any more.
    let fields: Vec<(&str, &str)> = stale.1.iter().map(|(name, value)| (&**name, &**value)).collect();
    visitor.post(&stale.0, &fields).await;
    visitor.get("/en/checkout/address").await;
    assert_eq!(visitor.attribute("#street", "value").as_deref(), Some("Seestrasse+fixed"));
}

#[actix_web::test]
async fn an_address_that_post_does_not_find_orders_like_any_other() {
    let shop = Shop::open().await;
    for quality in ["unusable", "compromised", "invalid"] {
        let mut visitor = shop.visitor();
        live_in(&mut visitor, "en", &format!("Seestrasse+{quality}")).await;
        assert_eq!(visitor.path(), "/en/checkout/delivery", "{quality}");
        let told = visitor.texts(".did-you-mean .asks");
        assert_eq!(told, ["Swiss Post cannot find this address"], "{quality}");
        let number = order_home(&mut visitor).await;
        let order = shop.json(&number).await;
        assert_eq!(order["billing"]["street"], format!("Seestrasse+{quality}"));
        assert!(order["ident_code"].is_string(), "{quality}: it has a label");
    }
    for quality in ["certified", "verified", "usable"] {
        let mut visitor = shop.visitor();
        live_in(&mut visitor, "en", &format!("Seestrasse+{quality}")).await;
        assert!(visitor.texts(".did-you-mean").is_empty(), "{quality}");
    }
}

#[actix_web::test]
async fn a_silent_post_costs_a_second_at_most_and_is_not_spoken_of() {
    for fault in ["silent", "slow", "500", "garbage", "halfbody", "429", "reset", "schema", "403"] {
        let shop = Shop::open().await;
        shop.address_fault(fault).await;
        let mut visitor = shop.visitor();
        put(&mut visitor, "en", "mountain-cheese", "1").await;
        visitor.get("/en/checkout/address").await;
        for slip in ["a", "b", "c", "d"] {
            let begun = Instant::now();
            send(&mut visitor, &format!("Haubtstrasse {slip}")).await;
            let waited = begun.elapsed();
            assert!(waited < Duration::from_millis(1600), "{fault}: {waited:?}");
            assert_eq!(visitor.path(), "/en/checkout/delivery", "{fault}");
            assert!(!visitor.body.contains("did-you-mean"), "{fault}");
            visitor.get("/en/checkout/address").await;
        }
        // Its failures are its own: the User ID is asked for as ever.
        let mut other = shop.visitor();
        walk(&mut other, "en", "pickpost", Until::Payment).await;
        assert!(!other.body.contains("is not responding"), "{fault}: {}", other.body);
    }
}

#[actix_web::test]
async fn a_token_that_post_refuses_once_costs_no_suggestion() {
    let shop = Shop::open().await;
    shop.address_fault("401once").await;
    let mut visitor = shop.visitor();
    live_in(&mut visitor, "en", "Seestrasse+fixed").await;
    assert_eq!(visitor.texts(MEANT), ["Seestrasse 5, 8008 Zürich"]);
}

#[actix_web::test]
async fn the_other_address_has_its_suggestion_as_long_as_it_counts() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "other", Until::Delivery).await;
    let other =
        [("first_name", "Zoë"), ("last_name", "Ünlü"), ("street", "Rue du Vilage"), ("house_number", "12")];
    let there = [("delivery", "other"), ("postcode", "1003"), ("town", "Lausanne")];
    visitor.submit("delivery", &[&other[..], &there].concat()).await;
    assert_eq!(visitor.texts(MEANT), ["Rue du Village 12, 1003 Lausanne"], "{}", visitor.body);
    visitor.get("/en/checkout/delivery").await;
    visitor.submit("delivery", &[("delivery", "home")]).await;
    assert!(visitor.texts(MEANT).is_empty());
    visitor.get("/en/checkout/delivery").await;
    visitor.submit("delivery", &[("delivery", "other")]).await;
    visitor.submit("written", &[("answer", "take")]).await;
    assert_eq!(visitor.path(), "/en/checkout/payment");
    visitor.submit("payment", &[("payment", "invoice")]).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let order = shop.json(&number(&visitor)).await;
    assert_eq!(order["delivery"]["address"]["street"], "Rue du Village", "{order}");
}

#[actix_web::test]
async fn a_collectors_address_that_is_taken_over_is_another_question_to_post() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Collector).await;
    visitor.submit("notify", &[("notify", "email"), ("street", "Haubtstrasse")]).await;
    assert_eq!(visitor.path(), "/en/checkout/payment");
    assert_eq!(visitor.texts(MEANT), ["Hauptstrasse 5, 8008 Zürich"]);
    visitor.submit("written", &[("answer", "take")]).await;
    assert_eq!(visitor.path(), "/en/checkout/collector", "who collects is asked once more");
    assert_eq!(visitor.attribute("#street", "value").as_deref(), Some("Hauptstrasse"));
    visitor.submit("notify", &[]).await;
    assert_eq!((visitor.path(), shop.user_calls().await), ("/en/checkout/payment", 2));
    visitor.submit("payment", &[("payment", "invoice")]).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let order = shop.json(&number(&visitor)).await;
    assert_eq!(order["collector"]["home"]["street"], "Hauptstrasse", "{order}");
    assert_eq!(order["user_id_state"], "known");
}

/// What the script of the form asks, as it asks it.
async fn complete(visitor: &mut Visitor, fields: &[(&str, &str)]) -> Value {
    let csrf = visitor.attribute("input[name=csrf]", "value").unwrap_or_default();
    let page = visitor.body.clone();
    let own = [&[("csrf", &*csrf)], fields].concat();
    visitor.post("/en/checkout/address/complete", &own).await;
    let answer = std::mem::replace(&mut visitor.body, page);
    serde_json::from_str(&answer).unwrap_or(Value::Null)
}

#[actix_web::test]
async fn the_form_completes_towns_streets_and_numbers_and_says_nothing_of_what_it_does_not_know() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "mountain-cheese", "1").await;
    visitor.get("/en/checkout/address").await;
    let zurich = ("postcode", "8001");
    assert_eq!(complete(&mut visitor, &[("wanted", "town"), zurich]).await, json!(["Zürich"]));
    let streets = complete(&mut visitor, &[("wanted", "street"), zurich, ("street", "bahn")]).await;
    assert_eq!(streets, json!(["Bahnhofstrasse"]));
    let wanted = [("wanted", "house_number"), zurich, ("street", "Bahnhofstrasse"), ("house_number", "1")];
    let houses = complete(&mut visitor, &wanted).await;
    assert!(houses.as_array().is_some_and(|list| list.contains(&json!("1 A"))), "{houses}");
    let long = "x".repeat(200);
    for nothing in [
        &[("wanted", "town"), ("postcode", "80")][..],
        &[("wanted", "town"), ("postcode", "0000")],
        &[("wanted", "street"), zurich, ("street", "qqq")],
        &[("wanted", "street"), zurich, ("street", &long)],
        &[("wanted", "street"), zurich, ("street", "a\u{7}b")],
        &[("wanted", "house_number"), zurich],
        &[("wanted", "everything"), zurich],
        &[],
    ] {
        assert_eq!(complete(&mut visitor, nothing).await, json!([]), "{nothing:?}");
        assert_eq!(visitor.status, 200, "{nothing:?}");
    }
    shop.address_fault("silent").await;
    let begun = Instant::now();
    assert_eq!(complete(&mut visitor, &[("wanted", "town"), zurich]).await, json!([]));
    assert!(begun.elapsed() < BOUNDED, "{:?}", begun.elapsed());
    visitor.post("/en/checkout/address/complete", &[("wanted", "town"), zurich]).await;
    assert_eq!(visitor.status, 403, "no other page asks in a visitor's name");
    visitor.get("/en/checkout/address/complete?postcode=8001").await;
    assert_eq!(visitor.status, 405, "what is typed stands in no address");
}

#[actix_web::test]
async fn whoever_asks_without_end_is_not_helped_and_orders_all_the_same() {
    // The clock stands: on a slow machine the allowance would fill up again meanwhile.
    let clock = Clock::fixed("2026-11-24T09:00:00Z".parse::<DateTime<Utc>>().expect("a moment"));
    let shop = Shop::open_at(clock, &[("SHOP_LIMITS", "on")]).await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "mountain-cheese", "1").await;
    visitor.get("/en/checkout/address").await;
    for _ in 0..pickpost_shop::limit::ADDRESS_HELP.visitor[0].burst + 20 {
        complete(&mut visitor, &[("wanted", "town"), ("postcode", "x")]).await;
        if visitor.status == 429 {
            break;
        }
    }
    assert_eq!(visitor.status, 429);
    visitor.get("/en/checkout/address").await;
    send(&mut visitor, "Seestrasse+fixed").await;
    assert_eq!((visitor.path(), visitor.texts(MEANT).len()), ("/en/checkout/delivery", 0));
    order_home(&mut visitor).await;
}

/// A token of the simulator for a scope.
async fn token(shop: &Shop, scope: &str) -> String {
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", "sandbox"),
        ("client_secret", "sandbox"),
        ("scope", scope),
    ];
    let answer = reqwest::Client::new().post(format!("{}/OAuth/token", shop.sandbox)).form(&form);
    let answer = answer.send().await.expect("an answer").text().await.expect("text");
    let answer: Value = serde_json::from_str(&answer).expect("JSON");
    format!("Bearer {}", answer["access_token"].as_str().expect("a token"))
}

#[actix_web::test]
async fn the_simulator_takes_the_published_question_and_no_other_field() {
    let shop = Shop::open().await;
    let url = format!("{}/address/v1/addresses/validation", shop.sandbox);
    let published: Value =
        serde_json::from_str(include_str!("../fixtures/post/validation-request.json")).expect("JSON");
    let right = token(&shop, "WEDEC_VALIDATE_ADDRESS").await;
    let post = async |body: &Value, bearer: &str| {
        let request = reqwest::Client::new().post(&url).header(AUTHORIZATION, bearer);
        let request = request.header("content-type", "application/json").body(body.to_string());
        let answer = request.send().await.expect("an answer");
        (answer.status().as_u16(), answer.text().await.expect("text"))
    };
    let (status, answer) = post(&published, &right).await;
    let answer: Value = serde_json::from_str(&answer).expect("JSON");
    let printed: Value =
        serde_json::from_str(include_str!("../fixtures/post/validation-answer.json")).expect("JSON");
    assert_eq!(status, 200);
    for (name, value) in printed.as_object().expect("an object") {
        assert_eq!(answer[name].is_object(), value.is_object(), "{name} in {answer}");
    }
    for (path, wrong) in [
        ("/houseNo", json!("5")),
        ("/addressee/gender", json!("MALE")),
        ("/addressee/title", json!("MALE")),
        ("/geographicLocation/house/number", json!("5")),
        ("/geographicLocation/zip/zip", json!(8008)),
    ] {
        let mut body = published.clone();
        let (parent, name) = path.rsplit_once('/').expect("a path");
        body.pointer_mut(parent).expect("an object")[name] = wrong;
        assert_eq!(post(&body, &right).await, (400, String::new()), "{path}");
    }
    assert_eq!(post(&published, "Bearer nothing").await.0, 401);
    assert_eq!(post(&published, &token(&shop, "WEDEC_PICKPOST").await).await.0, 403);
}

#[actix_web::test]
async fn the_simulator_completes_in_the_form_of_both_generations() {
    let shop = Shop::open().await;
    let bearer = token(&shop, "DCAPI_ADDRESS_AUTOCOMPLETE").await;
    let get = async |path: &str| {
        let url = format!("{}/address/v1/{path}", shop.sandbox);
        let answer = reqwest::Client::new().get(url).header(AUTHORIZATION, &bearer);
        let answer = answer.send().await.expect("an answer");
        let status = answer.status().as_u16();
        (status, serde_json::from_str(&answer.text().await.expect("text")).unwrap_or(Value::Null))
    };
    let (_, wedec) = get("streets?name=Bahn&zip=8001").await;
    assert_eq!(wedec, json!({ "streets": ["Bahnhofstrasse"] }));
    let (_, dcapi) = get("streets?street=Bahn&zip=8001&type=DOMICILE").await;
    assert_eq!(dcapi, json!([{ "street": "Bahnhofstrasse", "zip": "8001" }]));
    let (_, wedec) = get("houses?zip=8001&streetname=Bahnhofstrasse&number=1").await;
    let (_, dcapi) = get("house-numbers?zip=8001&street=Bahnhofstrasse&houseNumber=1&type=DOMICILE").await;
    assert!(wedec["houses"].as_array().is_some_and(|list| list.iter().all(Value::is_string)), "{wedec}");
    assert_eq!(dcapi[0]["houseNumber"], wedec["houses"][0]);
    let (_, zips) = get("zips?zipCity=8001&type=DOMICILE").await;
    assert_eq!(zips, json!({ "zips": [{ "zip": "8001", "city18": "Zürich", "city27": "Zürich" }] }));
    for wrong in
        ["streets?name=Bahn&zip=8001&limit=5", "zips?zip=8001", "zips?zipCity=8001&type=HOME", "houses?zip=1"]
    {
        assert_eq!(get(wrong).await, (400, Value::Null), "{wrong}");
    }
}

#[actix_web::test]
async fn the_console_names_no_street_that_somebody_typed() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    put(&mut visitor, "en", "mountain-cheese", "1").await;
    visitor.get("/en/checkout/address").await;
    complete(&mut visitor, &[("wanted", "street"), ("postcode", "8001"), ("street", "Bahnhofstra")]).await;
    send(&mut visitor, "Hauptstrase").await;
    for page in ["/console", "/console/requests.json"] {
        let told = reqwest::get(format!("{}{page}", shop.sandbox)).await.expect("the console");
        let told = told.text().await.expect("text");
        assert!(told.contains("/address/v1/streets") && told.contains("/address/v1/addresses/validation"));
        for street in ["Bahnhofstra", "Hauptstra", "Muster"] {
            assert!(!told.contains(street), "{page}: {street}");
        }
    }
}

#[actix_web::test]
async fn a_checkout_without_a_slip_sees_nothing_of_all_this() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk_as(&mut visitor, "en", "my_post_24", Until::Point, "hans.muster@example.ch").await;
    let choice = choice(&visitor);
    visitor.submit("choice", &[("choice", &choice)]).await;
    visitor.submit("notify", &[("notify", "email")]).await;
    assert!(!visitor.body.contains("did-you-mean"), "{}", visitor.body);
    assert_eq!(asked(&shop, "/address/v1/addresses").await, 1, "the collector's home is the billing address");
}

#[actix_web::test]
async fn the_simulator_tracks_with_a_scope_of_its_own_and_takes_no_other_field() {
    let shop = Shop::open().await;
    let url = format!("{}/logistics/mailpiece/tracking/business/v1/mailpieces", shop.sandbox);
    let post = async |body: &str, scope: &str| {
        let request = reqwest::Client::new().post(&url).header(AUTHORIZATION, token(&shop, scope).await);
        let request = request.header("content-type", "application/json").body(body.to_owned());
        let answer = request.send().await.expect("an answer");
        (answer.status().as_u16(), answer.text().await.expect("text"))
    };
    let right = "MYSB_MAILPIECE_TRACKING_B2B_READ";
    let nothing = (200, r#"{"mailpieces":[]}"#.to_owned());
    assert_eq!(post(r#"{"ids":["990012345600000001"]}"#, right).await, nothing);
    for wrong in [r#"{"ids":["1"],"lang":"de"}"#, r#"{"ids":[]}"#, r#"{"ids":"1"}"#, "[]"] {
        assert_eq!(post(wrong, right).await, (400, String::new()), "{wrong}");
    }
    assert_eq!(post(r#"{"ids":["1"]}"#, "WEDEC_DELIVERY").await.0, 403);
}
