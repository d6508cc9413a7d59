//! `/delivery/v1`: Post's calendar, and the days on which it delivers. The form is published (developer.post.ch, "Digital
//! Commerce API", chapter 6). Ours: which days are holidays.

use std::collections::BTreeMap;

use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};
use chrono::{Datelike, Days, NaiveDate};
use serde_json::{Value, json};

use crate::sandbox::answers::Call;
use crate::sandbox::days::{Names, of_year, works};
use crate::sandbox::desk::Desk;
use crate::sandbox::faults::Api;
use crate::sandbox::pace::Work;

const SCOPES: [&str; 1] = ["WEDEC_DELIVERY"];
/// What may be said about delivery days.
const WHEN: [&str; 7] = ["zip", "city", "street", "houseNumber", "date", "dayCount", DATES];
/// The one field that may be there several times.
const DATES: &str = "deliveryDates";
/// So many days are answered at most.
const DAYS: usize = 60;

/// The fields of a question, by their names; several days in one text, with commas.
type Asked = BTreeMap<String, String>;

/// Answers `[{"date": …, "name": {…}}]`: those of this year and the next.
pub async fn holidays(desk: Data<Desk>, http: HttpRequest) -> HttpResponse {
    answer(&desk, &http, by_query(&http), &[], |_| {
        let year = desk.clock.swiss().year();
        let mut days: Vec<_> = (year..=year + 1).flat_map(of_year).collect();
        days.sort_unstable();
        let row = |(date, [de, fr, it, en]): (NaiveDate, Names)| {
            json!({ "date": date.to_string(), "name": { "de": de, "fr": fr, "it": it, "en": en } })
        };
        Some(days.into_iter().map(row).collect())
    })
    .await
}

/// Answers `{"days": [{"deliveryDate": …, …}], …}` for a postcode and a town.
pub async fn when(desk: Data<Desk>, http: HttpRequest) -> HttpResponse {
    answer(&desk, &http, by_query(&http), &WHEN, days).await
}

/// The same, asked by a body: an object with the same fields, `deliveryDates` a list.
pub async fn when_by_body(desk: Data<Desk>, http: HttpRequest, body: Bytes) -> HttpResponse {
    answer(&desk, &http, by_body(&body).unwrap_or_default(), &WHEN, days).await
}

fn by_query(http: &HttpRequest) -> Asked {
    joined(serde_html_form::from_str::<Vec<(String, String)>>(http.query_string()).unwrap_or_default())
}

/// `None` for what is no object of texts and numbers.
fn by_body(body: &[u8]) -> Option<Asked> {
    let Ok(Value::Object(fields)) = serde_json::from_slice(body) else { return None };
    let mut pairs = Vec::new();
    for (name, value) in fields {
        let values = match value {
            Value::Array(list) if name == DATES => list,
            one => vec![one],
        };
        for value in values {
            let text = match value {
                Value::String(text) => text,
                Value::Number(number) => number.to_string(),
                _ => return None,
            };
            pairs.push((name.clone(), text));
        }
    }
    Some(joined(pairs))
}

fn joined(pairs: Vec<(String, String)>) -> Asked {
    let mut asked = Asked::new();
    for (name, value) in pairs {
        let add = |before: &mut String| {
            before.push(',');
            before.push_str(&value);
        };
        asked.entry(name).and_modify(add).or_insert_with(|| value.clone());
    }
    asked
}

/// The working days among those that are named, or among the next from a day on; `None` where the question is not of the form.
fn days(asked: &Asked) -> Option<Value> {
    let (zip, _) = asked.get("zip").zip(asked.get("city"))?;
    zip.parse::<u32>().ok().filter(|zip| (1000..10_000).contains(zip))?;
    let from = match asked.get("date") {
        Some(text) => Some(day(text)?),
        None => None,
    };
    let count: usize = asked.get("dayCount").map_or(Some(14), |count| count.parse().ok())?;
    let days: Vec<NaiveDate> = match asked.get(DATES) {
        Some(named) => named.split(',').take(DAYS).map(day).collect::<Option<_>>()?,
        None => from?.iter_days().take(count.min(DAYS)).collect(),
    };
    let row = |day: NaiveDate| {
        let details = json!({ "route": "1", "branch": { "id": 100, "description": "Zustellung" } });
        let parcel = json!({
            "incomingDate": (day - Days::new(1)).to_string(), "productCode": "PRI",
            "deliveryDetails": details, "dropOffInfo": {}
        });
        json!({ "deliveryDate": day.to_string(), "deliverabilities": [parcel], "activity": "WORK" })
    };
    let days: Vec<Value> = days.into_iter().filter(|day| works(*day)).map(row).collect();
    Some(json!({ "days": days, "quality": "RELIABLE", "deliveryToTheDoor": "AVAILABLE" }))
}

/// A day of a year that calendars reckon with.
fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok().filter(|day: &NaiveDate| (1900..2200).contains(&day.year()))
}

async fn answer(
    desk: &Desk,
    http: &HttpRequest,
    asked: Asked,
    known: &[&str],
    reply: impl FnOnce(&Asked) -> Option<Value>,
) -> HttpResponse {
    let call = Call::by_query(desk, http, &asked);
    if let Err(answer) = call.bearer(&SCOPES) {
        return answer;
    }
    let fits = asked.keys().all(|name| known.contains(&name.as_str()));
    let Some(reply) = Some(()).filter(|()| fits).and_then(|()| reply(&asked)) else {
        return call.empty(400);
    };
    if let Err(answer) = call.fault(Api::Address, None).await {
        return answer;
    }
    call.work(Work::LookUp).await;
    call.json(200, reply)
}
