//! Client and simulator, each on its own against the documents of `contract/`; and the documents against what is published.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use pickpost_shop::post::Carrier;
use reqwest::Method;
use serde_json::{Value, json};
use tokio::sync::OnceCell;

use crate::held::{Contract, Operation};
use crate::relay::{Exchange, Relay};
use crate::support::patience;
use crate::support::shop::Shop;
use crate::support::walk::{Until, walk};

/// Operations of the contract that the simulator does not answer yet.
pub const NOT_PLAYED: [&str; 0] = [];

/// The shop's own job asks for it once an order is placed.
pub const LABEL: &str = "generateAddressLabel";

/// What the client asks for in two checkouts, a refresh of its points and by hand, with the ends of the paths.
const ASKED: [(&str, &str); 9] = [
    ("token", "/token"),
    ("users", "/users"),
    ("types", "/Types"),
    ("find", "/Find"),
    ("poi", "/Poi"),
    ("validateAddress", "/addresses/validation"),
    ("holidays", "/options/holidays"),
    (LABEL, "/generateAddressLabel"),
    ("generateSingleBarcodes", "/generateSingleBarcodes"),
];

/// What a shop asks and is answered in two checkouts and a refresh of its points.
static RECORDED: OnceCell<Vec<Exchange>> = OnceCell::const_new();

async fn recorded() -> &'static [Exchange] {
    RECORDED.get_or_init(record).await
}

async fn record() -> Vec<Exchange> {
    let post = Shop::open().await;
    let relay = Relay::before(&post.sandbox);
    let looks = ("POST_LOCATIONS_LOOK", "0");
    let shop = Shop::open_with(&[("POST_BASE_URL", &relay.url), looks]).await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "de", "pickpost", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let mut other = shop.visitor();
    walk(&mut other, "fr", "my_post_24", Until::Collector).await;
    let sms = [("notify", "sms"), ("phone", "079 123 45 67"), ("title", ""), ("house_number", "")];
    other.submit("notify", &sms).await;
    assert_eq!(other.path(), "/fr/checkout/payment", "{}", other.body);
    // The points are known with their hours, so that a refresh asks for none of them on its own.
    let port = relay.url.rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port");
    let mut settings = crate::stub::settings(port, &[]);
    (settings.client_id, settings.client_secret) = ("sandbox".into(), "sandbox".to_owned().into());
    let client = Carrier::new(&settings, crate::standing(), crate::random()).expect("a client");
    client.location("SIM-B-0001", "2027-01-15".parse().expect("a day")).await.expect("a point");
    // The shop has no use for barcodes without a label; whoever else uses the client may.
    client.barcodes(&crate::labels::order()).await.expect("barcodes");
    for _ in patience() {
        let exchanges = relay.exchanges();
        let times = |end: &str| exchanges.iter().filter(|exchange| exchange.path.ends_with(end)).count();
        let played = |id: &str| !NOT_PLAYED.contains(&id);
        if times("/Find") >= 3 && ASKED.iter().all(|(id, end)| !played(id) || times(end) >= 1) {
            return exchanges;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let asked: Vec<_> = relay.exchanges().into_iter().map(|exchange| exchange.path).collect();
    panic!("something is never asked for: {asked:?}");
}

#[actix_web::test]
async fn what_the_shop_asks_and_is_answered_in_a_checkout_is_of_the_contract() {
    let (contract, recorded) = (Contract::read(), recorded().await);
    let asked = |exchange: &Exchange| contract.operation(&exchange.method, &exchange.path);
    let ids: BTreeSet<_> = recorded
        .iter()
        .filter_map(asked)
        .filter_map(|operation| operation.says["operationId"].as_str())
        .collect();
    for (id, _) in ASKED {
        assert!(ids.contains(id) || NOT_PLAYED.contains(&id), "{id} was never asked: {ids:?}");
    }
    let problems: Vec<String> = recorded.iter().flat_map(|exchange| contract.problems(exchange)).collect();
    assert_eq!(problems, [""; 0]);
}

/// Every way to misspell one field of a body.
fn misspelt(body: &Value, at: &str) -> Vec<(String, Value)> {
    let mut all = Vec::new();
    match body {
        Value::Object(object) => {
            for (name, inner) in object {
                let mut wrong = object.clone();
                let value = wrong.remove(name).unwrap_or_default();
                wrong.insert(format!("{name}x"), value);
                all.push((format!("{at}/{name}"), Value::Object(wrong)));
                for (place, inner) in misspelt(inner, &format!("{at}/{name}")) {
                    let mut whole = object.clone();
                    whole.insert(name.clone(), inner);
                    all.push((place, Value::Object(whole)));
                }
            }
        }
        Value::Array(list) => {
            if let Some(first) = list.first() {
                for (place, inner) in misspelt(first, &format!("{at}/0")) {
                    let mut whole = list.clone();
                    whole[0] = inner;
                    all.push((place, Value::Array(whole)));
                }
            }
        }
        _ => {}
    }
    all
}

#[actix_web::test]
async fn a_wrong_field_name_on_either_side_is_found_whichever_it_is() {
    let (contract, recorded) = (Contract::read(), recorded().await);
    let mut broken = BTreeMap::<String, usize>::new();
    let mut seen = BTreeSet::new();
    for exchange in recorded.iter().filter(|exchange| seen.insert(exchange.path.clone())) {
        let bodies =
            [&exchange.asked, &exchange.answered].map(|(_, body)| serde_json::from_str::<Value>(body));
        for (side, body) in ["request", "answer"].into_iter().zip(bodies) {
            for (place, wrong) in body.iter().flat_map(|body| misspelt(body, "")) {
                let mut changed = exchange.clone();
                let told = if side == "request" { &mut changed.asked } else { &mut changed.answered };
                told.1 = wrong.to_string();
                let found = contract.problems(&changed);
                assert!(
                    !found.is_empty(),
                    "{side} of {}: {place} is misspelt, and nobody notices",
                    exchange.path
                );
                *broken.entry(format!("{side} {}", exchange.path)).or_default() += 1;
            }
        }
        // A form and a query are fields, too.
        if exchange.asked.0 == "application/x-www-form-urlencoded" {
            let mut changed = exchange.clone();
            changed.asked.1 = changed.asked.1.replacen("scope=", "scopes=", 1);
            assert_ne!(contract.problems(&changed), [""; 0], "{changed:?}");
        }
        if exchange.query.contains("maxpois=") {
            let mut changed = exchange.clone();
            changed.query = changed.query.replacen("maxpois=", "maxPois=", 1);
            assert_ne!(contract.problems(&changed), [""; 0], "{changed:?}");
        }
    }
    // Every field of the published example, objects included, and both of its answer.
    assert_eq!(broken.get("request /pickpost/v1/users"), Some(&17), "{broken:?}");
    assert_eq!(broken.get("answer /pickpost/v1/users"), Some(&2), "{broken:?}");
    let poi = recorded.iter().find(|exchange| exchange.path.ends_with("/Poi")).expect("a point");
    for name in ["Zip", "CoordinateLat", "Address", "TimeFrom", "OpeningHours"] {
        let mut changed = poi.clone();
        changed.answered.1 = changed.answered.1.replace(name, &format!("{name}x"));
        assert_ne!(contract.problems(&changed), [""; 0], "{name}");
    }
}

/// A request of the contract's own: its first example, and the examples of its parameters.
fn example(operation: &Operation<'_>) -> (String, String, Option<(String, Value)>) {
    let (mut path, mut query) = (operation.path.to_owned(), Vec::new());
    for parameter in operation.says["parameters"].as_array().into_iter().flatten() {
        let (name, value) = (parameter["name"].as_str().expect("a name"), &parameter["example"]);
        let value = value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
        if parameter["in"] == "path" {
            path = path.replace(&format!("{{{name}}}"), &value);
        } else if !parameter["example"].is_null() {
            query.push((name, value));
        }
    }
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(query).finish();
    let content = operation.says["requestBody"]["content"].as_object();
    let body = content.and_then(|content| content.iter().next()).map(|(mime, content)| {
        let (_, first) =
            content["examples"].as_object().and_then(|all| all.iter().next()).expect("an example");
        (mime.clone(), first["value"].clone())
    });
    (path, query, body)
}

fn form(value: &Value) -> String {
    let pairs = value.as_object().into_iter().flatten().map(|(k, v)| (k, v.as_str().unwrap_or_default()));
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// Asks a server as the operation's example does.
async fn ask(server: &str, operation: &Operation<'_>, token: Option<&str>) {
    let (path, query, body) = example(operation);
    let method: Method = operation.method.parse().expect("a method");
    let client = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().expect("one");
    let mark = if query.is_empty() { "" } else { "?" };
    let mut request = client.request(method, format!("{server}{path}{mark}{query}"));
    if let Some(token) = token {
        request = request.bearer_auth(token);
    }
    request = match body {
        Some((mime, value)) if mime == "application/json" => request.json(&value),
        Some((mime, value)) => request.header("content-type", mime).body(form(&value)),
        None => request,
    };
    let _ = request.send().await.expect("an answer").bytes().await;
}

async fn token(server: &str, scope: &str) -> Option<String> {
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", "sandbox"),
        ("client_secret", "sandbox"),
        ("scope", scope),
    ];
    let answer = reqwest::Client::new().post(format!("{server}/OAuth/token")).form(&form).send().await;
    let answer: Value = answer.expect("an answer").json().await.expect("JSON");
    answer["access_token"].as_str().map(ToOwned::to_owned)
}

#[actix_web::test]
async fn the_simulator_answers_every_operation_as_the_contract_says() {
    let (contract, shop) = (Contract::read(), Shop::open().await);
    let (mut problems, mut not_played) = (Vec::new(), BTreeSet::new());
    for operation in contract.operations() {
        let id = operation.says["operationId"].as_str().expect("an id");
        let relay = Relay::before(&shop.sandbox);
        let mut good = None;
        for scopes in operation.says["security"].as_array().into_iter().flatten() {
            good = token(&shop.sandbox, scopes["token"][0].as_str().unwrap_or_default()).await;
            let other =
                if scopes["token"][0] == "WEDEC_PICKPOST" { "WEDEC_BARCODE_READ" } else { "WEDEC_PICKPOST" };
            let other = token(&shop.sandbox, other).await;
            ask(&relay.url, &operation, None).await;
            ask(&relay.url, &operation, other.as_deref()).await;
            ask(&relay.url, &operation, good.as_deref()).await;
        }
        if operation.says["security"].is_null() {
            ask(&relay.url, &operation, None).await;
        }
        let exchanges = relay.exchanges();
        if exchanges
            .iter()
            .any(|exchange| exchange.answered.1.contains("does not imitate this") || exchange.status == 405)
        {
            not_played.insert(id.to_owned());
            continue;
        }
        problems.extend(exchanges.iter().flat_map(|exchange| contract.problems(exchange)));
        let statuses: Vec<u16> = exchanges.iter().map(|exchange| exchange.status).collect();
        let expected: &[u16] = if operation.says["security"].is_null() { &[] } else { &[401, 403] };
        assert!(expected.iter().all(|status| statuses.contains(status)), "{id}: {statuses:?}");
        let done = statuses.iter().any(|status| [200, 303].contains(status));
        assert!(done || (id == "moveParcel" && statuses == [404]), "{id}: {statuses:?} {good:?}");
    }
    assert_eq!(problems, [""; 0]);
    let known: BTreeSet<String> = NOT_PLAYED.iter().map(|id| (*id).to_owned()).collect();
    assert_eq!(not_played, known, "the list above says what is not played, and no more");
}

#[test]
fn what_is_published_is_of_the_contract_and_the_contract_shows_it_to_the_letter() {
    let contract = Contract::read();
    let fixture = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    let exchange = |path: &str, asked: &str, answered: (&str, &str)| Exchange {
        method: if asked.is_empty() { "GET".into() } else { "POST".into() },
        path: path.to_owned(),
        query: match path.rsplit('/').next() {
            Some("Find") => "extent=5.8,45.7,10.6,47.9".into(),
            Some("Poi") => "id=001PST_000001".into(),
            _ => String::new(),
        },
        asked: ("application/json".into(), asked.to_owned()),
        status: 200,
        answered: (answered.0.to_owned(), answered.1.to_owned()),
    };
    let locations = "/StandortSuche/StaoCacheServiceV2/api/v1";
    let (request, answer) = (
        include_str!("../fixtures/post/users-request.json"),
        include_str!("../fixtures/post/users-answer.json"),
    );
    let json = "application/json";
    for known in [
        exchange("/pickpost/v1/users", request, (json, answer)),
        exchange(
            &format!("{locations}/Types"),
            "",
            (json, include_str!("../fixtures/post/locations-types.json")),
        ),
        exchange(
            &format!("{locations}/Find"),
            "",
            (json, include_str!("../fixtures/post/locations-find.json")),
        ),
        exchange(
            &format!("{locations}/Poi"),
            "",
            ("application/xml", include_str!("../fixtures/post/locations-poi.xml")),
        ),
    ] {
        assert_eq!(contract.problems(&known), [""; 0], "{}", known.path);
    }
    let users = contract.operation("POST", "/pickpost/v1/users").expect("it").says;
    let shown = |place: &str| users.pointer(place).cloned().unwrap_or_default();
    let content = "content/application~1json/examples/published/value";
    assert_eq!(shown(&format!("/requestBody/{content}")), fixture(request));
    assert_eq!(shown(&format!("/responses/200/{content}")), fixture(answer));
}

#[test]
fn every_example_of_the_contract_is_of_it() {
    let contract = Contract::read();
    let mut looked_at = 0;
    for operation in contract.operations() {
        let answers = operation.says["responses"].as_object().into_iter().flatten().map(|(_, answer)| answer);
        for holder in answers.chain([&operation.says["requestBody"]]) {
            for (_, content) in holder["content"].as_object().into_iter().flatten() {
                for (name, example) in content["examples"].as_object().into_iter().flatten() {
                    let found = contract.against(
                        &content["schema"],
                        &contract.components,
                        Some(example["value"].clone()),
                    );
                    assert_eq!(found, [""; 0], "{} {name}", operation.path);
                    assert!(
                        example["x-source"].is_string(),
                        "{} {name} says where it comes from",
                        operation.path
                    );
                    looked_at += 1;
                }
            }
        }
    }
    assert!(looked_at > 20, "{looked_at}");
}

/// Every `$ref` of a value, and every property without a source that holds no others.
fn walked(value: &Value, place: &str, references: &mut BTreeSet<String>, unsourced: &mut Vec<String>) {
    if let Some(reference) = value["$ref"].as_str() {
        references.insert(reference.to_owned());
    }
    for (name, property) in value["properties"].as_object().into_iter().flatten() {
        let leads_on =
            property["$ref"].is_string() || property["type"] == "object" || property["const"].is_string();
        if property["x-source"].is_null() && !leads_on {
            unsourced.push(format!("{place}/{name}"));
        }
    }
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(object) => object.iter().map(|(name, value)| (name.clone(), value)).collect(),
        Value::Array(list) => list.iter().map(|value| ("-".to_owned(), value)).collect(),
        _ => Vec::new(),
    };
    for (name, value) in inner.into_iter().filter(|(name, _)| name != "examples") {
        walked(value, &format!("{place}/{name}"), references, unsourced);
    }
}

#[test]
fn every_operation_and_field_says_where_it_comes_from_and_every_reference_leads_somewhere() {
    let contract = Contract::read();
    let (mut references, mut unsourced) = (BTreeSet::new(), Vec::new());
    let whole = json!({ "paths": contract.paths, "components": contract.components });
    walked(&whole, "", &mut references, &mut unsourced);
    assert_eq!(unsourced, [""; 0]);
    for reference in &references {
        assert!(whole.pointer(reference.trim_start_matches('#')).is_some(), "{reference}");
    }
    let used = |name: &&String| references.contains(&format!("#/components/schemas/{name}"));
    let schemas = contract.components["schemas"].as_object().expect("schemas");
    let unused: Vec<_> = schemas.keys().filter(|name| !used(name)).collect();
    assert!(unused.is_empty(), "{unused:?}");
    let mut ids = BTreeSet::new();
    for operation in contract.operations() {
        let id = operation.says["operationId"].as_str().expect("an id");
        assert!(ids.insert(id), "{id} stands twice");
        let source = operation.says["x-source"].as_str().unwrap_or_default();
        assert!(["doc", "seen", "decision", "own"].contains(&source), "{id}: {source}");
        assert!(operation.says["summary"].is_string(), "{id}");
    }
}
