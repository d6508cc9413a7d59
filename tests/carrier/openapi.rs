//! The contract as the simulator serves it: whole, to read without a script, in the order of its files.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::held::{Contract, FILES};
use crate::support::shop::Shop;

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
