//! A label that Post is asked for: what goes over the wire, what is believed of the answer, and when a number must be written off.

use std::collections::BTreeSet;

use pickpost_shop::address::{Country, Postcode};
use pickpost_shop::carrier::{
    ImageKind, LabelAnswer, LabelFailure, LabelOrder, LabelSender, OfficialLabel, Speed,
};
use pickpost_shop::i18n::Lang;
use pickpost_shop::label::{IdentCode, Recipient};
use pickpost_shop::post::Carrier;
use serde_json::{Value, json};

use crate::stub::{Received, Reply, Stub, settings, token};
use crate::{random, standing};

const REQUEST: &str = include_str!("../fixtures/post/label-request.json");
const ANSWER: &str = include_str!("../fixtures/post/label-answer.json");
const REFUSAL: &str = include_str!("../fixtures/post/label-refusal.json");

/// The order that the fixture is.
pub fn order() -> LabelOrder {
    let some = |text: &str| Some(text.to_owned());
    LabelOrder {
        lang: Lang::De,
        ident: IdentCode::new("00123456", 20_000_001),
        reference: "parcel-1".into(),
        sender: LabelSender {
            name: "Murmel AG".into(),
            street: "Alpenstrasse 1".into(),
            postcode: Postcode::parse("8001").expect("a postcode"),
            town: "Zürich".into(),
            office: "8001 Zürich".into(),
        },
        recipient: Recipient {
            first_name: some("Hans"),
            name1: "Muster".into(),
            name2: some("PickPost 12345678"),
            street: "Bahnhofstrasse".into(),
            house_no: some("67"),
            zip: "5000".into(),
            city: "Aarau".into(),
            ..Recipient::default()
        },
        country: Country::Ch,
        speed: Speed::Priority,
        extras: Vec::new(),
        part: (1, 1),
        weight_g: 850,
    }
}

fn stub(reply: Reply) -> Stub {
    Stub::users(move |_| reply.clone())
}

async fn ask(reply: Reply) -> Result<LabelAnswer, LabelFailure> {
    stub(reply).carrier(&standing()).label(&order()).await
}

async fn sent(order: &LabelOrder) -> Received {
    let stub = stub(Reply::json(ANSWER));
    let _ = stub.carrier(&standing()).label(order).await;
    stub.received("/barcode").remove(0)
}

async fn given(reply: Reply) -> OfficialLabel {
    match ask(reply).await {
        Ok(LabelAnswer::Given(label)) => label,
        other => panic!("no label: {other:?}"),
    }
}

async fn refused(reply: Reply) -> Vec<String> {
    match ask(reply).await {
        Ok(LabelAnswer::Refused(codes)) => codes,
        other => panic!("not refused: {other:?}"),
    }
}

fn changed(text: &str, pointer: &str, value: Value) -> Reply {
    let mut answer: Value = serde_json::from_str(text).expect("JSON");
    *answer.pointer_mut(pointer).expect("a field") = value;
    Reply::json(&answer.to_string())
}

/// The names of all fields, as paths.
fn fields(value: &Value, path: &str, into: &mut BTreeSet<String>) {
    if let Value::Object(object) = value {
        for (name, value) in object {
            into.insert(format!("{path}/{name}"));
            fields(value, &format!("{path}/{name}"), into);
        }
    }
}

/// The table of the contract (developer.post.ch, 8.13): every field that an order may carry.
const PUBLISHED: &str = "
    /language /frankingLicense /ppFranking /customer /customerSystem /labelDefinition /sendingID /item
    /customer/name1 /customer/name2 /customer/street /customer/zip /customer/city /customer/country /customer/logo
    /customer/logoFormat /customer/logoRotation /customer/logoAspectRatio /customer/logoHorizontalAlign
    /customer/logoVerticalAlign /customer/domicilePostOffice /customer/pobox
    /labelDefinition/labelLayout /labelDefinition/printAddresses /labelDefinition/imageFileType
    /labelDefinition/imageResolution /labelDefinition/printPreview
    /item/itemID /item/itemNumber /item/recipient /item/additionalData /item/attributes /item/notification
    /item/recipient/postIdent /item/recipient/title /item/recipient/personallyAddressed /item/recipient/firstName
    /item/recipient/name1 /item/recipient/name2 /item/recipient/name3 /item/recipient/addressSuffix
    /item/recipient/street /item/recipient/houseNo /item/recipient/floorNo /item/recipient/mailboxNo
    /item/recipient/pobox /item/recipient/houseKey /item/recipient/zip /item/recipient/city /item/recipient/country
    /item/recipient/phone /item/recipient/mobile /item/recipient/email /item/recipient/labelAddress
    /item/attributes/przl /item/attributes/freeText /item/attributes/deliveryDate /item/attributes/parcelNo
    /item/attributes/parcelTotal /item/attributes/deliveryPlace /item/attributes/proClima /item/attributes/returnInfo
    /item/attributes/weight /item/attributes/unnumbers /item/attributes/dispatchInfo";

#[tokio::test]
async fn the_example_goes_over_the_wire_as_it_stands() {
    let received = sent(&order()).await;
    let body: Value = serde_json::from_str(&received.body).expect("JSON");
    assert_eq!(body, serde_json::from_str::<Value>(REQUEST).expect("JSON"));
    assert_eq!(received.path, "/barcode/v1/generateAddressLabel");
}

#[tokio::test]
async fn an_order_carries_only_fields_of_the_contract_and_nothing_to_write_or_call_to() {
    let published: BTreeSet<String> = PUBLISHED.split_whitespace().map(ToOwned::to_owned).collect();
    let mut full = order();
    let some = |text: &str| Some(text.to_owned());
    full.recipient.title = some("Herr");
    full.recipient.name3 = some("Empfang");
    full.recipient.address_suffix = some("3. Stock");
    full.recipient.free_text = some("M-10042");
    full.sender.name = "Vereinigte Käsereien Ostschweiz AG".into();
    full.speed = Speed::Economy;
    let body: Value = serde_json::from_str(&sent(&full).await.body).expect("JSON");
    let mut carried = BTreeSet::new();
    fields(&body, "", &mut carried);
    let strange: Vec<_> = carried.difference(&published).collect();
    assert!(strange.is_empty(), "{strange:?}");
    for silent in
        ["/item/notification", "/item/recipient/email", "/item/recipient/mobile", "/item/recipient/phone"]
    {
        assert!(!carried.contains(silent), "{silent}");
    }
    assert_eq!(body["item"]["attributes"]["przl"], json!(["ECO"]));
    assert_eq!(body["customer"]["name2"], "Ostschweiz AG");
}

#[tokio::test]
async fn what_a_label_cannot_carry_is_left_out_and_a_long_name_of_the_sender_is_folded() {
    let mut odd = order();
    odd.recipient.city = "Sitten | Sion [VS]".into();
    odd.recipient.street = "Rue de l’Eglise, Bloc A".into();
    odd.country = Country::Li;
    let body: Value = serde_json::from_str(&sent(&odd).await.body).expect("JSON");
    let recipient = &body["item"]["recipient"];
    assert_eq!(
        (&recipient["city"], &recipient["street"]),
        (&json!("Sitten Sion VS"), &json!("Rue de l'Eglise Bloc A"))
    );
    assert_eq!(recipient["country"], "LI");
}

#[tokio::test]
async fn the_label_is_taken_as_it_is_whatever_stands_beside_it() {
    let label = given(Reply::json(ANSWER)).await;
    assert_eq!((label.kind, label.warnings), (ImageKind::Pdf, vec!["W2016".to_owned()]));
    assert_eq!(label.image, b"%PDF-1.7\n% a label");
    for (pointer, value) in [
        // Both spellings of a list with one entry, and a base64 that is broken into lines.
        ("/item/label", json!("JVBERi0xLjcKJSBhIGxhYmVs")),
        ("/item/label", json!(["JVBERi0x\nLjcKJSBh\nIGxhYmVs", "another"])),
        ("/item/identCode", json!("99.00.123456.20000001")),
        ("/item/warnings", Value::Null),
        ("/item/warnings", json!("none")),
        ("/item/itemID", json!(7)),
        ("/labelDefinition", json!("gone")),
    ] {
        assert_eq!(given(changed(ANSWER, pointer, value)).await.image, label.image, "{pointer}");
    }
}

#[tokio::test]
async fn what_post_refuses_is_read_by_its_codes_and_never_by_its_words() {
    assert_eq!(refused(Reply::json(REFUSAL)).await, ["E2026"]);
    let two = json!([{"code": "E2032", "message": "Hans Muster"}, {"code": "Hans Muster"}, "E2034"]);
    assert_eq!(refused(changed(REFUSAL, "/item/errors", two)).await, ["E2032", "unknown", "E2034"]);
    assert_eq!(refused(Reply::json("{}")).await, ["no_item"], "as it was seen with a bad licence");
    assert_eq!(refused(Reply::json(r#"{"item": null}"#)).await, ["no_item"]);
    assert_eq!(
        refused(Reply::status(400)).await,
        ["http_400"],
        "as it was seen with a field of another name"
    );
    let list = r#"[{"field": "item.recipient.zip", "error": "too long", "rejected_value": "Hans Muster"}, {"error": "what"}]"#;
    let told = refused(Reply::Answer(400, "application/json", list.to_owned())).await;
    assert_eq!(told, ["http_400", "field:item.recipient.zip"]);
    let names = r#"[{"field": "<b>Hans Muster</b>"}]"#;
    assert_eq!(
        refused(Reply::Answer(400, "application/json", names.to_owned())).await[1],
        "field:bHansMusterb"
    );
}

#[tokio::test]
async fn a_number_is_written_off_where_a_label_may_have_been_made_and_nowhere_else() {
    let html = Reply::Answer(200, "text/html", "<h1>Wartungsarbeiten</h1>".to_owned());
    for (what, reply, code, may_be_made) in [
        ("no answer", Reply::Silence, "timeout", true),
        ("a connection that ends", Reply::HangUp, "unreachable", true),
        ("half an answer", Reply::HalfBody(ANSWER.to_owned()), "nonsense", true),
        ("a page", html, "nonsense", true),
        ("a gateway without the service", Reply::status(502), "down", true),
        ("a gateway without its answer", Reply::status(504), "down", true),
        ("a list", Reply::json("[]"), "nonsense", true),
        ("neither label nor error", changed(ANSWER, "/item/label", Value::Null), "nonsense", true),
        ("an empty list", changed(ANSWER, "/item/label", json!([])), "nonsense", true),
        ("a label that is none", changed(ANSWER, "/item/label", json!(["%%%"])), "nonsense", true),
        ("a label of another sort", changed(ANSWER, "/item/label", json!(["PGh0bWw+"])), "nonsense", true),
        (
            "another's label",
            changed(ANSWER, "/item/identCode", json!("990012345620000002")),
            "nonsense",
            true,
        ),
        ("no number", changed(ANSWER, "/item/identCode", Value::Null), "nonsense", true),
        ("a fault of Post's", Reply::status(500), "down", false),
        ("not now", Reply::Told(503, "Retry-After", "1".to_owned()), "down", false),
        ("too often", Reply::status(429), "busy", false),
        ("credentials", Reply::status(403), "unauthorised", false),
        ("a token", Reply::status(401), "unauthorised", false),
        ("no such thing", Reply::status(404), "refused", false),
        ("elsewhere", Reply::status(302), "refused", false),
    ] {
        let stub = stub(reply);
        let carrier = stub.carrier(&standing());
        let failure = carrier.label(&order()).await.expect_err(what);
        assert_eq!((failure.error.code(), failure.may_be_made), (code, may_be_made), "{what}");
        let asked = if what == "a token" { 2 } else { 1 };
        assert_eq!(stub.received("/barcode").len(), asked, "{what}: never a second time but for a token");
    }
    let mut both: Value = serde_json::from_str(ANSWER).expect("JSON");
    both["item"]["errors"] = json!([{"code": "E2036"}]);
    let failure = ask(Reply::json(&both.to_string())).await.expect_err("a label with errors");
    assert!(failure.may_be_made, "whatever it is good for, it is there");
}

#[tokio::test]
async fn what_never_reached_post_costs_no_number() {
    // Nobody listens there.
    let free =
        std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address").port();
    let nobody = Carrier::new(&settings(free, &[]), standing(), random()).expect("a client");
    let failure = nobody.label(&order()).await.expect_err("nobody");
    assert!(!failure.may_be_made, "{failure}");
    // A token that nobody gives.
    let stub = Stub::scripted(|_, _| Reply::status(500));
    let failure = stub.carrier(&standing()).label(&order()).await.expect_err("no token");
    assert_eq!((failure.error.code(), failure.may_be_made), ("down", false));
    assert!(stub.received("/barcode").is_empty());
    // Refused once with an old token, and the connection to the next one is never made.
    let stub = Stub::scripted(|received, nth| match (received.path.starts_with("/OAuth/token"), nth) {
        (true, 0) => token(0, "60"),
        (true, _) => Reply::HangUp,
        _ => Reply::status(401),
    });
    let failure = stub.carrier(&standing()).label(&order()).await.expect_err("no second token");
    assert!(!failure.may_be_made, "{failure}");
    // Left in peace after three silences.
    let stub = self::stub(Reply::HangUp);
    let carrier = stub.carrier(&standing());
    for _ in 0..3 {
        assert!(carrier.label(&order()).await.expect_err("nothing").may_be_made);
    }
    let failure = carrier.label(&order()).await.expect_err("paused");
    assert_eq!((failure.error.code(), failure.may_be_made), ("paused", false));
}

#[tokio::test]
async fn a_silent_barcode_service_keeps_nobodys_user_id_waiting() {
    let stub = Stub::scripted(|received, nth| match &*received.path {
        path if path.starts_with("/OAuth/token") => token(nth, "60"),
        path if path.starts_with("/barcode") => Reply::status(500),
        _ => Reply::json(crate::ANSWER),
    });
    let carrier = stub.carrier(&standing());
    for _ in 0..4 {
        let _ = carrier.label(&order()).await;
    }
    carrier.user(&crate::published()).await.expect("an ID all the same");
}
