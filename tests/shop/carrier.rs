//! When Post is slow, silent or talks nonsense: the sale goes on, nothing is pretended (rule 7).

use std::collections::BTreeSet;

use pickpost_shop::clock::Clock;
use serde_json::Value;

use crate::support::shop::Shop;
use crate::support::walk::{Until, number, walk, walk_as};

async fn order_with(shop: &Shop, tag: &str) -> (Value, String) {
    let mut visitor = shop.visitor();
    let email = format!("hans+{tag}@example.ch");
    walk_as(&mut visitor, "en", "pickpost", Until::Review, &email).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let page = visitor.body.clone();
    (shop.json(&number(&visitor)).await, page)
}

#[actix_web::test]
async fn every_fault_of_post_leaves_an_order_to_confirm_and_no_label() {
    for (tag, outcome) in [
        ("silent", "timeout"),
        ("500", "down"),
        ("garbage", "nonsense"),
        ("halfbody", "nonsense"),
        ("badid", "nonsense"),
        ("noid", "nonsense"),
        ("403", "unauthorised"),
    ] {
        // A shop of its own: after several failures Post would be left in peace.
        let shop = Shop::open().await;
        let (order, page) = order_with(&shop, tag).await;
        assert_eq!(order["user_id_state"], "to_confirm", "{tag}");
        assert!(
            order["user_id"].is_null() && order["ident_code"].is_null() && order["label_lines"].is_null()
        );
        let history = order["history"].to_string();
        assert!(history.contains(&format!("{outcome} in")), "{tag}: {history}");
        assert!(
            page.contains("Post has not confirmed the customer number yet"),
            "{tag}: the shopper is told"
        );
        let mut clerk = shop.clerk().await;
        clerk.get(&format!("/merchant/orders/{}/label.svg", order["number"].as_str().unwrap_or(""))).await;
        assert_eq!(clerk.status, 409, "{tag}: no label");
    }
}

#[actix_web::test]
async fn a_late_answer_a_refused_token_and_an_unknown_status_do_no_harm() {
    let shop = Shop::open().await;
    for tag in ["slow", "401once", "unknown"] {
        let (order, _) = order_with(&shop, tag).await;
        assert_eq!((&order["user_id_state"], &order["verified"]), (&"known".into(), &"NONE".into()), "{tag}");
    }
}

#[actix_web::test]
async fn every_status_of_post_is_understood() {
    let shop = Shop::open().await;
    for (tag, status) in
        [("mail", "MAIL"), ("registred", "REGISTRED_MAIL"), ("suisseid", "SUISSE-ID"), ("x", "NONE")]
    {
        assert_eq!(order_with(&shop, tag).await.0["verified"], status);
    }
}

#[actix_web::test]
async fn the_merchant_asks_again_and_the_label_appears() {
    let clock = Clock::fixed(Clock::System.now());
    let shop = Shop::open_at(clock.clone(), &[("POST_LOCATIONS_EVERY", "off")]).await;
    shop.fault("500").await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "it", "my_post_24", Until::Review).await;
    assert_eq!(shop.user_calls().await, 2, "asked twice for one shopper");
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let number = number(&visitor);
    let mut clerk = shop.clerk().await;
    clerk.get("/merchant/orders?waiting=1").await;
    assert!(clerk.body.contains(&number), "it waits in the queue");
    ask_again(&mut clerk, &number).await;
    assert_eq!(shop.json(&number).await["user_id_state"], "to_confirm", "Post is still down");
    shop.fault("none").await;
    // Where the job has asked as well Post is left in peace for ten seconds.
    clock.advance(11);
    ask_again(&mut clerk, &number).await;
    let order = shop.json(&number).await;
    assert_eq!(order["user_id_state"], "known");
    assert!(order["ident_code"].is_string());
    clerk.get(&format!("/merchant/orders/{number}/label.svg?layout=A6")).await;
    assert_eq!(clerk.status, 200);
}

/// Presses the button "Ask Post again".
async fn ask_again(clerk: &mut crate::support::visitor::Visitor, number: &str) {
    let path = format!("/merchant/orders/{number}");
    clerk.get(&path).await;
    let csrf = clerk.attribute("main input[name=csrf]", "value").expect("the button");
    clerk.post(&path, &[("csrf", &csrf), ("ask", "1")]).await;
}

#[actix_web::test]
async fn the_simulator_refuses_what_post_refuses() {
    let shop = Shop::open().await;
    let client = reqwest::Client::new();
    let token_url = format!("{}/OAuth/token", shop.sandbox);
    let ask = |secret: &'static str, scope: &'static str| {
        let form = [
            ("grant_type", "client_credentials"),
            ("client_id", "sandbox"),
            ("client_secret", secret),
            ("scope", scope),
        ];
        client.post(&token_url).form(&form).send()
    };
    assert_eq!(ask("wrong", "WEDEC_PICKPOST").await.expect("an answer").status(), 401);
    assert_eq!(ask("sandbox", "EVERYTHING").await.expect("an answer").status(), 400);
    let answer: Value = serde_json::from_str(
        &ask("sandbox", "WEDEC_PICKPOST").await.expect("an answer").text().await.expect("text"),
    )
    .expect("JSON");
    let token = answer["access_token"].as_str().expect("a token").to_owned();
    let published: Value =
        serde_json::from_str(include_str!("../fixtures/post/users-request.json")).expect("JSON");
    let users = |body: Value| {
        client.post(format!("{}/pickpost/v1/users", shop.sandbox)).bearer_auth(&token).json(&body).send()
    };
    let taken = users(published.clone()).await.expect("an answer");
    assert_eq!(taken.status(), 200, "the published example is taken");
    let (mut mine, mut theirs) = (BTreeSet::new(), BTreeSet::new());
    fields(&taken.json().await.expect("JSON"), "", &mut mine);
    let answer = include_str!("../fixtures/post/users-answer.json");
    fields(&serde_json::from_str(answer).expect("JSON"), "", &mut theirs);
    assert_eq!(mine, theirs, "and answered with the published fields");
    for (path, value) in [
        ("/service", Value::from("PICK_POST")),
        ("/userDetails/gender", Value::from("X")),
        ("/userDetails/firstName", Value::from("")),
        ("/userDetails/lastName", Value::from("x".repeat(36))),
        ("/address/zip/zip", Value::from("80081")),
        ("/notification/email", Value::Null),
        ("/notification/notifyMode", Value::from("PIGEON")),
    ] {
        let mut body = published.clone();
        *body.pointer_mut(path).expect("a field") = value;
        assert_eq!(users(body).await.expect("an answer").status(), 400, "{path}");
    }
    let mut more = published;
    more["customer"] = Value::from("unknown");
    assert_eq!(users(more).await.expect("an answer").status(), 400, "an unknown property");
    let nobody = client.post(format!("{}/pickpost/v1/users", shop.sandbox)).json(&Value::Null).send();
    assert_eq!(nobody.await.expect("an answer").status(), 401);
}

#[actix_web::test]
async fn the_simulator_finds_every_point_through_types_and_find() {
    let shop = Shop::open().await;
    let base = format!("{}/StandortSuche/StaoCacheServiceV2/api/v1", shop.sandbox);
    let json = |text: String| -> Value { serde_json::from_str(&text).expect("JSON") };
    let get = |path: String| async move {
        reqwest::get(path).await.expect("an answer").text().await.expect("text")
    };
    let types = json(get(format!("{base}/Types?lang=de")).await);
    let tag = |id: &str| {
        let types = types["types"].as_array().expect("types");
        types
            .iter()
            .find(|kind| kind["id"] == id)
            .and_then(|kind| kind["tag"].as_str())
            .expect("a tag")
            .to_owned()
    };
    for (id, count) in [("001134032", 2440), ("001490010", 260)] {
        let found = json(get(format!("{base}/Find?extent=5.5,45.5,11,48&query={}&maxpois=3", tag(id))).await);
        assert_eq!((found["count"].as_u64(), found["pois"].as_array().map(Vec::len)), (Some(count), Some(3)));
        let poi = get(format!("{base}/Poi?id={}", found["pois"][0]["id"].as_str().unwrap_or(""))).await;
        assert!(poi.contains("<OpeningHours><Monday>") && poi.contains("<CoordinateLat>"));
    }
    let places = json(get(format!("{base}/Geocode?query=8001&limit=5")).await);
    assert!(places["locations"][0]["name"].as_str().is_some_and(|name| name.contains("Zürich")));
}

/// The names of a JSON answer's fields, as paths; of a list's entries all together.
fn fields(value: &Value, path: &str, into: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                into.insert(format!("{path}/{name}"));
                fields(value, &format!("{path}/{name}"), into);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| fields(value, path, into)),
        _ => {}
    }
}

/// The names of an XML answer's elements and attributes, as paths.
fn elements(xml: &str) -> BTreeSet<String> {
    let document = roxmltree::Document::parse(xml).expect("XML");
    let path = |node: roxmltree::Node<'_, '_>| {
        let names: Vec<_> = node.ancestors().map(|node| node.tag_name().name().to_owned()).collect();
        names.into_iter().rev().collect::<Vec<_>>().join("/")
    };
    let of_node = |node: roxmltree::Node<'_, '_>| {
        let attributes =
            node.attributes().map(move |attribute| format!("{}@{}", path(node), attribute.name()));
        attributes.chain([path(node)]).collect::<Vec<_>>()
    };
    document.descendants().filter(|node| node.is_element()).flat_map(of_node).collect()
}

#[actix_web::test]
async fn the_simulator_spells_every_field_as_the_fixtures_do_that_the_client_reads() {
    let shop = Shop::open().await;
    let base = format!("{}/StandortSuche/StaoCacheServiceV2/api/v1", shop.sandbox);
    let get = |path: String| async move {
        reqwest::get(path).await.expect("an answer").text().await.expect("text")
    };
    let spelled = |text: &str| {
        let mut names = BTreeSet::new();
        fields(&serde_json::from_str(text).expect("JSON"), "", &mut names);
        names
    };
    let types = get(format!("{base}/Types?lang=de")).await;
    let tag = |id: &str| {
        let types: Value = serde_json::from_str(&types).expect("JSON");
        let known = types["types"].as_array().and_then(|types| types.iter().find(|kind| kind["id"] == id));
        known.and_then(|kind| kind["tag"].as_str()).expect("a tag").to_owned()
    };
    let found = get(format!("{base}/Find?extent=5.5,45.5,11,48&query={}", tag("001134032"))).await;
    for (name, answer, fixture) in [
        ("types", &types, include_str!("../fixtures/post/locations-types.json")),
        ("find", &found, include_str!("../fixtures/post/locations-find.json")),
    ] {
        let (mine, theirs) = (spelled(answer), spelled(fixture));
        // The simulator puts no points into clusters.
        let missing: Vec<_> =
            theirs.iter().filter(|path| !path.starts_with("/pois/pois") && !mine.contains(*path)).collect();
        assert!(missing.is_empty(), "{name}: {missing:?}");
    }
    let pois: Value = serde_json::from_str(&found).expect("JSON");
    let (mut mine, theirs) = (BTreeSet::new(), elements(include_str!("../fixtures/post/locations-poi.xml")));
    for id in pois["pois"].as_array().expect("points").iter().filter_map(|poi| poi["id"].as_str()) {
        if !theirs.is_subset(&mine) {
            mine.extend(elements(&get(format!("{base}/Poi?id={id}")).await));
        }
    }
    let missing: Vec<_> = theirs.difference(&mine).collect();
    assert!(missing.is_empty(), "poi: {missing:?}");
}

#[actix_web::test]
async fn the_simulators_journal_shows_no_person_and_no_secret() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Payment).await;
    let journal = reqwest::get(format!("{}/console/requests.json", shop.sandbox)).await.expect("the console");
    let journal = journal.text().await.expect("text");
    for secret in ["Muster", "Bellerive", "hans.muster", "\"sandbox\""] {
        assert!(!journal.contains(secret), "{secret} in {journal}");
    }
    assert!(journal.contains("/pickpost/v1/users") && journal.contains("\"status\":200"));
}
