//! From a rounded position to the place it lies in: "near me", and the middle of the map. The position comes in the
//! body of the request, is turned into the name of a place at once, and is kept nowhere.

use serde::Deserialize;

use crate::checkout::Step;
use crate::pickup::Kind;
use crate::pickup::finder::PointQuery;
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
/// None of its own.
pub async fn submit(visit: Visit, Query(query): Query<PointQuery>, Form(form): Form<NearForm>) -> Answer {
    let position = form.lat.trim().parse().ok().zip(form.lon.trim().parse().ok());
    let question = query.read(String::new(), Kind::PickPost).around(position);
    Ok(see_other(&question.href(&visit.page.href(Step::Point.path()))))
}
