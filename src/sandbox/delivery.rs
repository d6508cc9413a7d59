//! `/delivery/v1`: Post's calendar, and the days on which it delivers. The form is published (developer.post.ch, "Digital
//! Commerce API", chapter 6). Ours: which days are holidays; among them 2 January, so that a shop which goes by its own calendar is
//! found out.

use std::collections::BTreeMap;

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde_json::{Value, json};

use crate::calendar::easter;
use crate::sandbox::answers::Call;
use crate::sandbox::desk::Desk;
use crate::sandbox::faults::Api;
use crate::sandbox::pace::Work;

const SCOPES: [&str; 1] = ["WEDEC_DELIVERY"];
/// In four languages: German, French, Italian, English.
type Names = [&'static str; 4];

/// The holidays of a year.
fn of_year(year: i32) -> Vec<(NaiveDate, Names)> {
    let fixed: [(u32, u32, Names); 5] = [
        (1, 1, ["Neujahr", "Nouvel An", "Capodanno", "New Year"]),
        (1, 2, ["Berchtoldstag", "Saint-Berchtold", "San Bertoldo", "Berchtold’s Day"]),
        (8, 1, ["Bundesfeier", "Fête nationale", "Festa nazionale", "National Day"]),
        (12, 25, ["Weihnachten", "Noël", "Natale", "Christmas"]),
        (12, 26, ["Stephanstag", "Saint-Étienne", "Santo Stefano", "St Stephen’s Day"]),
    ];
    let movable: [(i64, Names); 4] = [
        (-2, ["Karfreitag", "Vendredi saint", "Venerdì santo", "Good Friday"]),
        (1, ["Ostermontag", "Lundi de Pâques", "Lunedì dell’Angelo", "Easter Monday"]),
        (39, ["Auffahrt", "Ascension", "Ascensione", "Ascension"]),
        (50, ["Pfingstmontag", "Lundi de Pentecôte", "Lunedì di Pentecoste", "Whit Monday"]),
    ];
    let fixed = fixed
        .into_iter()
        .filter_map(|(month, day, names)| Some((NaiveDate::from_ymd_opt(year, month, day)?, names)));
    let movable =
        movable.into_iter().map(|(after, names)| (easter(year) + chrono::TimeDelta::days(after), names));
    fixed.chain(movable).collect()
}

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

fn works(day: NaiveDate) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    !weekend && !of_year(day.year()).iter().any(|(holiday, _)| *holiday == day)
}

async fn answer(
    desk: &Desk,
    http: &HttpRequest,
    known: &[&str],
    reply: impl FnOnce(&BTreeMap<String, String>) -> Option<Value>,
) -> HttpResponse {
    let query: BTreeMap<String, String> = serde_html_form::from_str(http.query_string()).unwrap_or_default();
    let call = Call::begin(desk, http, query.keys().map(|name| (name.clone(), json!("…"))).collect());
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
