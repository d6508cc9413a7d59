//! `/delivery/v1`: Post's calendar, and the days on which it delivers. The form is published (developer.post.ch, "Digital
//! Commerce API", chapter 6). Ours: which days are holidays.

use std::collections::BTreeMap;

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use chrono::{Datelike, Days, NaiveDate};
use serde_json::{Value, json};

use crate::sandbox::answers::Call;
use crate::sandbox::days::{Names, of_year, works};
use crate::sandbox::desk::Desk;
use crate::sandbox::faults::Api;
use crate::sandbox::pace::Work;

const SCOPES: [&str; 1] = ["WEDEC_DELIVERY"];

/// Answers `[{"date": …, "name": {…}}]`: those of this year and the next.
pub async fn holidays(desk: Data<Desk>, http: HttpRequest) -> HttpResponse {
    answer(&desk, &http, &[], |_| {
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
    answer(&desk, &http, &["zip", "city", "street", "houseNumber", "date", "dayCount"], |query| {
        let (zip, _) = query.get("zip").zip(query.get("city"))?;
        zip.parse::<u32>().ok().filter(|zip| (1000..10_000).contains(zip))?;
        let from: NaiveDate = query.get("date")?.parse().ok()?;
        let count: usize = query.get("dayCount").map_or(Some(14), |count| count.parse().ok())?;
        let days = from.iter_days().take(count.min(60)).filter(|day| works(*day));
        let row = |day: NaiveDate| {
            let details = json!({ "route": "1", "branch": { "id": 100, "description": "Zustellung" } });
            let parcel = json!({
                "incomingDate": (day - Days::new(1)).to_string(), "productCode": "PRI",
                "deliveryDetails": details, "dropOffInfo": {}
            });
            json!({ "deliveryDate": day.to_string(), "deliverabilities": [parcel], "activity": "WORK" })
        };
        let days: Vec<Value> = days.map(row).collect();
        Some(json!({ "days": days, "quality": "RELIABLE", "deliveryToTheDoor": "AVAILABLE" }))
    })
    .await
}

async fn answer(
    desk: &Desk,
    http: &HttpRequest,
    known: &[&str],
    reply: impl FnOnce(&BTreeMap<String, String>) -> Option<Value>,
) -> HttpResponse {
    let query: BTreeMap<String, String> = serde_html_form::from_str(http.query_string()).unwrap_or_default();
    let call = Call::by_query(desk, http, &query);
    if let Err(answer) = call.bearer(&SCOPES) {
        return answer;
    }
    let fits = query.keys().all(|name| known.contains(&name.as_str()));
    let Some(reply) = Some(()).filter(|()| fits).and_then(|()| reply(&query)) else {
        return call.empty(400);
    };
    if let Err(answer) = call.fault(Api::Address, None).await {
        return answer;
    }
    call.work(Work::LookUp).await;
    call.json(200, reply)
}
