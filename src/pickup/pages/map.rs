//! What the map draws beside the list: where the points are, and the names of the places and stops around.

use actix_web::http::header::{CACHE_CONTROL, CONTENT_ENCODING, VARY};
use actix_web::web::Path;
use actix_web::{HttpRequest, HttpResponse};

use crate::pickup::finder::PointQuery;
use crate::pickup::finder::names::{self, Label};
use crate::pickup::pages::seeker::Seeker;
use crate::web::assets::brotli;
use crate::web::{Answer, Error, Query, wants};

/// Names change with a new version of the shop only.
const A_DAY: &str = "public, max-age=86400";
/// Brotli's quality for all points: those above it take longer for the same size.
const QUALITY: u32 = 4;

/// All points that the list would page through.
///
/// # Errors
/// Those of whoever may not search here.
pub async fn points<S: Seeker>(seeker: S, http: HttpRequest, Query(query): Query<PointQuery>) -> Answer {
    let spots = seeker.finder().spots(&seeker.points().now(), &query);
    // The largest answer of all: worth more than what pages are compressed with.
    if !wants::brotli(&http) {
        return Ok(HttpResponse::Ok().json(spots));
    }
    let body = brotli(&serde_json::to_vec(&spots).map_err(Error::internal)?, QUALITY);
    let mut answer = HttpResponse::Ok();
    answer.content_type("application/json").insert_header((CONTENT_ENCODING, "br"));
    Ok(answer.insert_header((VARY, "accept-encoding")).body(body))
}

/// The places and stations of a cell.
///
/// # Errors
/// None of its own.
pub async fn names(cell: Path<(i32, i32)>) -> Answer {
    Ok(labels(names::places(cell.into_inner())))
}

/// The other stops of a cell.
///
/// # Errors
/// None of its own.
pub async fn stops(cell: Path<(i32, i32)>) -> Answer {
    Ok(labels(names::stops(cell.into_inner())))
}

fn labels(labels: &[Label]) -> HttpResponse {
    HttpResponse::Ok().insert_header((CACHE_CONTROL, A_DAY)).json(labels)
}
