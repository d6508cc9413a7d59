//! Post's location service as public clients of `StaoCacheServiceV2` ask it, played over the demonstration points:
//! `/Types /Geocode /Find /Poi`. Tags are positions in a list that changes from day to day, as Post's do from year to
//! year: only ids hold.

use std::collections::BTreeMap;

use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::sandbox::answers::Call;
use crate::sandbox::desk::Desk;
use crate::sandbox::faults::{Api, Fault};
use crate::sandbox::spot::{SPOTS, Spot};

/// Ids of services and types, as Post's service had them in 2022, and what they mean.
const TYPES: [(&str, &str, &str); 4] = [
    ("001134032", "Service", "PickPost"),
    ("001490010", "Service", "My Post 24"),
    ("001134109", "Service", "Step-free"),
    ("001MP24", "PoiType", "My Post 24"),
];

/// The tag of a type on a day: its position in that day's list.
fn tag(at: usize, today: NaiveDate) -> String {
    let shifted = (at + today.ordinal0() as usize) % TYPES.len() + 1;
    format!("{}{shifted}", if TYPES[at].1 == "Service" { 'S' } else { 'T' })
}

/// The types whose tags stand in a query, `S3,T1` or `S3 T1`.
fn asked(query: &str, today: NaiveDate) -> Vec<&'static str> {
    let tags: Vec<&str> = query.split([',', ' ', ';']).collect();
    let known = TYPES.iter().enumerate().filter(|(at, _)| tags.contains(&tag(*at, today).as_str()));
    known.map(|(_, (id, ..))| *id).collect()
}

/// A request by its query.
fn called<'a>(desk: &'a Desk, http: &'a HttpRequest) -> Call<'a> {
    let query: BTreeMap<String, String> = serde_html_form::from_str(http.query_string()).unwrap_or_default();
    Call::by_query(desk, http, &query)
}

/// What a query asks; one that cannot be read is in the journal all the same.
#[expect(clippy::result_large_err, reason = "made once for a request, and answered at once")]
fn read<T: DeserializeOwned>(call: &Call<'_>, http: &HttpRequest) -> Result<T, HttpResponse> {
    serde_html_form::from_str(http.query_string()).map_err(|_| call.empty(400))
}

/// All types with today's tags.
pub async fn types(desk: Data<Desk>, http: HttpRequest) -> HttpResponse {
    let call = called(&desk, &http);
    if let Err(answer) = call.fault(Api::Locations, None).await {
        return answer;
    }
    let today = desk.clock.swiss().date();
    let types: Vec<Value> = TYPES
        .iter()
        .enumerate()
        .map(|(at, (id, category, description))| {
            let count = SPOTS.iter().filter(|spot| spot.has(id)).count();
            json!({ "tag": tag(at, today), "id": id, "cat": category, "desc": description, "count": count })
        })
        .collect();
    let body = json!({ "ok": true, "count": types.len(), "synthetic": true, "types": types });
    call.json(200, body)
}

/// What `/Geocode` is asked.
#[derive(Deserialize)]
#[serde(default)]
pub struct GeocodeQuery {
    query: String,
    limit: usize,
}

impl Default for GeocodeQuery {
    fn default() -> Self {
        Self { query: String::new(), limit: 10 }
    }
}

/// Places and points whose name or postcode begins like the query.
pub async fn geocode(desk: Data<Desk>, http: HttpRequest) -> HttpResponse {
    let call = called(&desk, &http);
    if let Err(answer) = call.fault(Api::Locations, None).await {
        return answer;
    }
    let asked: GeocodeQuery = match read(&call, &http) {
        Ok(asked) => asked,
        Err(answer) => return answer,
    };
    let wanted = asked.query.trim().to_lowercase();
    let limit = asked.limit.clamp(1, 50);
    let places = include_str!("../../data/places.tsv").lines().skip(1).filter_map(|row| {
        let fields: Vec<&str> = row.split('\t').collect();
        let hit = fields.first()?.starts_with(&wanted) || fields.get(1)?.to_lowercase().starts_with(&wanted);
        let at: (f64, f64) = (fields.get(5)?.parse().ok()?, fields.get(4)?.parse().ok()?);
        hit.then(
            || json!({ "type": "zip", "name": format!("{} {}", fields[0], fields[1]), "pt": [at.0, at.1] }),
        )
    });
    let points = SPOTS
        .iter()
        .filter(|spot| spot.name.to_lowercase().starts_with(&wanted))
        .map(|spot| json!({ "type": "poi", "id": spot.id, "name": spot.name, "pt": [spot.lon, spot.lat] }));
    let locations: Vec<Value> =
        if wanted.is_empty() { Vec::new() } else { places.chain(points).take(limit).collect() };
    let body = json!({ "ok": true, "count": locations.len(), "synthetic": true, "locations": locations });
    call.json(200, body)
}

/// What `/Find` is asked.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct FindQuery {
    extent: String,
    query: String,
    maxpois: Option<usize>,
}

/// The points inside an extent that have one of the asked types.
pub async fn find(desk: Data<Desk>, http: HttpRequest) -> HttpResponse {
    let call = called(&desk, &http);
    let fault = match call.fault(Api::Locations, None).await {
        Ok(fault) => fault,
        Err(answer) => return answer,
    };
    let query: FindQuery = match read(&call, &http) {
        Ok(query) => query,
        Err(answer) => return answer,
    };
    let corners: Vec<f64> = query.extent.split(',').filter_map(|number| number.trim().parse().ok()).collect();
    let [west, south, east, north] = corners[..] else {
        let body = json!({ "ok": false, "info": "extent must be lonmin,latmin,lonmax,latmax" });
        return call.json(400, body);
    };
    let types = asked(&query.query, desk.clock.swiss().date());
    let inside = |spot: &&Spot| {
        let there = (west..=east).contains(&spot.lon) && (south..=north).contains(&spot.lat);
        there && types.iter().any(|id| spot.has(id))
    };
    let dropped = |at: usize| match fault {
        Some(Fault::Empty) => true,
        Some(Fault::Tenth) => at.is_multiple_of(10),
        Some(Fault::Fewer) => at.is_multiple_of(8),
        _ => false,
    };
    let found: Vec<&Spot> = SPOTS
        .iter()
        .enumerate()
        .filter(|(at, _)| !dropped(*at))
        .map(|(_, spot)| spot)
        .filter(inside)
        .collect();
    let nowhere = |at: usize| fault == Some(Fault::Nowhere) && at < 3;
    let most = query.maxpois.unwrap_or(usize::MAX);
    let pois: Vec<Value> =
        found.iter().take(most).enumerate().map(|(at, spot)| spot.listed(nowhere(at))).collect();
    let body = json!({ "ok": true, "count": found.len(), "synthetic": true, "pois": pois });
    // The journal keeps the count, not half a megabyte.
    let told = json!({ "ok": true, "count": found.len(), "synthetic": true });
    call.note(200, &told);
    HttpResponse::Ok().json(body)
}

/// What `/Poi` is asked.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct PoiQuery {
    id: String,
}

/// One point, as XML.
pub async fn poi(desk: Data<Desk>, http: HttpRequest) -> HttpResponse {
    let call = called(&desk, &http);
    if let Err(answer) = call.fault(Api::Locations, None).await {
        return answer;
    }
    let query: PoiQuery = match read(&call, &http) {
        Ok(query) => query,
        Err(answer) => return answer,
    };
    let Some(spot) = SPOTS.iter().find(|spot| spot.id == query.id) else {
        return call.empty(404);
    };
    call.note(200, &Value::Null);
    HttpResponse::Ok().content_type("application/xml; charset=utf-8").body(spot.xml())
}
