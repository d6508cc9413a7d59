//! What the map draws beside the list: where the points are, and the names of the places and stops around. Numbers
//! travel as differences in steps of 1/100000 of a degree: that is a metre, and short.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use actix_web::http::header::{CACHE_CONTROL, CONTENT_ENCODING, VARY};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;

use crate::checkout::Step;
use crate::checkout::arrival::arrive;
use crate::checkout::listing::Listing;
use crate::checkout::question::PointQuery;
use crate::pickup::place::Place;
use crate::pickup::places::Places;
use crate::pickup::stop::Stops;
use crate::pickup::{Kind, Points};
use crate::web::assets::{accepts, brotli};
use crate::web::{Answer, Error, Query, Visit};

/// The side of a cell of names, in degrees: one file for each.
const CELL: f64 = 0.1;
/// Names change with a new version of the shop only.
const A_DAY: &str = "public, max-age=86400";

/// Brotli's quality for all points: those above it take longer for the same size.
const QUALITY: u32 = 4;

/// Columns of equal length.
#[derive(Debug, Default, Serialize)]
struct Spots {
    ids: Vec<String>,
    names: Vec<String>,
    /// The first as it is, then differences.
    lat: Vec<i32>,
    lon: Vec<i32>,
}

/// A name on the map: text, degrees north and east, inhabitants.
#[derive(Debug, Serialize)]
struct Label(Cow<'static, str>, f64, f64, u32);

/// The names of a cell: of places and stations, and of other stops.
#[derive(Debug, Default)]
struct Names {
    places: Vec<Label>,
    stops: Vec<Label>,
}

/// By cell, counted from 5 degrees east and 45 degrees north; sorted out at the first question.
static NAMES: LazyLock<HashMap<(i32, i32), Names>> = LazyLock::new(Names::by_cell);

/// All points that the list would page through.
///
/// # Errors
/// When the database fails.
pub async fn points(
    visit: Visit,
    http: HttpRequest,
    points: Data<Points>,
    Query(query): Query<PointQuery>,
) -> Answer {
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
    // The largest answer of all: worth more than what pages are compressed with.
    if !accepts(&http, "br") {
        return Ok(HttpResponse::Ok().json(spots));
    }
    let body = brotli(&serde_json::to_vec(&spots).map_err(Error::internal)?, QUALITY);
    let mut answer = HttpResponse::Ok();
    answer.content_type("application/json").insert_header((CONTENT_ENCODING, "br"));
    Ok(answer.insert_header((VARY, "accept-encoding")).body(body))
}

/// The places and stations of a cell, with their inhabitants: 3 where unknown, 2 for one postcode of a town that has
/// several, 1 for a station.
///
/// # Errors
/// None of its own.
pub async fn names(cell: Path<(i32, i32)>) -> Answer {
    Ok(labels(NAMES.get(&cell).map(|names| &names.places[..])))
}

/// The other stops of a cell: close up they name the streets.
///
/// # Errors
/// None of its own.
pub async fn stops(cell: Path<(i32, i32)>) -> Answer {
    Ok(labels(NAMES.get(&cell).map(|names| &names.stops[..])))
}

fn labels(labels: Option<&[Label]>) -> HttpResponse {
    HttpResponse::Ok().insert_header((CACHE_CONTROL, A_DAY)).json(labels.unwrap_or_default())
}

impl Names {
    fn by_cell() -> HashMap<(i32, i32), Self> {
        let mut cells: HashMap<(i32, i32), Self> = HashMap::new();
        let mut places: HashMap<(i32, i32), Vec<&Place>> = HashMap::new();
        for place in Places::all().list() {
            places.entry(cell(place.position)).or_default().push(place);
        }
        for (cell, here) in places {
            cells.entry(cell).or_default().places = of_places(&here);
        }
        for stop in Stops::all().list() {
            let names = cells.entry(cell(stop.position)).or_default();
            let (list, people) = if stop.rail { (&mut names.places, 1) } else { (&mut names.stops, 0) };
            list.push(label(stop.name.into(), stop.position, people));
        }
        cells
    }
}

fn of_places(here: &[&'static Place]) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    for place in here {
        let several = here.iter().filter(|other| other.name == place.name).count() > 1;
        if !labels.iter().any(|label| label.0 == place.name) {
            labels.push(label(place.name.into(), place.position, place.population.max(3)));
        }
        if several {
            let name = format!("{} {}", place.postcode, place.name);
            labels.push(label(name.into(), place.position, 2));
        }
    }
    labels
}

fn label(name: Cow<'static, str>, (lat, lon): (f64, f64), people: u32) -> Label {
    Label(name, short(lat), short(lon), people)
}

#[expect(clippy::cast_possible_truncation, reason = "degrees of the country fit")]
fn cell((lat, lon): (f64, f64)) -> (i32, i32) {
    (((lon - 5.0) / CELL).floor() as i32, ((lat - 45.0) / CELL).floor() as i32)
}

fn short(degrees: f64) -> f64 {
    (degrees * 1e4).round() / 1e4
}

#[expect(clippy::cast_possible_truncation, reason = "degrees of the country fit")]
fn steps(degrees: f64) -> i32 {
    (degrees * 1e5).round() as i32
}
