//! From a rounded position to the place it lies in: "near me", and the middle of the map. The position comes in the
//! body of the request, is turned into the name of a place at once, and is kept nowhere.

use serde::Deserialize;

use crate::checkout::question::PointQuery;
use crate::pickup::Kind;
use crate::pickup::distance::{is_in_the_country, metres};
use crate::pickup::places::Places;
use crate::web::{Answer, Form, Query, Visit, see_other};

/// A position in degrees.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct NearForm {
    lat: String,
    lon: String,
}

/// Sends on to the search for the nearest place; to the empty search from outside the country.
///
/// # Errors
/// When the address cannot be written.
pub async fn submit(visit: Visit, Query(query): Query<PointQuery>, Form(form): Form<NearForm>) -> Answer {
    let position = form.lat.trim().parse().ok().zip(form.lon.trim().parse().ok());
    let place = position.filter(|position| is_in_the_country(*position)).and_then(|position: (f64, f64)| {
        let sure = Places::all().list().iter().filter(|place| !place.rough);
        sure.min_by_key(|place| metres(place.position, position))
    });
    let q = place.map(|place| format!("{} {}", place.postcode, place.name)).unwrap_or_default();
    let question = query.read(String::new(), Kind::PickPost).about(&q);
    Ok(see_other(&question.href(&visit.page)?))
}
