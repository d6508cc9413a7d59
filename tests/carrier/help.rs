//! Address help on the wire: in the words of both generations, answers in every form, and its failures are its own.

use std::time::{Duration, Instant};

use pickpost_shop::address::Postcode;
use pickpost_shop::carrier::{CarrierError, Quality};
use pickpost_shop::config::{PostSettings, Profile, Scope, Settings};
use pickpost_shop::post::Carrier;
use pickpost_shop::post::profile::Dialect;
use serde_json::Value;

use crate::stub::{Reply, Stub, token};
use crate::{ANSWER, published, random, standing};

const VALIDATED: &str = include_str!("../fixtures/post/validation-answer.json");

/// A Post that answers everything but tokens and User IDs so.
fn helper(reply: Reply) -> Stub {
    Stub::scripted(move |received, nth| match received.path.as_str() {
        path if path.starts_with("/OAuth/token") => token(nth, "60"),
        path if path.starts_with("/pickpost") => Reply::json(ANSWER),
        _ => reply.clone(),
    })
}

/// Settings of the current generation that point at a stub.
fn dcapi(stub: &Stub) -> PostSettings {
    let pairs = [
        ("POST_PROFILE", "dcapi"),
        ("POST_CLIENT_ID", "the-shop"),
        ("POST_CLIENT_SECRET", "hush-hush"),
        ("POST_SCOPE_PICKPOST", "A_SCOPE"),
        ("POST_FRANKING_LICENCE", "600123"),
        ("MAIL_URL", "smtp://mail.example.ch"),
    ];
    let lookup =
        |name: &str| pairs.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
    let mut settings = Settings::read(&lookup).expect("settings").post;
    // A live profile takes https only; a test needs no certificate to see what would be sent.
    settings.base_url = Some(stub.url("").parse().expect("an address"));
    settings.token_url = Some(stub.url("/OAuth/token").parse().expect("an address"));
    settings
}

fn postcode() -> Postcode {
    Postcode::parse("9999").expect("a postcode")
}

#[tokio::test]
async fn an_address_is_checked_in_the_published_form_with_a_scope_of_its_own() {
    let stub = helper(Reply::json(VALIDATED));
    let mut home = published().home;
    home.extra = pickpost_shop::line::Line::optional("c/o Muster").expect("a line");
    let checked = stub.carrier(&standing()).check_address(&home).await.expect("an answer").expect("a scope");
    assert_eq!((checked.quality, checked.written), (Quality::Good, None));
    let sent = stub.received("/address").remove(0);
    assert_eq!(sent.path, "/address/v1/addresses/validation");
    let printed: Value =
        serde_json::from_str(include_str!("../fixtures/post/validation-request.json")).expect("JSON");
    assert_eq!(serde_json::from_str::<Value>(&sent.body).expect("JSON"), printed);
    assert!(stub.received("/OAuth/token")[0].body.contains("scope=WEDEC_VALIDATE_ADDRESS"));
}

#[tokio::test]
async fn each_generation_is_asked_with_its_own_parameters_and_both_answers_are_read() {
    let streets = [
        include_str!("../fixtures/post/streets-answer-wedec.json"),
        include_str!("../fixtures/post/streets-answer-dcapi.json"),
    ];
    let houses = [
        include_str!("../fixtures/post/houses-answer-wedec.json"),
        include_str!("../fixtures/post/houses-answer-dcapi.json"),
    ];
    for (street, house) in streets.into_iter().zip(houses) {
        let stub = Stub::scripted(move |received, nth| match received.path.as_str() {
            path if path.starts_with("/OAuth/token") => token(nth, "60"),
            path if path.contains("/streets") => Reply::json(street),
            path if path.contains("/zips") => Reply::json(include_str!("../fixtures/post/zips-answer.json")),
            _ => Reply::json(house),
        });
        let wedec = stub.carrier(&standing());
        let newer = Carrier::new(&dcapi(&stub), standing(), random()).expect("a client");
        for carrier in [&wedec, &newer] {
            let streets = carrier.streets(&postcode(), "See").await.expect("streets");
            assert_eq!(streets, ["Seestrasse", "Seeweg"]);
            let houses = carrier.houses(&postcode(), "Seeweg", "1").await.expect("houses");
            assert_eq!(houses, ["1", "1 A"]);
            let towns = carrier.towns(&postcode()).await.expect("towns");
            assert_eq!(towns, ["Erfunden", "Erfunden-Vorderberg"]);
        }
        let asked: Vec<String> =
            stub.received("/address").into_iter().map(|received| received.path).collect();
        assert_eq!(
            asked,
            [
                "/address/v1/streets?name=See&zip=9999",
                "/address/v1/houses?zip=9999&streetname=Seeweg&number=1",
                "/address/v1/zips?zipCity=9999&type=DOMICILE",
                "/address/v1/streets?street=See&zip=9999&type=DOMICILE",
                "/address/v1/house-numbers?zip=9999&street=Seeweg&houseNumber=1&type=DOMICILE",
                "/address/v1/zips?zipCity=9999&type=DOMICILE",
            ]
        );
        let scopes = stub.received("/OAuth/token");
        assert!(scopes[0].body.contains("scope=WEDEC_AUTOCOMPLETE_ADDRESS"), "{}", scopes[0].body);
        assert!(scopes[1].body.contains("scope=DCAPI_ADDRESS_AUTOCOMPLETE"), "{}", scopes[1].body);
    }
}

#[tokio::test]
async fn posts_calendar_is_asked_for_where_each_generation_has_it() {
    let holidays = include_str!("../fixtures/post/holidays-answer.json");
    let days = include_str!("../fixtures/post/days-answer.json");
    let stub = Stub::scripted(move |received, nth| match received.path.as_str() {
        path if path.starts_with("/OAuth/token") => token(nth, "60"),
        path if path.contains("holidays") => Reply::json(holidays),
        _ => Reply::json(days),
    });
    let mut settings = dcapi(&stub);
    settings.scope_delivery = Scope::Named("A_SCOPE".to_owned());
    let newer = Carrier::new(&settings, standing(), random()).expect("a client");
    let from = "2026-12-01".parse().expect("a day");
    for carrier in [stub.carrier(&standing()), newer] {
        assert_eq!(carrier.holidays().await.expect("an answer").map(|days| days.len()), Some(2));
        let days = carrier.delivery_days(&published().home, from).await.expect("an answer");
        assert_eq!(days.map(|days| days.len()), Some(1));
    }
    let asked: Vec<String> = stub.received("/").into_iter().map(|received| received.path).collect();
    let query = "zip=8008&city=Z%C3%BCrich&date=2026-12-01&dayCount=14";
    assert_eq!(
        asked.iter().filter(|path| !path.starts_with("/OAuth")).collect::<Vec<_>>(),
        [
            "/delivery/v1/options/holidays",
            &format!("/delivery/v1/deliverabilities/when?{query}"),
            "/api/delivery/v1/options/holidays",
            &format!("/api/delivery/v1/deliverabilities/when?{query}"),
        ]
    );
    assert!(stub.received("/OAuth/token")[0].body.contains("scope=WEDEC_DELIVERY"));
}

#[tokio::test]
async fn parcels_are_tracked_by_their_exact_numbers_where_a_source_names_a_place_for_it() {
    let (one, other) = ("990060012300000001", "990060012300000002");
    let answer = format!(
        r#"[{{"id":"{one}","events":[{{"eventCode":"2101","timestamp":"2026-12-03T08:00:00Z"}}]}},{{"id":"{other}"}}]"#
    );
    let stub = helper(Reply::json(&answer));
    let tracked = stub.carrier(&standing()).track(&[one]).await.expect("an answer").expect("a place");
    assert_eq!(tracked.len(), 1, "the neighbour is left out");
    assert_eq!((tracked[0].ident_code.as_str(), tracked[0].scans[0].code.as_str()), (one, "2101"));
    let path = "/logistics/mailpiece/tracking/business/v1/mailpieces";
    assert_eq!(stub.received(path)[0].body, format!(r#"{{"ids":["{one}"]}}"#));
    assert!(stub.received("/OAuth/token")[0].body.contains("scope=MYSB_MAILPIECE_TRACKING_B2B_READ"));
    let dcapi = Dialect::of(&dcapi(&stub)).tracking.map(|(url, _)| url);
    assert_eq!(dcapi.as_deref(), Some(&*format!("https://mysb.apis.post.ch{path}")));
    let mut wedec = stub.settings(&[]);
    wedec.profile = Profile::Wedec;
    let wedec = Carrier::new(&wedec, standing(), random()).expect("a client");
    assert_eq!(wedec.track(&[one]).await.expect("nothing"), None);
}

#[tokio::test]
async fn without_a_scope_nobody_is_asked() {
    let stub = helper(Reply::json(VALIDATED));
    let off = [
        ("POST_SCOPE_ADDRESS_VALIDATE", "off"),
        ("POST_SCOPE_ADDRESS_AUTOCOMPLETE", "off"),
        ("POST_SCOPE_DELIVERY", "off"),
    ];
    let carrier = Carrier::new(&stub.settings(&off), standing(), random()).expect("a client");
    assert_eq!(carrier.check_address(&published().home).await.expect("nothing"), None);
    assert!(carrier.towns(&postcode()).await.expect("nothing").is_empty());
    assert!(carrier.streets(&postcode(), "See").await.expect("nothing").is_empty());
    assert!(carrier.houses(&postcode(), "See", "").await.expect("nothing").is_empty());
    assert_eq!(carrier.holidays().await.expect("nothing"), None);
    assert!(stub.received("/").is_empty());
}

#[tokio::test]
async fn a_silent_address_help_costs_a_second_and_nobody_a_user_id() {
    let stub = helper(Reply::Silence);
    let carrier = stub.carrier(&standing());
    for _ in 0..3 {
        let begun = Instant::now();
        let silence = carrier.check_address(&published().home).await;
        assert!(matches!(silence, Err(CarrierError::Timeout)), "{silence:?}");
        assert!(begun.elapsed() < Duration::from_millis(2900), "{:?}", begun.elapsed());
    }
    assert!(matches!(carrier.towns(&postcode()).await, Err(CarrierError::Paused)));
    assert!(carrier.user(&published()).await.is_ok(), "its breaker is another one");
    assert_eq!(stub.received("/address").len(), 3, "never asked a second time");
}

#[tokio::test]
async fn a_token_that_post_refuses_is_fetched_anew_once_and_nonsense_is_an_error() {
    let stub = Stub::scripted(|received, nth| match (received.path.starts_with("/OAuth/token"), nth) {
        (true, _) => token(nth, "60"),
        (false, 0) => Reply::status(401),
        _ => Reply::json(VALIDATED),
    });
    let checked = stub.carrier(&standing()).check_address(&published().home).await.expect("an answer");
    assert!(checked.is_some() && stub.received("/address").len() == 2);
    for reply in [
        Reply::json("[]"),
        Reply::json("{}"),
        Reply::Answer(200, "text/html", "<h1>Wartungsarbeiten</h1>".to_owned()),
        Reply::HalfBody(VALIDATED.to_owned()),
        Reply::status(429),
        Reply::status(404),
    ] {
        let told = format!("{reply:?}");
        let stub = helper(reply);
        assert!(stub.carrier(&standing()).check_address(&published().home).await.is_err(), "{told}");
    }
}
