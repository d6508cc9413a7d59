//! `POST /logistics/mailpiece/tracking/business/v1/mailpieces`: what happened to the parcels of a client. Seen: path, scope, `{ids}`,
//! the numbers of events. Ours: the form of the answer, and which number stands for which of the simulator's events.

use actix_web::web::{Bytes, Data};
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::sandbox::answers::Call;
use crate::sandbox::desk::Desk;
use crate::sandbox::faults::Api;
use crate::sandbox::pace::Work;
use crate::sandbox::parcels::{Event, Goes, Happened, Parcel};

const SCOPES: [&str; 1] = ["MYSB_MAILPIECE_TRACKING_B2B_READ"];
/// So many at once.
const MOST: usize = 50;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Body {
    ids: Vec<String>,
}

/// Answers `{"mailpieces": [{"id": …, "events": [{"eventCode": …, "timestamp": …}]}]}`.
pub async fn mailpieces(desk: Data<Desk>, http: HttpRequest, body: Bytes) -> HttpResponse {
    let call = Call::begin(&desk, &http, serde_json::from_slice(&body).unwrap_or(Value::Null));
    if let Err(answer) = call.bearer(&SCOPES) {
        return answer;
    }
    let is_json = http.content_type().eq_ignore_ascii_case("application/json");
    let body = serde_json::from_slice::<Body>(&body).ok();
    let Some(body) = body.filter(|body| is_json && (1..=MOST).contains(&body.ids.len())) else {
        return call.empty(400);
    };
    if let Err(answer) = call.fault(Api::Address, None).await {
        return answer;
    }
    call.work(Work::LookUp).await;
    desk.catch_up();
    let found: Vec<Value> = {
        let memory = desk.memory();
        let own = memory.records.parcels().filter(|(client, _)| *client == call.client());
        own.filter(|(_, parcel)| body.ids.contains(&parcel.ident_code))
            .map(|(_, parcel)| told(parcel))
            .collect()
    };
    call.json(200, json!({ "mailpieces": found }))
}

fn told(parcel: &Parcel) -> Value {
    let event = |happened: &Happened| {
        let code = number(happened.event, &parcel.goes);
        json!({ "eventCode": code, "timestamp": happened.at.to_rfc3339() })
    };
    // A scan that was taken back is told still, and then that it was.
    let gone = parcel.taken_back.iter().flat_map(|gone| {
        let mut back = event(&gone.scan);
        back["timestamp"] = gone.at.to_rfc3339().into();
        back["subEvent"] = "CAN".into();
        [event(&gone.scan), back]
    });
    let mut all: Vec<Value> = parcel.events.iter().map(event).chain(gone).collect();
    all.sort_by_key(|event| event["timestamp"].as_str().map(ToOwned::to_owned));
    json!({ "id": parcel.ident_code, "events": all })
}

fn number(event: Event, goes: &Goes) -> &'static str {
    match (event, goes) {
        (Event::HandedOver, _) => "820",
        (Event::Sorted, _) => "1201",
        (Event::Arrived, Goes::Home) => "1003",
        (Event::Arrived, _) => "1004",
        (Event::Ready, Goes::Terminal(_)) => "2102",
        (Event::Ready, _) => "2101",
        (Event::Collected, Goes::Counter(_)) => "2000",
        (Event::Collected, _) => "4000",
        (Event::Returned, _) => "3600",
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::told;
    use crate::sandbox::parcels::{Event, NewParcel, Parcel};

    #[test]
    fn every_way_has_its_own_numbers() {
        let at = DateTime::from_timestamp(1_800_000_000, 0).expect("a moment");
        let on_the_way = [Event::HandedOver, Event::Sorted, Event::Arrived];
        for (name2, rest, numbers) in [
            ("", &[Event::Collected][..], &["820", "1201", "1003", "4000"][..]),
            (
                "PickPost PT011227",
                &[Event::Ready, Event::Collected],
                &["820", "1201", "1004", "2101", "2000"],
            ),
            (
                "My Post 24 PT011227",
                &[Event::Ready, Event::Returned],
                &["820", "1201", "1004", "2102", "3600"],
            ),
        ] {
            let new = NewParcel {
                client: "sandbox".into(),
                ident_code: "990012345600000001".into(),
                recipient: Vec::new(),
                name2: name2.into(),
            };
            let mut parcel = Parcel::from(new);
            for event in on_the_way.iter().chain(rest) {
                parcel.happen(*event, at).expect("it may");
            }
            let told = told(&parcel);
            let events = told["events"].as_array().expect("events").iter();
            assert_eq!(events.filter_map(|event| event["eventCode"].as_str()).collect::<Vec<_>>(), numbers);
            assert_eq!(
                (&told["id"], &told["events"][0]["timestamp"]),
                (&"990012345600000001".into(), &"2027-01-15T08:00:00+00:00".into())
            );
        }
    }
}
