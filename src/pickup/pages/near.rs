//! From a rounded position to the place it lies in: "near me", and the middle of the map. The position comes in the
//! body of the request, is turned into the name of a place at once, and is kept nowhere.

use actix_web::HttpRequest;
use serde::Deserialize;

use crate::pickup::Kind;
use crate::pickup::finder::PointQuery;
use crate::pickup::pages::seeker::Seeker;
use crate::web::{Answer, Error, OpenForm, Query, see_other};

/// A position in degrees.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct NearForm {
    lat: String,
    lon: String,
}

/// Sends on to the search for the nearest place, on the page that this address lies below; to the empty search from outside the
/// country.
///
/// # Errors
/// Those of whoever is no guest of the page.
pub async fn submit<S: Seeker>(
    _: S::Guest,
    http: HttpRequest,
    Query(query): Query<PointQuery>,
    // It changes nothing: a form only so that the position stands in no address. Some pages are shown where there is no session yet.
    OpenForm(form): OpenForm<NearForm>,
) -> Answer {
    let page = http.path().strip_suffix("/near").ok_or(Error::NotFound)?;
    let position = form.lat.trim().parse().ok().zip(form.lon.trim().parse().ok());
    let question = query.read(String::new(), Kind::PickPost).around(position);
    Ok(see_other(&question.href(page)))
}
