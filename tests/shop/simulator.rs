//! The simulator as others use it: what it keeps, what it tells people, what its console shows and refuses.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{TimeZone, Utc};
use pickpost_shop::clock::Clock;
use pickpost_shop::ids::Random;
use pickpost_shop::sandbox::desk::Desk;
use pickpost_shop::sandbox::file::Place;
use pickpost_shop::sandbox::messages::Reached;
use pickpost_shop::sandbox::pace::Pace;
use pickpost_shop::sandbox::parcels::{NewParcel, Taken};
use reqwest::Client;
use rxing::BarcodeFormat;
use serde_json::{Value, json};

use crate::label::decode;
use crate::support::patience;
use crate::support::shop::Shop;
use crate::support::walk::{Until, number, walk};

/// A folder that goes when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        Self(std::env::temp_dir().join(format!("murmel-simulator-{}", Random::system().token())))
    }

    fn setting(&self) -> &str {
        self.0.to_str().expect("a name")
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

async fn json_of(url: &str, path: &str) -> Value {
    let answer = reqwest::get(format!("{url}{path}")).await.expect("an answer");
    serde_json::from_str(&answer.text().await.expect("text")).expect("JSON")
}

async fn page_of(url: &str, path: &str) -> String {
    reqwest::get(format!("{url}{path}")).await.expect("an answer").text().await.expect("text")
}

/// Status and words of a form.
async fn sent(url: &str, path: &str, form: &[(&str, &str)]) -> (u16, String) {
    let answer = Client::new().post(format!("{url}{path}")).form(form).send().await.expect("an answer");
    (answer.status().as_u16(), answer.text().await.expect("text"))
}

/// The User ID that the simulator gives a person, whose client id this is.
async fn enrolled(
    shop: &Shop,
    client: &str,
    first_name: &str,
    notification: Value,
    language: &str,
) -> String {
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", client),
        ("client_secret", "sandbox"),
        ("scope", "WEDEC_PICKPOST"),
    ];
    let token = Client::new().post(format!("{}/OAuth/token", shop.sandbox)).form(&form).send();
    let token: Value = token.await.expect("an answer").json().await.expect("JSON");
    let mut body: Value =
        serde_json::from_str(include_str!("../fixtures/post/users-request.json")).expect("JSON");
    body["userDetails"]["firstName"] = first_name.into();
    body["userDetails"]["language"] = language.into();
    body["notification"] = notification;
    let asked = Client::new()
        .post(format!("{}/pickpost/v1/users", shop.sandbox))
        .bearer_auth(token["access_token"].as_str().expect("a token"))
        .json(&body)
        .send();
    let answer: Value = asked.await.expect("an answer").json().await.expect("JSON");
    answer["id"].as_str().expect("an ID").to_owned()
}

fn parcel(ident_code: &str, name2: &str) -> NewParcel {
    NewParcel {
        client: "sandbox".into(),
        ident_code: ident_code.into(),
        recipient: ["Hans Muster", name2, "Bahnhofplatz 1", "3400 Burgdorf"].map(ToOwned::to_owned).into(),
        name2: name2.into(),
    }
}

/// A desk of its own on a folder, as a label's endpoint has it.
fn desk(folder: &Folder) -> Desk {
    desk_at(folder, Clock::System)
}

fn desk_at(folder: &Folder, clock: Clock) -> Desk {
    let place = Some(Place::at(&folder.0));
    Desk::new((clock, Random::system()), place, Pace::None, true)
}

/// Eleven o'clock on a Tuesday, with a parcel for a terminal and, newer, one for a door.
fn on_tuesday(folder: &Folder) -> Clock {
    let clock = Clock::fixed(Utc.with_ymd_and_hms(2026, 11, 24, 10, 0, 0).single().expect("a moment"));
    let desk = desk_at(folder, clock.clone());
    let mail = Reached::Mail("hans@example.ch".into());
    let id = desk.change(|records| records.enrol("sandbox", "Hans", mail, "DE"));
    desk.take_parcel(parcel("990012345600010042", &format!("My Post 24 {id}"))).expect("a new number");
    desk.take_parcel(parcel("990012345600010043", "")).expect("a new number");
    desk.save();
    clock
}

/// What happened to the parcel for the terminal, and the state of the one for a door.
async fn happened(shop: &Shop) -> (Vec<String>, String) {
    let parcels = json_of(&shop.sandbox, "/console/parcels.json").await;
    let events = parcels[1]["events"].as_array().expect("a list").iter();
    let told = |event: &Value| format!("{} {}", event["at"], event["event"]).replace('"', "");
    (events.map(told).collect(), parcels[0]["state"].as_str().expect("a state").to_owned())
}

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).expect("it is there").permissions().mode() & 0o777
}

#[actix_web::test]
async fn who_is_enrolled_and_what_is_on_its_way_outlive_a_restart() {
    let folder = Folder::new();
    let first = desk(&folder);
    let mail = || Reached::Mail("hans@example.ch".into());
    let id = first.change(|records| records.enrol("sandbox", "Hans", mail(), "FR"));
    first.take_parcel(parcel("990012345600010042", &format!("My Post 24 {id}"))).expect("a new number");
    first.save();
    let file = folder.0.join("state.json");
    assert_eq!((mode(&folder.0), mode(&file)), (0o700, 0o600), "nobody else reads it");
    drop(first);
    let shop = Shop::open_with(&[("SANDBOX_STATE", folder.setting())]).await;
    let parcels = json_of(&shop.sandbox, "/console/parcels.json").await;
    assert_eq!(parcels[0]["ident_code"], "990012345600010042");
    for event in ["handed_over", "sorted", "arrived", "ready"] {
        let path = "/console/parcels/990012345600010042/events";
        assert_eq!(sent(&shop.sandbox, path, &[("event", event)]).await.0, 200, "{event}");
    }
    drop(shop);
    let shop = Shop::open_with(&[("SANDBOX_STATE", folder.setting())]).await;
    let messages = json_of(&shop.sandbox, "/console/messages.json").await;
    assert_eq!((&messages[0]["to"], &messages[0]["language"]), (&"hans@example.ch".into(), &"fr".into()));
    assert_eq!(json_of(&shop.sandbox, "/console/parcels.json").await[0]["state"], "ready");
}

#[actix_web::test]
async fn a_damaged_file_costs_what_was_in_it_and_nothing_else() {
    for damaged in ["", "{", "[]", "{\"version\":2,\"clients\":{}}", "{\"version\":1,\"clients\":{\"x\":{}}}"]
    {
        let folder = Folder::new();
        std::fs::create_dir(&folder.0).expect("a folder");
        std::fs::write(folder.0.join("state.json"), damaged).expect("written");
        let shop = Shop::open_with(&[("SANDBOX_STATE", folder.setting())]).await;
        assert_eq!(json_of(&shop.sandbox, "/console/parcels.json").await, json!([]), "{damaged}");
        let email = json!({ "notifyMode": "EMAIL", "email": "hans@example.ch" });
        enrolled(&shop, "sandbox", "Hans", email, "DE").await;
        drop(shop);
        assert_eq!(desk(&folder).memory().records.people(), 1, "it goes on with a good one: {damaged}");
    }
}

#[actix_web::test]
async fn each_client_has_people_and_parcels_of_its_own_and_loses_them_alone() {
    let folder = Folder::new();
    let desk = desk(&folder);
    let of = |client: &str| NewParcel { client: client.into(), ..parcel("990012345600010042", "") };
    desk.take_parcel(of("sandbox-anna")).expect("a new number");
    desk.take_parcel(of("sandbox-beat")).expect("another client's may be the same");
    assert_eq!(desk.take_parcel(of("sandbox-anna")), Err(Taken), "a number is used once");
    desk.change(|records| records.forget(Some("sandbox-anna")));
    assert!(!desk.knows_parcel("sandbox-anna", "990012345600010042"));
    assert!(desk.knows_parcel("sandbox-beat", "990012345600010042"));
    let shop = Shop::open().await;
    for (client, status) in
        [("sandbox-anna", 200), ("sandbox", 200), ("sandboxanna", 401), ("sandbox-", 401), ("sandbox-ä", 401)]
    {
        let form = [
            ("grant_type", "client_credentials"),
            ("client_id", client),
            ("client_secret", "sandbox"),
            ("scope", "WEDEC_PICKPOST"),
        ];
        assert_eq!(sent(&shop.sandbox, "/OAuth/token", &form).await.0, status, "{client}");
    }
}

#[actix_web::test]
async fn everything_is_forgotten_by_one_click_however_much_there_is() {
    let folder = Folder::new();
    let full = desk(&folder);
    full.change(|records| {
        for person in 0..20_000 {
            records.enrol("sandbox", &format!("{person}"), Reached::Sms("+41791234567".into()), "DE");
        }
    });
    for number in 0..500 {
        let code = format!("9900123456{number:08}");
        full.take_parcel(parcel(&code, "PickPost PT011227")).expect("a new number");
    }
    full.save();
    let shop = Shop::open_with(&[("SANDBOX_STATE", folder.setting())]).await;
    assert_eq!(json_of(&shop.sandbox, "/console/parcels.json").await.as_array().map(Vec::len), Some(500));
    shop.console(&[("mode", "500")]).await;
    assert_eq!(sent(&shop.sandbox, "/console/reset", &[]).await.0, 200);
    assert_eq!(json_of(&shop.sandbox, "/console/parcels.json").await, json!([]));
    assert!(!page_of(&shop.sandbox, "/console/faults").await.contains("is-fault"), "the switch too");
    drop(shop);
    assert_eq!(desk(&folder).memory().records.people(), 0, "on the disk, too");
}

#[actix_web::test]
async fn whoever_collects_is_told_in_their_language_by_the_way_they_chose_with_a_code_that_scans() {
    let folder = Folder::new();
    let prepared = desk(&folder);
    let people = [
        (Reached::Mail("hans@example.ch".into()), "DE", "mail", "PickPost"),
        (Reached::Sms("+41791234567".into()), "IT", "sms", "My Post 24"),
        (Reached::Mail("ann@example.ch".into()), "EN", "mail", "MyPost24"),
    ];
    for (at, (reached, language, _, keyword)) in people.iter().enumerate() {
        let enrol = |records: &mut pickpost_shop::sandbox::records::Records| {
            records.enrol("sandbox", &at.to_string(), reached.clone(), language)
        };
        let id = prepared.change(enrol);
        let code = format!("99001234560001004{at}");
        prepared.take_parcel(parcel(&code, &format!("{keyword} {id}"))).expect("a new number");
    }
    prepared.save();
    let shop = Shop::open_with(&[("SANDBOX_STATE", folder.setting())]).await;
    for at in 0..people.len() {
        for event in ["handed_over", "sorted", "arrived", "ready"] {
            let path = format!("/console/parcels/99001234560001004{at}/events");
            assert_eq!(sent(&shop.sandbox, &path, &[("event", event)]).await.0, 200);
        }
    }
    let messages = json_of(&shop.sandbox, "/console/messages.json").await;
    let messages = messages.as_array().expect("a list");
    assert_eq!(messages.len(), 3);
    for (message, (reached, language, kind, keyword)) in messages.iter().rev().zip(&people) {
        let (Reached::Mail(to) | Reached::Sms(to)) = reached;
        assert_eq!(
            (&message["kind"], &message["from"], &message["to"]),
            (&(*kind).into(), &"post".into(), &(&**to).into())
        );
        assert_eq!(message["language"], language.to_lowercase());
        let text = message["text"].as_str().expect("text");
        let code = message["ident_code"].as_str().expect("a number");
        assert!(text.contains(code) && text.contains("3400 Burgdorf"), "{text}");
        assert_eq!(message["qr"].is_string(), *keyword != "PickPost", "only a terminal has a scanner");
    }
    assert!(
        messages[2]["text"].as_str().is_some_and(|text| text.contains("amtlichen Ausweis")),
        "at the counter"
    );
    let page = page_of(&shop.sandbox, "/console/messages").await;
    let svg = page.split("<svg").nth(1).and_then(|rest| rest.split("</svg>").next()).expect("a code");
    let says = messages[0]["qr"].as_str().expect("a code");
    let drawing =
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"80mm\" height=\"80mm\"{svg}</svg>");
    let png = pickpost_shop::paper::png(&drawing, 200).expect("a picture");
    assert_eq!(decode(&png, BarcodeFormat::QR_CODE, (0.0, 0.0, 1.0, 1.0)), says);
}

#[actix_web::test]
async fn nothing_happens_to_a_parcel_out_of_order_and_what_is_wrong_is_said_in_words() {
    let folder = Folder::new();
    let prepared = desk(&folder);
    prepared.take_parcel(parcel("990012345600010042", "")).expect("a new number");
    prepared.save();
    let shop = Shop::open_with(&[("SANDBOX_STATE", folder.setting())]).await;
    let path = "/console/parcels/99.00.123456.00010042/events";
    for (event, status, words) in [
        ("collected", 422, "This parcel is only announced: collected cannot follow. Next is handed_over."),
        ("flown", 422, "event must be one of handed_over"),
        ("handed_over", 200, ""),
        ("handed_over", 422, "Next is sorted."),
        ("sorted", 200, ""),
        ("arrived", 200, ""),
        ("ready", 422, "Next is collected or returned."),
        ("collected", 200, ""),
        ("returned", 422, "Nothing happens to this parcel any more: it is collected."),
    ] {
        let (came, said) = sent(&shop.sandbox, path, &[("event", event)]).await;
        assert!(came == status && said.contains(words), "{event}: {came} {said}");
    }
    assert_eq!(sent(&shop.sandbox, path, &[]).await.0, 422);
    assert_eq!(sent(&shop.sandbox, "/console/parcels/99/events", &[("event", "ready")]).await.0, 404);
    assert_eq!(json_of(&shop.sandbox, "/console/messages.json").await, json!([]), "nobody collects at home");
}

#[actix_web::test]
async fn a_parcel_goes_its_way_by_the_clock_and_whoever_collects_is_told_once() {
    let folder = Folder::new();
    let clock = on_tuesday(&folder);
    let settings = [("SANDBOX_STATE", folder.setting()), ("SANDBOX_PARCELS", "by_clock")];
    let shop = Shop::open_at(clock.clone(), &settings).await;
    assert_eq!(happened(&shop).await, (vec![], "announced".into()));
    let due = &json_of(&shop.sandbox, "/console/parcels.json").await[1]["due"];
    assert_eq!(due, &json!({ "at": "2026-11-24T16:00:00Z", "event": "handed_over" }));
    clock.advance(6 * 3600 + 1800);
    // A button goes on working, before its time and in its order.
    let path = "/console/parcels/990012345600010042/events";
    assert_eq!(sent(&shop.sandbox, path, &[("event", "handed_over")]).await.0, 422, "it is already");
    assert_eq!(sent(&shop.sandbox, path, &[("event", "sorted")]).await.0, 200);
    clock.advance(18 * 3600);
    let messages = json_of(&shop.sandbox, "/console/messages.json").await;
    assert_eq!(
        messages.as_array().map(Vec::len),
        Some(1),
        "messages alone are reason enough to look: {messages}"
    );
    assert_eq!(
        (&messages[0]["to"], &messages[0]["time"], messages[0]["qr"].is_string()),
        (&"hans@example.ch".into(), &"2026-11-25T09:00:00Z".into(), true)
    );
    let so_far = [
        "2026-11-24T16:00:00Z handed_over",
        "2026-11-24T16:30:00Z sorted",
        "2026-11-25T06:00:00Z arrived",
        "2026-11-25T09:00:00Z ready",
    ];
    assert_eq!(happened(&shop).await, (so_far.map(ToOwned::to_owned).into(), "arrived".into()));
    let page = page_of(&shop.sandbox, "/console/parcels").await;
    assert!(
        page.contains("returned to the sender <span class=\"soft\">by itself on 2.12.2026 18:00"),
        "{page}"
    );
    drop(shop);
    let shop = Shop::open_at(clock.clone(), &settings).await;
    assert_eq!(json_of(&shop.sandbox, "/console/messages.json").await, messages, "once, over a restart");
    clock.advance(8 * 86_400);
    let (events, at_the_door) = happened(&shop).await;
    assert_eq!(events[4..], ["2026-12-02T17:00:00Z returned"], "nobody came");
    assert_eq!(at_the_door, "arrived", "somebody has to take it");
    assert_eq!(json_of(&shop.sandbox, "/console/messages.json").await, messages);
}

#[actix_web::test]
async fn tracking_tells_what_the_clock_has_done_although_nobody_looked_at_the_console() {
    let folder = Folder::new();
    let clock = on_tuesday(&folder);
    let settings = [("SANDBOX_STATE", folder.setting()), ("SANDBOX_PARCELS", "by_clock")];
    let shop = Shop::open_at(clock.clone(), &settings).await;
    clock.advance(86_400);
    let form = [
        ("grant_type", "client_credentials"),
        ("client_id", "sandbox"),
        ("client_secret", "sandbox"),
        ("scope", "MYSB_MAILPIECE_TRACKING_B2B_READ"),
    ];
    let (_, token) = sent(&shop.sandbox, "/OAuth/token", &form).await;
    let token: Value = serde_json::from_str(&token).expect("JSON");
    let url = format!("{}/logistics/mailpiece/tracking/business/v1/mailpieces", shop.sandbox);
    let asked = Client::new()
        .post(url)
        .bearer_auth(token["access_token"].as_str().expect("a token"))
        .json(&json!({ "ids": ["990012345600010042"] }));
    let told: Value = asked.send().await.expect("an answer").json().await.expect("JSON");
    assert_eq!(
        told["mailpieces"][0]["events"][3],
        json!({ "eventCode": "2102", "timestamp": "2026-11-25T09:00:00+00:00" })
    );
}

#[actix_web::test]
async fn without_the_switch_no_clock_moves_a_parcel_and_the_switch_makes_up_for_it() {
    let folder = Folder::new();
    let clock = on_tuesday(&folder);
    let shop = Shop::open_at(clock.clone(), &[("SANDBOX_STATE", folder.setting())]).await;
    clock.advance(86_400);
    let untouched = (vec![], "announced".to_owned());
    assert_eq!(happened(&shop).await, untouched);
    assert!(json_of(&shop.sandbox, "/console/parcels.json").await[1]["due"].is_null());
    let path = "/console/parcels";
    let (status, words) = sent(&shop.sandbox, path, &[("move", "fast")]).await;
    assert_eq!((status, &*words), (422, "move must be on_demand or by_clock."));
    let foreign =
        Client::new().post(format!("{}{path}", shop.sandbox)).header("origin", "https://evil.example");
    let foreign = foreign.form(&[("move", "by_clock")]).send().await.expect("an answer");
    assert_eq!(foreign.status(), 403);
    assert_eq!(happened(&shop).await, untouched);
    assert_eq!(sent(&shop.sandbox, path, &[("move", "by_clock")]).await.0, 200);
    let (events, _) = happened(&shop).await;
    assert_eq!((events.len(), &*events[3]), (4, "2026-11-25T09:00:00Z ready"), "each at its time");
    assert!(page_of(&shop.sandbox, path).await.contains("Move them on demand only"));
    assert_eq!(sent(&shop.sandbox, path, &[("move", "on_demand")]).await.0, 200);
    clock.advance(30 * 86_400);
    assert_eq!(happened(&shop).await.0, events, "it stands still again");
}

#[actix_web::test]
async fn the_console_shows_a_call_with_its_trace_masked_and_once_as_it_was() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let number = number(&visitor);
    let journal = json_of(&shop.sandbox, "/console/requests.json").await;
    let users =
        journal.as_array().expect("a list").iter().find(|entry| entry["path"] == "/pickpost/v1/users");
    let trace = users.and_then(|entry| entry["trace_id"].as_str()).expect("a trace").to_owned();
    let page = page_of(&shop.sandbox, &format!("/console/traces/{trace}")).await;
    for words in
        ["POST /pickpost/v1/users", "curl -X POST", "Bearer …", "the merchant", "userDetails.firstName"]
    {
        assert!(page.contains(words), "{words}");
    }
    for personal in ["Muster", "Bellerive", "hans.muster"] {
        assert!(!page.contains(personal), "{personal}");
    }
    let (status, plain) = sent(&shop.sandbox, "/console/plain", &[("trace", &trace)]).await;
    assert!(status == 200 && plain.contains("Muster") && plain.contains("this once"));
    let foreign = Client::new().post(format!("{}/console/plain", shop.sandbox));
    let foreign = foreign.header("origin", "https://evil.example").form(&[("trace", &trace)]).send();
    assert_eq!(foreign.await.expect("an answer").status(), 403);
    // From the shop to the console and back.
    let mut clerk = shop.clerk().await;
    clerk.get(&format!("/merchant/orders/{number}")).await;
    assert_eq!(
        clerk.attribute(".stations a", "href").expect("a link"),
        format!("{}/console/traces/{trace}", shop.sandbox)
    );
    assert!(page.contains(&format!("{}/merchant/traces/{trace}", shop.url)));
    clerk.get(&format!("/merchant/traces/{trace}")).await;
    assert_eq!(clerk.path(), format!("/merchant/orders/{number}"));
    assert_eq!(clerk.get(&format!("/merchant/traces/{}", "a".repeat(32))).await.status, 404);
    assert_eq!(clerk.get("/merchant/traces/x").await.status, 404);
    let ident_code = shop.json(&number).await["ident_code"].as_str().expect("a number").to_owned();
    let at_simulator = format!("{}/console/parcels#p{ident_code}", shop.sandbox);
    clerk.get(&format!("/merchant/orders/{number}")).await;
    assert!(clerk.body.contains(&at_simulator), "{at_simulator}");
    clerk.get(&format!("/merchant/parcels/{ident_code}")).await;
    assert_eq!(clerk.path(), format!("/merchant/orders/{number}"));
    assert_eq!(clerk.get("/merchant/parcels/990012345699999999").await.status, 404);
    assert_eq!(clerk.get("/merchant/parcels/x").await.status, 404);
}

#[actix_web::test]
async fn an_order_goes_all_the_way_to_the_code_at_the_terminal() {
    let shop = Shop::open().await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "it", "my_post_24", Until::Review).await;
    visitor.submit("idempotency_key", &[("place", "1")]).await;
    let order = shop.json(&number(&visitor)).await;
    let ident_code = order["ident_code"].as_str().expect("a number");
    let mut parcels = json!([]);
    for _ in patience() {
        parcels = json_of(&shop.sandbox, "/console/parcels.json").await;
        if parcels != json!([]) {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert_eq!((&parcels[0]["ident_code"], &parcels[0]["state"]), (&ident_code.into(), &"announced".into()));
    assert_eq!(parcels[0]["recipient"], order["label_lines"], "as the label prints them");
    for event in ["handed_over", "sorted", "arrived", "ready"] {
        let path = format!("/console/parcels/{ident_code}/events");
        assert_eq!(sent(&shop.sandbox, &path, &[("event", event)]).await.0, 200, "{event}");
    }
    let messages = json_of(&shop.sandbox, "/console/messages.json").await;
    let told = &messages[0];
    assert_eq!(
        (&told["kind"], &told["to"], &told["language"]),
        (&"mail".into(), &order["email"], &"it".into())
    );
    let user_id = order["user_id"].as_str().expect("an ID");
    assert!(told["qr"].as_str().is_some_and(|qr| qr.contains(ident_code) && qr.contains(user_id)), "{told}");
    let page = page_of(&shop.sandbox, "/console/parcels").await;
    assert!(page.contains(&format!("{}/merchant/parcels/{ident_code}", shop.url)));
    // The label's call has a trace, too: that of the job.
    let journal = json_of(&shop.sandbox, "/console/requests.json").await;
    let mut labels = journal.as_array().expect("a list").iter();
    let label = labels.rfind(|entry| entry["path"] == "/barcode/v1/generateAddressLabel");
    let label = label.expect("the call");
    assert!(label["trace_id"].is_string() && label["ident_code"] == ident_code, "{label}");
    assert!(!journal.to_string().contains("Muster"));
}

#[actix_web::test]
async fn a_simulator_that_others_reach_shows_nothing_unmasked() {
    let free = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("its number");
    let url = format!("http://localhost:{}", free.port());
    let bind = free.to_string();
    let shop = Shop::open_with(&[("SANDBOX_PUBLIC_URL", &url), ("SANDBOX_BIND", &bind)]).await;
    let mut visitor = shop.visitor();
    walk(&mut visitor, "en", "pickpost", Until::Payment).await;
    let page = page_of(&url, "/console").await;
    assert!(page.contains("/pickpost/v1/users") && !page.contains("Show unmasked"));
    let (status, said) = sent(&url, "/console/plain", &[]).await;
    assert!(status == 403 && !said.contains("Muster"), "{said}");
}

#[actix_web::test]
async fn a_wrong_request_is_shown_with_the_right_one_beside_it() {
    let shop = Shop::open().await;
    let wrong = json!({ "userDetails": { "firstname": "Canary" }, "service": "PICK_POST" });
    let sent = Client::new().post(format!("{}/pickpost/v1/users", shop.sandbox)).json(&wrong).send();
    assert_eq!(sent.await.expect("an answer").status(), 401);
    let page = page_of(&shop.sandbox, "/console").await;
    for words in [
        "the contract has no such field; the nearest is userDetails.firstName",
        "must be one of PICKPOST, MYPOST24; the nearest is PICKPOST",
        "is missing",
    ] {
        assert!(page.contains(words), "{words}");
    }
}

#[actix_web::test]
async fn a_wrong_question_for_help_with_an_address_or_for_delivery_days_is_shown_with_the_right_one_too() {
    let shop = Shop::open().await;
    for (asked, words) in [
        ("/address/v1/zips?zipcity=Canary", "the contract has no such field; the nearest is zipCity"),
        ("/address/v1/streets?zip=8001&type=HOME", "is missing, and street is not there instead"),
        ("/address/v1/houses?zip=80&streetname=Canary&number=1", "must be 4 to 6 digits"),
        ("/address/v1/house-numbers?zip=8001&street=Canary&housenumber=1", "the nearest is houseNumber"),
        ("/delivery/v1/deliverabilities/when?zip=8001&city=Canary&date=18.1.2027", "must be a day, such as"),
        ("/delivery/v1/options/holidays?year=2027", "the contract has no such field"),
    ] {
        assert!(!page_of(&shop.sandbox, "/console").await.contains(words), "{words}: not said before");
        let answer = reqwest::get(format!("{}{asked}", shop.sandbox)).await.expect("an answer");
        assert_eq!(answer.status(), 401, "{asked}");
        let page = page_of(&shop.sandbox, "/console").await;
        assert!(page.contains(words), "{asked}: {words}");
        assert!(!page.contains("Canary"), "what was typed is not kept: {asked}");
        sent(&shop.sandbox, "/console/reset", &[]).await;
    }
    let right = "/delivery/v1/deliverabilities/when?zip=8001&city=Bern&date=2027-01-18&dayCount=7";
    reqwest::get(format!("{}{right}", shop.sandbox)).await.expect("an answer");
    let page = page_of(&shop.sandbox, "/console").await;
    assert!(page.contains("published: when Post gets the parcel") && !page.contains(" wrong</span>"));
    assert!(
        page.contains("-G") && page.contains("--data-urlencode"),
        "as a line for a terminal, with a query"
    );
}

#[actix_web::test]
async fn every_api_is_held_against_the_contract_field_by_field_in_its_order() {
    let shop = Shop::open().await;
    let places = "/StandortSuche/StaoCacheServiceV2/api/v1";
    for (asked, words) in [
        (format!("{places}/Find?query=S1"), "extent</code></th><td><b>is missing"),
        (format!("{places}/Find?extent=1,2,3,4&maxPois=5"), "the nearest is maxpois"),
        (format!("{places}/Geocode?limit=3"), "query</code></th><td><b>is missing"),
        (format!("{places}/Types?lang=rm"), "must be one of de, fr, it, en"),
        (format!("{places}/Poi?ID=001PST_1"), "the nearest is id"),
    ] {
        let _ = reqwest::get(format!("{}{asked}", shop.sandbox)).await.expect("an answer");
        assert!(page_of(&shop.sandbox, "/console").await.contains(words), "{asked}: {words}");
        self::sent(&shop.sandbox, "/console/reset", &[]).await;
    }
    let form = [("grant_type", "password"), ("client", "sandbox"), ("client_secret", "Canary")];
    self::sent(&shop.sandbox, "/OAuth/token", &form).await;
    let page = page_of(&shop.sandbox, "/console").await;
    for words in [
        "must be one of client_credentials",
        "the nearest is client_id",
        "scope</code></th><td><b>is missing",
    ] {
        assert!(page.contains(words), "{words}");
    }
    assert!(!page.contains("Canary"), "no secret");
    for (path, body, words) in [
        (
            "/barcode/v1/generateSingleBarcodes",
            json!({ "item": [{ "recipient": { "houseNumber": "5" } }], "labelDefinition": {} }),
            "the nearest is item[].recipient.houseNo",
        ),
        (
            "/barcode/v1/generateAddressLabel",
            json!({ "item": { "notification": [{ "deliveryInstructions": ["11"] }] } }),
            "must be one of 10, 14, 18, 20",
        ),
        (
            "/logistics/mailpiece/tracking/business/v1/mailpieces",
            json!({ "ids": ["99"] }),
            "must be 18 digits",
        ),
    ] {
        let sent = Client::new().post(format!("{}{path}", shop.sandbox)).json(&body).send();
        assert_eq!(sent.await.expect("an answer").status(), 401);
        assert!(page_of(&shop.sandbox, "/console").await.contains(words), "{path}: {words}");
    }
    // The body as it is shown, and what is said of its fields, both in the order of the contract.
    self::sent(&shop.sandbox, "/console/reset", &[]).await;
    let whole: Value =
        serde_json::from_str(include_str!("../fixtures/post/label-request.json")).expect("JSON");
    let asked = Client::new().post(format!("{}/barcode/v1/generateAddressLabel", shop.sandbox)).json(&whole);
    let _ = asked.send().await.expect("an answer");
    let page = page_of(&shop.sandbox, "/console").await;
    let (shown, said) = page.split_once("held against the contract").expect("both");
    for (text, mark) in [(shown, "&quot;"), (shown, "&#34;"), (said, ".")] {
        let names = ["language", "frankingLicense", "customer", "labelDefinition", "item"];
        let at: Vec<_> = names.iter().filter_map(|name| text.find(&format!("{mark}{name}"))).collect();
        assert!(at.is_sorted(), "{names:?}: {at:?}");
    }
}

#[actix_web::test]
async fn pages_of_the_console_run_no_script_and_stand_in_no_cache() {
    let shop = Shop::open().await;
    for path in
        ["/", "/console", "/console/messages", "/console/parcels", "/console/faults", "/console/values"]
    {
        let answer = reqwest::get(format!("{}{path}", shop.sandbox)).await.expect("an answer");
        let headers = answer.headers().clone();
        let policy = headers["content-security-policy"].to_str().expect("text");
        assert!(
            policy.starts_with("default-src 'none'") && !policy.contains("script-src"),
            "{path}: {policy}"
        );
        assert_eq!(headers["cache-control"], "no-store", "{path}");
        let page = answer.text().await.expect("text");
        assert!(page.contains("Not Swiss Post") && !page.contains("<script"), "{path}");
    }
    for sheet in ["console.css", "parts.css", "tokens.css", "letters.woff2"] {
        let answer = reqwest::get(format!("{}/console/{sheet}", shop.sandbox)).await.expect("an answer");
        assert_eq!(answer.status(), 200, "{sheet}");
    }
    assert_eq!(reqwest::get(format!("{}/console/x", shop.sandbox)).await.expect("an answer").status(), 404);
}
