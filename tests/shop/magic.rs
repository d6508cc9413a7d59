//! Every row of docs/magic-values.md, exercised: what a tag in the e-mail address does, and what a switch does.

use std::time::Duration;

use pickpost_shop::sandbox::faults::{Api, Fault};
use pickpost_shop::sandbox::magic;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::support::shop::Shop;
use crate::support::side_by_side;
use crate::support::walk::{Until, number, walk_as};

/// What the shop's history says of a call that meets a fault of the User ID's API; `None` where the ID is known after all.
fn outcome(fault: Fault) -> Option<&'static str> {
    match fault {
        Fault::Silent => Some("timeout"),
        // A connection that ends before the head is none; after it the answer is.
        Fault::Reset | Fault::Close => Some("unreachable"),
        Fault::Down => Some("down"),
        Fault::Busy => Some("busy"),
        Fault::Refused => Some("refused"),
        Fault::Unauthorised | Fault::Forbidden => Some("unauthorised"),
        Fault::Garbage | Fault::HalfBody | Fault::Schema | Fault::BadId | Fault::NoId => Some("nonsense"),
        _ => None,
    }
}

async fn order_with(shop: &Shop, tag: &str) -> (Value, String) {
    let mut visitor = shop.visitor();
    walk_as(&mut visitor, "en", "pickpost", Until::Review, &format!("hans+{tag}@example.ch")).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let page = visitor.body.clone();
    (shop.json(&number(&visitor)).await, page)
}

#[actix_web::test]
async fn every_row_of_the_magic_table_does_what_it_says_to_the_shopper() {
    // Most of a row is waiting: some play side by side. A slow answer has to come in time, and plays alone.
    let (slow, others): (Vec<_>, Vec<_>) =
        magic::rows().into_iter().partition(|row| row.tag == Fault::Slow.tag());
    side_by_side(&others, 3, play);
    play(slow).await;
}

async fn play(rows: Vec<magic::Row>) {
    let waits = "Post has not confirmed the customer number yet";
    for row in rows {
        // A shop of its own: after several failures Post would be left in peace.
        let shop = Shop::open().await;
        let (order, page) = order_with(&shop, row.tag).await;
        let status = order["verified"].as_str().unwrap_or("none").to_owned();
        match Api::Users.switchable().read(row.tag).map(outcome) {
            Some(Some(outcome)) => {
                assert_eq!(order["user_id_state"], "to_confirm", "{}", row.tag);
                let history = order["history"].to_string();
                assert!(history.contains(&format!("{outcome} in")), "{}: {history}", row.tag);
                assert!(page.contains(waits), "{}: the shopper is told", row.tag);
            }
            Some(None) => {
                assert_eq!((&order["user_id_state"], &*status), (&"known".into(), "NONE"), "{}", row.tag)
            }
            None => {
                assert_eq!(order["user_id_state"], "known", "{}", row.tag);
                assert!(row.does.ends_with(&status), "{}: {status}", row.tag);
            }
        }
    }
}

/// What comes back over a bare line: the status of an answer that is whole, or how the line ended.
async fn over_the_wire(shop: &Shop, path: &str, method: &str, body: &str, token: &str) -> String {
    let at = shop.sandbox.trim_start_matches("http://");
    let mut line = TcpStream::connect(at).await.expect("a line");
    let kind = if path.ends_with("token") { "application/x-www-form-urlencoded" } else { "application/json" };
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nContent-Type: {kind}\r\n\
         Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    line.write_all(head.as_bytes()).await.expect("written");
    let mut answer = Vec::new();
    // Whoever waits a second and a half has waited longer than for any that is not late on purpose.
    match tokio::time::timeout(Duration::from_millis(1500), line.read_to_end(&mut answer)).await {
        Err(_) => "late".into(),
        Ok(Err(error)) => format!("{:?}", error.kind()),
        Ok(Ok(0)) => "closed".into(),
        Ok(Ok(_)) => {
            let text = String::from_utf8_lossy(&answer).into_owned();
            let (head, body) = text.split_once("\r\n\r\n").expect("a head");
            let status = head.split(' ').nth(1).unwrap_or_default().to_owned();
            let head = head.to_ascii_lowercase();
            let promised = head.split("content-length: ").nth(1).and_then(|rest| rest.lines().next());
            let promised: usize = promised.and_then(|length| length.parse().ok()).unwrap_or_default();
            let what = match body {
                _ if body.len() < promised => "half",
                "" => "empty",
                page if page.starts_with('<') && page.contains("<h1>") => "page",
                _ => "data",
            };
            format!("{status} {what}")
        }
    }
}

async fn token(shop: &Shop) -> String {
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", "sandbox"),
        ("client_secret", "sandbox"),
        ("scope", "WEDEC_PICKPOST"),
    ];
    let sent = reqwest::Client::new().post(format!("{}/OAuth/token", shop.sandbox)).form(&form).send();
    let answer: Value = sent.await.expect("an answer").json().await.expect("JSON");
    answer["access_token"].as_str().expect("a token").to_owned()
}

#[actix_web::test]
async fn every_switch_of_every_api_that_is_played_does_what_it_says() {
    let shop = Shop::open().await;
    let token = token(&shop).await;
    let users = include_str!("../fixtures/post/users-request.json");
    let form = "grant_type=client_credentials&client_id=sandbox&client_secret=sandbox&scope=WEDEC_PICKPOST";
    for (api, method, path, body) in [
        (Api::Users, "POST", "/pickpost/v1/users", users),
        (Api::Token, "POST", "/OAuth/token", form),
        (Api::Locations, "GET", "/StandortSuche/StaoCacheServiceV2/api/v1/Types", ""),
    ] {
        let line = api.switchable();
        for fault in line.faults() {
            shop.console(&[(line.field, fault.tag())]).await;
            let came = over_the_wire(&shop, path, method, body, &token).await;
            let expected = match fault {
                Fault::Silent | Fault::Slow => "late",
                Fault::Reset => "ConnectionReset",
                Fault::Close => "closed",
                Fault::Down => "500 empty",
                Fault::Busy => "429 empty",
                Fault::Refused => "400 empty",
                Fault::RefusedOnce | Fault::Unauthorised => "401 empty",
                Fault::Forbidden => "403 empty",
                Fault::Garbage => "200 page",
                Fault::HalfBody => "200 half",
                _ => "200 data",
            };
            assert_eq!(came, expected, "{} {}", line.field, fault.tag());
            shop.console(&[(line.field, "none")]).await;
            let came = over_the_wire(&shop, path, method, body, &token).await;
            assert_eq!(came, "200 data", "{} after {}", line.field, fault.tag());
        }
    }
}

#[actix_web::test]
async fn a_token_that_is_not_given_leaves_the_order_to_confirm() {
    // A slow token has to come in time, and plays alone.
    let (slow, others): (Vec<_>, Vec<_>) =
        Api::Token.switchable().faults().into_iter().partition(|fault| *fault == Fault::Slow);
    side_by_side(&others, 3, without_token);
    without_token(slow).await;
}

async fn without_token(faults: Vec<Fault>) {
    for fault in faults {
        let shop = Shop::open().await;
        shop.console(&[("token", fault.tag())]).await;
        let (order, _) = order_with(&shop, "x").await;
        let state = if fault == Fault::Slow { "known" } else { "to_confirm" };
        assert_eq!(order["user_id_state"], state, "{}", fault.tag());
    }
}

#[actix_web::test]
async fn a_fault_can_come_by_chance_the_same_each_time_or_for_some_requests_only() {
    let shop = Shop::open().await;
    let token = token(&shop).await;
    let users = include_str!("../fixtures/post/users-request.json");
    let met = async |count: usize| {
        let mut met = Vec::new();
        for _ in 0..count {
            met.push(over_the_wire(&shop, "/pickpost/v1/users", "POST", users, &token).await == "500 empty");
        }
        met
    };
    let chance = [("mode", "500"), ("probability", "40"), ("seed", "7")];
    shop.console(&chance).await;
    let first = met(30).await;
    shop.console(&chance).await;
    assert_eq!(met(30).await, first, "the same seed meets the same requests");
    let count = first.iter().filter(|met| **met).count();
    assert!((4..=20).contains(&count), "{count} of 30");
    shop.console(&[("mode", "500"), ("next", "2")]).await;
    assert_eq!(met(4).await, [true, true, false, false]);
    let page = reqwest::get(format!("{}/console/faults", shop.sandbox)).await.expect("the console");
    assert!(!page.text().await.expect("text").contains("is-fault"), "it has ended by itself");
    for wrong in [
        vec![("mode", "everything")],
        vec![("mode", "500"), ("probability", "101")],
        vec![("mode", "500"), ("seed", "seven")],
        vec![("locations", "403")],
        vec![("probability", "10")],
        vec![],
    ] {
        let sent = reqwest::Client::new().post(format!("{}/console/faults", shop.sandbox)).form(&wrong);
        assert_eq!(sent.send().await.expect("an answer").status(), 422, "{wrong:?}");
    }
    assert_eq!(met(1).await, [false], "what is refused switches nothing");
}

#[actix_web::test]
async fn a_busy_post_says_when_to_come_back() {
    let shop = Shop::open().await;
    shop.console(&[("token", "429")]).await;
    let sent = reqwest::Client::new().post(format!("{}/OAuth/token", shop.sandbox)).json(&json!({})).send();
    assert_eq!(sent.await.expect("an answer").headers()["retry-after"], "1");
}

/// The answer to a request for a label whose item has this ID: how it came, and the codes of its errors and its warnings.
async fn labelled(shop: &Shop, id: &str, number: u32, token: &str) -> (String, Vec<String>, Vec<String>) {
    let mut body: Value =
        serde_json::from_str(include_str!("../fixtures/post/label-request.json")).expect("JSON");
    body["item"]["itemID"] = json!(id);
    body["item"]["itemNumber"] = json!(number.to_string());
    let path = "/barcode/v1/generateAddressLabel";
    let came = over_the_wire(shop, path, "POST", &body.to_string(), token).await;
    if came != "200 data" {
        return (came, Vec::new(), Vec::new());
    }
    // Asked once more as a preview, which the journal shows: it uses no number up.
    body["labelDefinition"]["printPreview"] = json!(true);
    let asked = reqwest::Client::new().post(format!("{}{path}", shop.sandbox)).bearer_auth(token).json(&body);
    let answer: Value = asked.send().await.expect("an answer").json().await.expect("JSON");
    let codes = |name: &str| -> Vec<String> {
        let list = answer["item"][name].as_array().into_iter().flatten();
        list.filter_map(|told| told["code"].as_str().map(ToOwned::to_owned)).collect()
    };
    if answer["item"].is_object() {
        assert_eq!(answer["item"]["label"].is_array(), answer["item"].get("errors").is_none(), "either or");
    }
    (came, codes("errors"), codes("warnings"))
}

#[actix_web::test]
async fn every_code_and_every_fault_of_a_label_is_played_by_the_id_of_an_item_and_by_the_switch() {
    let shop = Shop::open().await;
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", "sandbox"),
        ("client_secret", "sandbox"),
        ("scope", "WEDEC_BARCODE_READ"),
    ];
    let token = async || {
        let sent = reqwest::Client::new().post(format!("{}/OAuth/token", shop.sandbox)).form(&form).send();
        let answer: Value = sent.await.expect("an answer").json().await.expect("JSON");
        answer["access_token"].as_str().expect("a token").to_owned()
    };
    let mut number = 50_000_000;
    for fault in Api::Barcode.switchable().faults() {
        let token = token().await;
        for by_switch in [false, true] {
            number += 1;
            let id = if by_switch { "parcel-1".to_owned() } else { format!("parcel-1+{}", fault.tag()) };
            if by_switch {
                shop.console(&[("barcode", fault.tag())]).await;
            }
            let (came, errors, warnings) = labelled(&shop, &id, number, &token).await;
            let tag = fault.tag();
            match fault {
                Fault::Says(code) if code.starts_with('W') => {
                    assert_eq!((errors, warnings), (vec![], vec![code.to_owned()]), "{tag}");
                }
                Fault::Says(code) => {
                    assert_eq!((errors, warnings), (vec![code.to_owned()], vec![]), "{tag}");
                }
                _ => {
                    let expected = match fault {
                        Fault::Silent | Fault::Slow => "late",
                        Fault::Reset => "ConnectionReset",
                        Fault::Close | Fault::Lost => "closed",
                        Fault::Down | Fault::Made500 => "500 empty",
                        Fault::Made504 => "504 empty",
                        Fault::Busy => "429 empty",
                        Fault::Refused => "400 empty",
                        Fault::RefusedOnce | Fault::Unauthorised => "401 empty",
                        Fault::Forbidden => "403 empty",
                        Fault::Garbage => "200 page",
                        Fault::HalfBody | Fault::LostHalf => "200 half",
                        _ => "200 data",
                    };
                    assert_eq!(came, expected, "{tag}");
                }
            }
        }
        shop.console(&[("barcode", "none")]).await;
    }
    let (came, errors, _) = labelled(&shop, "parcel-1", number + 1, &token().await).await;
    assert_eq!((&*came, errors), ("200 data", vec![]), "and then all is well again");
}
