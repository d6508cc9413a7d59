//! The contract as the simulator serves it: whole, to read without a script, in the order of its files.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::held::{Contract, FILES};
use crate::relay::Relay;
use crate::support::shop::Shop;
use crate::support::walk::{Until, walk};

#[actix_web::test]
async fn the_simulator_serves_the_contract_whole_and_shows_it_without_a_script() {
    let (contract, shop) = (Contract::read(), Shop::open().await);
    let answer = reqwest::get(format!("{}/openapi.json", shop.sandbox)).await.expect("an answer");
    let served: Value = answer.json().await.expect("JSON");
    assert_eq!(served["components"], contract.components);
    assert_eq!(served["paths"].as_object().map(serde_json::Map::len), Some(contract.paths.len()));
    let mut page = shop.visitor();
    page.get(&format!("{}/openapi", shop.sandbox)).await;
    assert_eq!(page.status, 200);
    assert!(page.texts("script").is_empty() && !page.body.contains("style=") && !page.body.contains("src="));
    let policy = page.headers["content-security-policy"].to_str().expect("text").to_owned();
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
    let links: BTreeSet<String> = page.texts("nav li").into_iter().collect();
    for operation in contract.operations() {
        let (method, path) = (&operation.method, operation.path);
        assert!(links.contains(&format!("{method} {path}")), "{method} {path}");
        let mut told = operation.says.clone();
        told["tags"] = served["paths"][path][method.to_lowercase()]["tags"].clone();
        assert_eq!(served["paths"][path][method.to_lowercase()], told);
    }
    let fields = page.texts("th[scope=row] code");
    for field in
        ["userDetails.firstName", "item.recipient.name2", "verified", "pois[].info.Zip", "expires_in"]
    {
        assert!(fields.iter().any(|known| known == field), "{field}");
    }
    page.get(&format!("{}/openapi/openapi.css", shop.sandbox)).await;
    assert_eq!(page.status, 200);
}

#[actix_web::test]
async fn the_contract_is_served_and_shown_in_the_order_in_which_it_is_written() {
    let shop = Shop::open().await;
    let dense = |text: &str| text.split_whitespace().collect::<String>();
    let served = reqwest::get(format!("{}/openapi.json", shop.sandbox)).await.expect("an answer");
    let served = dense(&served.text().await.expect("a text"));
    for file in FILES.map(dense) {
        let (paths, rest) = file.split_once("\"components\":{").expect("components behind the paths");
        let paths = paths.split_once("\"paths\":{").expect("paths").1.trim_end_matches("},");
        let (schemas, _) = rest.split_once("\"securitySchemes\"").unwrap_or((rest, ""));
        let schemas = schemas.split_once("\"schemas\":{").expect("schemas").1.trim_end_matches(['}', ',']);
        for part in [paths, schemas] {
            assert!(!part.is_empty() && served.contains(part), "not as it is written: {part}");
        }
    }
    let mut page = shop.visitor();
    page.get(&format!("{}/openapi", shop.sandbox)).await;
    let fields = page.texts("[aria-labelledby=users] th[scope=row] code");
    let leaves = [
        "userDetails.gender",
        "userDetails.firstName",
        "userDetails.lastName",
        "userDetails.language",
        "address.house.street",
        "address.house.houseNumber",
        "address.zip.zip",
        "address.zip.city",
        "address.zip.countryCode",
        "notification.notifyMode",
        "notification.email",
        "notification.mobile",
        "service",
        "id",
        "verified",
    ];
    let at = leaves.map(|leaf| fields.iter().position(|known| known == leaf));
    assert!(at[0].is_some() && at.is_sorted(), "{fields:?}");
    let calls = page.texts("nav li");
    let find = |end: &str| calls.iter().position(|call| call.ends_with(end)).expect("a call");
    assert!(["/Types", "/Geocode", "/Find", "/Poi"].map(find).is_sorted(), "{calls:?}");
    // The published example, as it is printed.
    assert!(page.body.find("MALE").expect("it") < page.body.find("Bellerivestrasse").expect("it"));
}

#[actix_web::test]
async fn what_the_console_says_and_takes_is_in_the_contract() {
    let (contract, shop) = (Contract::read(), Shop::open().await);
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "my_post_24", Until::Review).await;
    visitor.submit("place", &[]).await;
    shop.rests().await;
    let relay = Relay::before(&shop.sandbox);
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("one");
    let get = |path: &'static str| client.get(format!("{}{path}", relay.url)).send();
    let post = |path: String, field: &'static str, value: &'static str| {
        client.post(format!("{}{path}", relay.url)).form(&[(field, value)]).send()
    };
    let parcels: Value = get("/console/parcels.json").await.expect("it").json().await.expect("JSON");
    let ident_code = parcels[0]["ident_code"].as_str().expect("a parcel").to_owned();
    for event in ["handed_over", "taken_back", "handed_over", "sorted", "arrived", "ready", "handed_over"] {
        post(format!("/console/parcels/{ident_code}/events"), "event", event).await.expect("an answer");
    }
    post("/console/parcels".into(), "move", "by_clock").await.expect("an answer");
    let faults = post("/console/faults".into(), "mode", "nonsense").await.expect("an answer");
    assert_eq!(faults.status(), 422);
    for path in ["/console/parcels.json", "/console/messages.json", "/console/requests.json"] {
        let said: Value = get(path).await.expect("an answer").json().await.expect("JSON");
        assert!(said.as_array().is_some_and(|list| !list.is_empty()), "{path}");
    }
    post("/console/reset".into(), "client", "sandbox").await.expect("an answer");
    let problems: Vec<String> =
        relay.exchanges().iter().flat_map(|exchange| contract.problems(exchange)).collect();
    assert_eq!(problems, [""; 0]);
    // Which switches there are it says itself.
    let told = client.post(format!("{}/console/faults", shop.sandbox)).send().await.expect("an answer");
    let told = told.text().await.expect("a sentence");
    let fields = told.split_once("fields ").and_then(|(_, rest)| rest.split_once(" must")).expect("fields").0;
    let schema = "/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties";
    let known = contract.paths["/console/faults"].pointer(schema).expect("fields");
    for field in fields.split(", ").chain(["all", "probability", "seed", "next"]) {
        assert!(known.get(field).is_some(), "{field} is not in the contract");
    }
}
