//! What the map draws beside the list: where the points are, and the names of the places and stops around. Numbers
//! travel as differences in steps of 1/100000 of a degree: that is a metre, and short.

use actix_web::HttpResponse;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::{Data, Path};
use serde::Serialize;

use crate::checkout::Step;
use crate::checkout::arrival::arrive;
use crate::checkout::listing::Listing;
use crate::checkout::question::PointQuery;
use crate::pickup::place::Place;
use crate::pickup::places::Places;
use crate::pickup::stop::Stops;
use crate::pickup::{Kind, Points};
use crate::web::{Answer, Query, Visit};

/// The side of a cell of names, in degrees: one file for each.
const CELL: f64 = 0.1;
/// Names change with a new version of the shop only.
const A_DAY: &str = "public, max-age=86400";

/// Columns of equal length.
#[derive(Debug, Default, Serialize)]
struct Spots {
    ids: Vec<String>,
    names: Vec<String>,
    /// The first as it is, then differences.
    lat: Vec<i32>,
    lon: Vec<i32>,
}

/// A name on the map.
#[derive(Debug, Serialize)]
struct Label(String, f64, f64, u32);

/// All points that the list would page through.
///
/// # Errors
/// When the database fails.
pub async fn points(visit: Visit, points: Data<Points>, Query(query): Query<PointQuery>) -> Answer {
    let checkout = match arrive(&visit, &points, Step::Point).await? {
        Ok(checkout) => checkout,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let own = checkout.draft.delivery.and_then(crate::shipping::DeliveryKind::pickup);
    let question = query.read(String::new(), own.unwrap_or(Kind::PickPost));
    let list = Listing::new(&visit, &checkout);
    let index = points.now();
    let asked = index.ask(question.kind, &question.filters, list.now(), list.fits());
    let mut spots = Spots::default();
    let mut before = (0, 0);
    for point in asked.everyone() {
        let at = (steps(point.lat), steps(point.lon));
        spots.ids.push(point.id.to_string());
        spots.names.push(point.name.to_string());
        spots.lat.push(at.0 - before.0);
        spots.lon.push(at.1 - before.1);
        before = at;
    }
    Ok(HttpResponse::Ok().json(spots))
}

/// The places and stations of a cell, with their inhabitants: 3 where unknown, 2 for one postcode of a town that has
/// several, 1 for a station.
///
/// # Errors
/// None of its own.
pub async fn names(cell: Path<(u32, u32)>) -> Answer {
    let cell = cell.into_inner();
    let label = |name: String, (lat, lon): (f64, f64), people| Label(name, short(lat), short(lon), people);
    let here: Vec<&Place> = Places::all().list().iter().filter(|place| is_in(cell, place.position)).collect();
    let mut labels: Vec<Label> = Vec::new();
    for place in &here {
        let several = here.iter().filter(|other| other.name == place.name).count() > 1;
        if !labels.iter().any(|label| label.0 == place.name) {
            labels.push(label(place.name.to_owned(), place.position, place.population.max(3)));
        }
        if several {
            labels.push(label(format!("{} {}", place.postcode, place.name), place.position, 2));
        }
    }
    let stations = Stops::all().list().iter().filter(|stop| stop.rail && is_in(cell, stop.position));
    labels.extend(stations.map(|stop| label(stop.name.to_owned(), stop.position, 1)));
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, A_DAY)).json(labels))
}

/// The other stops of a cell: close up they name the streets.
///
/// # Errors
/// None of its own.
pub async fn stops(cell: Path<(u32, u32)>) -> Answer {
    let cell = cell.into_inner();
    let stops = Stops::all().list().iter().filter(|stop| !stop.rail && is_in(cell, stop.position));
    let label = |stop: &crate::pickup::stop::Stop| {
        Label(stop.name.to_owned(), short(stop.position.0), short(stop.position.1), 0)
    };
    let labels: Vec<Label> = stops.map(label).collect();
    Ok(HttpResponse::Ok().insert_header((CACHE_CONTROL, A_DAY)).json(labels))
}

/// Cells are counted from 5 degrees east and 45 degrees north.
fn is_in((x, y): (u32, u32), (lat, lon): (f64, f64)) -> bool {
    let of = |degrees: f64, from: f64| ((degrees - from) / CELL).floor();
    of(lon, 5.0).total_cmp(&f64::from(x)).is_eq() && of(lat, 45.0).total_cmp(&f64::from(y)).is_eq()
}

fn short(degrees: f64) -> f64 {
    (degrees * 1e4).round() / 1e4
}

#[expect(clippy::cast_possible_truncation, reason = "degrees of the country fit")]
fn steps(degrees: f64) -> i32 {
    (degrees * 1e5).round() as i32
}
