//! Post's location service, played over the demonstration points: `/Types /Geocode /Find /Poi`
//! (`post/contract.md` section 7.1). Tags are positions in a list that changes from day to day, as Post's do from
//! year to year: only ids hold.

use std::sync::LazyLock;

use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use chrono::{Datelike, NaiveDate};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::paper::escaped;
use crate::sandbox::answers;
use crate::sandbox::desk::Desk;

/// The simulator's own reading of `data/points.json`.
#[derive(Deserialize)]
struct Spot {
    id: String,
    kind: String,
    name: String,
    street: String,
    #[serde(default)]
    house_number: String,
    postcode: String,
    town: String,
    canton: String,
    lat: f64,
    lon: f64,
    hours: [Vec<(String, String)>; 7],
    step_free: bool,
    closed: Option<Value>,
}

#[derive(Deserialize)]
struct File {
    points: Vec<Spot>,
}

static SPOTS: LazyLock<Vec<Spot>> = LazyLock::new(|| {
    let file: Result<File, _> = serde_json::from_str(include_str!("../../data/points.json"));
    file.map(|file| file.points).unwrap_or_default()
});

/// Ids of services and types, as Post's service had them in 2022, and what they mean.
const TYPES: [(&str, &str, &str); 4] = [
    ("001134032", "Service", "PickPost"),
    ("001490010", "Service", "My Post 24"),
    ("001134109", "Service", "Step-free"),
    ("001MP24", "PoiType", "My Post 24"),
];

impl Spot {
    fn has(&self, type_id: &str) -> bool {
        match type_id {
            "001134032" => self.kind == "pickpost",
            "001490010" | "001MP24" => self.kind == "my_post_24",
            "001134109" => self.step_free,
            _ => false,
        }
    }

    fn street_line(&self) -> String {
        format!("{} {}", self.street, self.house_number).trim_end().to_owned()
    }

    fn type_id(&self) -> &'static str {
        if self.kind == "my_post_24" { "001MP24" } else { "001AG-PICK" }
    }
}

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

/// All types with today's tags.
pub async fn types(desk: Data<Desk>, http: HttpRequest) -> HttpResponse {
    let begun = std::time::Instant::now();
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
    answers::json(&desk, &http, begun, (HttpResponse::Ok(), body), &Value::Null)
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
pub async fn geocode(desk: Data<Desk>, http: HttpRequest, asked: Query<GeocodeQuery>) -> HttpResponse {
    let begun = std::time::Instant::now();
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
    answers::json(&desk, &http, begun, (HttpResponse::Ok(), body), &Value::Null)
}

/// What `/Find` is asked.
#[derive(Deserialize)]
pub struct FindQuery {
    extent: String,
    #[serde(default)]
    query: String,
    maxpois: Option<usize>,
}

/// The points inside an extent that have one of the asked types.
pub async fn find(desk: Data<Desk>, http: HttpRequest, query: Query<FindQuery>) -> HttpResponse {
    let begun = std::time::Instant::now();
    let corners: Vec<f64> = query.extent.split(',').filter_map(|number| number.trim().parse().ok()).collect();
    let [west, south, east, north] = corners[..] else {
        let body = json!({ "ok": false, "info": "extent must be lonmin,latmin,lonmax,latmax" });
        return answers::json(&desk, &http, begun, (HttpResponse::BadRequest(), body), &Value::Null);
    };
    let types = asked(&query.query, desk.clock.swiss().date());
    let inside = |spot: &&Spot| {
        let there = (west..=east).contains(&spot.lon) && (south..=north).contains(&spot.lat);
        there && types.iter().any(|id| spot.has(id))
    };
    let found: Vec<&Spot> = SPOTS.iter().filter(inside).collect();
    let pois: Vec<Value> = found
        .iter()
        .take(query.maxpois.unwrap_or(usize::MAX))
        .map(|spot| {
            let info = json!({ "Street": spot.street_line(), "Zip": spot.postcode, "City": spot.town });
            json!({ "id": spot.id, "type": spot.type_id(), "name": spot.name, "x": spot.lon, "y": spot.lat, "info": info })
        })
        .collect();
    let body = json!({ "ok": true, "count": found.len(), "synthetic": true, "pois": pois });
    answers::json(&desk, &http, begun, (HttpResponse::Ok(), body), &Value::Null)
}

/// What `/Poi` is asked.
#[derive(Deserialize)]
pub struct PoiQuery {
    id: String,
}

/// One point, as XML.
pub async fn poi(desk: Data<Desk>, http: HttpRequest, query: Query<PoiQuery>) -> HttpResponse {
    let begun = std::time::Instant::now();
    let Some(spot) = SPOTS.iter().find(|spot| spot.id == query.id) else {
        answers::note(&desk, &http, begun, 404, (&Value::Null, &Value::Null));
        return HttpResponse::NotFound().finish();
    };
    answers::note(&desk, &http, begun, 200, (&Value::Null, &Value::Null));
    HttpResponse::Ok().content_type("application/xml; charset=utf-8").body(xml(spot))
}

fn xml(spot: &Spot) -> String {
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let days: String = DAYS
        .iter()
        .zip(&spot.hours)
        .map(|(day, spans)| {
            let spans: String = spans
                .iter()
                .map(|(from, until)| {
                    format!(
                        "<Timeslice><TimeFrom>{from}</TimeFrom><TimeUntil>{until}</TimeUntil></Timeslice>"
                    )
                })
                .collect();
            format!("<{day}>{spans}</{day}>")
        })
        .collect();
    let closed = spot.closed.as_ref().map_or("", |_| "<InfoText>Temporarily closed</InfoText>");
    let (name, street, town) = (escaped(&spot.name), escaped(&spot.street_line()), escaped(&spot.town));
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><POI Id=\"{}\" POITypeId=\"{}\"><Description>{name}</Description>\
         <Address><Street>{street}</Street><Zip>{}</Zip><City>{town}</City><KantonCode>{}</KantonCode>\
         <CountryCode>CH</CountryCode></Address><GeoLocation><CoordinateLat>{}</CoordinateLat>\
         <CoordinateLng>{}</CoordinateLng></GeoLocation><Counter CounterTypeId=\"0011\"><OpeningPeriods>\
         <OpeningHours>{days}</OpeningHours></OpeningPeriods></Counter>{closed}</POI>",
        spot.id,
        spot.type_id(),
        spot.postcode,
        spot.canton,
        spot.lat,
        spot.lon
    )
}
