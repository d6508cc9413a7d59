//! What goes over the wire to Post, held against the published example.

use pickpost_shop::carrier::{Kind, Notify, UserRequest};
use pickpost_shop::contact::Phone;
use pickpost_shop::i18n::Lang;
use pickpost_shop::line::Line;
use pickpost_shop::post::Carrier;
use pickpost_shop::post::users::masked;
use serde_json::{Value, json};

use crate::stub::{Received, Reply, Stub};
use crate::{ANSWER, published, random, standing};

async fn sent(request: &UserRequest, more: &[(&str, &str)]) -> Received {
    let stub = Stub::users(|_| Reply::json(ANSWER));
    let carrier = Carrier::new(&stub.settings(more), standing(), random()).expect("a client");
    carrier.user(request).await.expect("an answer");
    stub.received("/pickpost").remove(0)
}

fn body(received: &Received) -> Value {
    serde_json::from_str(&received.body).expect("JSON")
}

#[tokio::test]
async fn the_published_example_goes_over_the_wire_as_it_is_printed() {
    let received = sent(&published(), &[]).await;
    let printed: Value =
        serde_json::from_str(include_str!("../fixtures/post/users-request.json")).expect("JSON");
    assert_eq!(body(&received), printed);
    assert_eq!(received.path, "/pickpost/v1/users");
    assert!(received.head.contains("content-type: application/json\n"));
    assert!(!received.head.contains("ocp-apim-subscription-key"));
}

#[tokio::test]
async fn what_a_person_did_not_say_is_left_out() {
    let mut request = published();
    request.person.title = None;
    request.home.house_number = None;
    let body = body(&sent(&request, &[]).await);
    assert_eq!(body["userDetails"], json!({ "firstName": "Test", "lastName": "User", "language": "DE" }));
    assert_eq!(body["address"]["house"], json!({ "street": "Bellerivestrasse" }));
}

#[tokio::test]
async fn a_terminal_and_a_text_message_are_spelt_as_decided() {
    let mut request = published();
    request.notify = Notify::Sms(Phone::parse("079 123 45 67").expect("a number"));
    request.kind = Kind::MyPost24;
    request.lang = Lang::En;
    let body = body(&sent(&request, &[]).await);
    assert_eq!(body["notification"], json!({ "notifyMode": "SMS", "mobile": "+41791234567" }));
    assert_eq!((&body["service"], &body["userDetails"]["language"]), (&json!("MYPOST24"), &json!("EN")));
}

#[tokio::test]
async fn the_subscription_key_is_sent_where_one_is_set() {
    let received = sent(&published(), &[("POST_SUBSCRIPTION_KEY", "abc123")]).await;
    assert!(received.head.contains("ocp-apim-subscription-key: abc123\n"));
}

#[test]
fn what_the_merchant_is_shown_of_a_request_is_masked_and_in_the_order_of_the_contract() {
    let mut request = published();
    // A letter that JSON writes with two, and marks that end a text where it is read carelessly.
    request.person.first_name = Line::parse("\"Hans\", der").expect("a name");
    let shown = masked(&request);
    for secret in ["Hans", "User", "Bellerivestrasse", "8008", "Zürich", "testuser1"] {
        assert!(!shown.contains(secret), "{secret} in {shown}");
    }
    assert!(shown.contains("\"firstName\": \"\\\"…\",\n"), "{shown}");
    assert!(shown.contains("\"service\": \"PICKPOST\"\n"), "words of the contract stay: {shown}");
    let names =
        ["userDetails", "firstName", "language", "address", "house", "zip", "notification", "service"];
    let at: Vec<_> = names.iter().map(|name| shown.find(&format!("\"{name}\"")).expect(name)).collect();
    assert!(at.is_sorted(), "{shown}");
    assert!(serde_json::from_str::<Value>(&shown).is_ok(), "{shown}");
}
