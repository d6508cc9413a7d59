//! The location service: what the client makes of its three answers, and what it does about a list that is cut off.

use std::time::Duration;

use chrono::NaiveDate;
use pickpost_shop::carrier::point::{Details, Listed, Place};
use pickpost_shop::carrier::{CarrierError, Kind};
use serde_json::{Value, json};

use crate::stub::{Received, Reply, Stub};
use crate::{random, standing};

const TYPES: &str = include_str!("../fixtures/post/locations-types.json");
const FIND: &str = include_str!("../fixtures/post/locations-find.json");
const POI: &str = include_str!("../fixtures/post/locations-poi.xml");

fn asks(received: &Received, pair: &str) -> bool {
    received.path.split(['?', '&']).any(|asked| asked == pair)
}

/// Gives the counters' points, one terminal, and says that the counter of 9999 Erfunden is reached without steps.
fn answer(received: &Received) -> Reply {
    let only = |id: &str| {
        let mut list: Value = serde_json::from_str(FIND).expect("JSON");
        list["pois"][1]["id"] = id.into();
        Reply::json(&json!({ "count": 1, "pois": [list["pois"][1]] }).to_string())
    };
    match received.path.split('?').next() {
        Some("/Types") => Reply::json(TYPES),
        Some("/Find") if asks(received, "query=S4") => Reply::json(FIND),
        Some("/Find") if asks(received, "query=S2") => only("001MP24_000004"),
        Some("/Find") if asks(received, "query=S3") => only("001PST_000001"),
        Some("/Poi") => Reply::Answer(200, "application/xml", POI.to_owned()),
        _ => Reply::status(404),
    }
}

fn stub(script: impl Fn(&Received, usize) -> Reply + Send + Sync + 'static) -> Stub {
    Stub::scripted(move |received, nth| {
        // Only what the location service has may be asked below its address.
        let path = received.path.strip_prefix("/locations").unwrap_or("/elsewhere").to_owned();
        script(&Received { path, ..received.clone() }, nth)
    })
}

fn carrier(stub: &Stub) -> pickpost_shop::post::Carrier {
    let settings = stub.settings(&[]);
    let base = settings.base_url.as_ref().expect("a base").as_str().trim_end_matches('/').to_owned();
    let settings = stub.settings(&[("POST_LOCATIONS_URL", &format!("{base}/locations/"))]);
    pickpost_shop::post::Carrier::new(&settings, standing(), random()).expect("a client")
}

#[tokio::test]
async fn a_list_is_read_with_its_clusters_and_every_sort_of_place() {
    let stub = stub(|received, _| answer(received));
    let listing = carrier(&stub).locations().await.expect("a list");
    let told = |point: &Listed| (point.id.clone(), point.kind, point.place, point.step_free);
    assert!(!listing.synthetic);
    assert_eq!(
        listing.points.iter().map(told).collect::<Vec<_>>(),
        [
            ("001AG-PICK_000002".to_owned(), Kind::PickPost, Place::Partner, false),
            ("001AL_000003".to_owned(), Kind::PickPost, Place::ServicePoint, false),
            ("001MP24_000004".to_owned(), Kind::MyPost24, Place::Terminal, false),
            ("001PST_000001".to_owned(), Kind::PickPost, Place::Branch, true),
        ]
    );
    let branch = &listing.points[3];
    assert_eq!(
        (branch.name.as_str(), branch.street.as_str()),
        ("Post Filiale 9999 Erfunden 1", "Dorfstrasse 7")
    );
    assert_eq!((branch.postcode.as_str(), branch.town.as_str()), ("9999", "Erfunden"));
    assert_eq!(branch.position, (47.25, 8.5));
    for received in stub.received("/") {
        assert!(!received.head.contains("authorization"), "no token is shown to a service that needs none");
    }
}

#[tokio::test]
async fn a_points_own_page_is_read() {
    let stub = stub(|received, _| answer(received));
    let today = "2027-01-15".parse::<NaiveDate>().expect("a day");
    let details = carrier(&stub).location("001PST_000001", today).await.expect("details");
    let slice = |from: &str, until: &str| (from.to_owned(), until.to_owned());
    let texts = |pairs: &[(&str, &str)]| pairs.iter().map(|(l, t)| ((*l).into(), (*t).into())).collect();
    let mut week: [Vec<_>; 7] = Default::default();
    week[0] = vec![slice("08:00", "12:00"), slice("14:00", "18:00")];
    week[5] = vec![slice("09:00", "11:00")];
    let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
    let expected = Details {
        canton: "LU".into(),
        week,
        days: vec![(day("2027-01-25"), vec![slice("08:00", "10:00")], texts(&[("de", "Dorffest")]))],
        closed: Some((day("2027-02-01"), day("2027-02-10"))),
        info: texts(&[("de", "Umbau")]),
        note: texts(&[("de", "Hinter der Kirche"), ("fr", "Derrière l'église")]),
    };
    assert_eq!(details, expected);
    assert!(asks(&stub.received("/locations/Poi")[0], "id=001PST_000001"));
}

#[tokio::test]
async fn a_list_that_is_cut_off_is_asked_for_in_quarters_or_refused() {
    // The whole country at once: one counter of the three that are counted. In each quarter: all of them.
    let whole = "extent=5.8%2C45.7%2C10.6%2C47.9";
    let stub1 = stub(move |received, _| match answer(received) {
        Reply::Answer(status, mime, body) if asks(received, whole) && asks(received, "query=S4") => {
            let mut list: Value = serde_json::from_str(&body).expect("JSON");
            list["pois"].as_array_mut().expect("a list").remove(0);
            Reply::Answer(status, mime, list.to_string())
        }
        reply => reply,
    });
    let listing = carrier(&stub1).locations().await.expect("a list");
    assert_eq!(listing.points.len(), 4, "each point once, whichever quarters it was told in");
    let asked = stub1.received("/locations/Find");
    assert_eq!(asked.iter().filter(|received| asks(received, "query=S4")).count(), 5);

    let stub2 = stub(|received, _| {
        let types = received.path.starts_with("/Types");
        Reply::json(if types { TYPES } else { r#"{"ok":true,"count":5,"pois":[]}"# })
    });
    let error = carrier(&stub2).locations().await.expect_err("it never gets whole");
    assert!(matches!(error, CarrierError::Nonsense("the list of points is cut off")), "{error}");
}

#[tokio::test]
async fn a_list_over_which_the_day_has_turned_is_no_list() {
    let stub = stub(|received, nth| match answer(received) {
        // The same types, by the tags of another day.
        Reply::Answer(status, mime, body) if received.path.starts_with("/Types") && nth > 0 => {
            Reply::Answer(status, mime, body.replace("\"S4\"", "\"S9\"").replace("\"S2\"", "\"S4\""))
        }
        reply => reply,
    });
    let error = carrier(&stub).locations().await.expect_err("counters are no terminals");
    assert!(matches!(error, CarrierError::Nonsense("the types were given other tags meanwhile")), "{error}");
}

#[tokio::test]
async fn what_the_location_service_may_not_answer() {
    let huge = format!(r#"{{"types":[],"more":"{}"}}"#, "x".repeat(9 << 20));
    for (what, reply, code, asked) in [
        ("too much", Reply::json(&huge), "nonsense", 1),
        ("no type of ours", Reply::json(r#"{"types":[]}"#), "nonsense", 1),
        ("a page", Reply::Answer(200, "text/html", TYPES.to_owned()), "nonsense", 1),
        ("gone", Reply::status(404), "refused", 1),
        ("moved", Reply::status(302), "refused", 1),
        ("too often", Reply::status(429), "busy", 1),
        ("down", Reply::status(503), "down", 2),
        ("nothing", Reply::HangUp, "unreachable", 2),
    ] {
        let stub = Stub::scripted(move |_, _| reply.clone());
        assert_eq!(carrier(&stub).locations().await.expect_err(what).code(), code, "{what}");
        assert_eq!(stub.received("/").len(), asked, "{what}");
    }
}

#[tokio::test]
async fn a_list_may_be_longer_and_later_than_an_answer_about_a_person() {
    let stub = stub(|received, _| match answer(received) {
        Reply::Answer(status, mime, body) if received.path.starts_with("/Types") => {
            // Longer than the three seconds of an answer about a person: the client's own time, which no clock moves.
            std::thread::sleep(Duration::from_millis(3300));
            Reply::Answer(status, mime, format!("{body}{}", " ".repeat(1 << 20)))
        }
        reply => reply,
    });
    assert_eq!(carrier(&stub).locations().await.expect("a list").points.len(), 4);
}
