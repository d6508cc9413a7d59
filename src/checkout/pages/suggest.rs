//! What may be meant while it is being typed: an extra for browsers with scripts. Without them the search itself asks back.

use actix_web::HttpResponse;
use actix_web::web::Data;
use serde::Deserialize;

use crate::pickup::Points;
use crate::pickup::search::suggest::suggest;
use crate::web::{Answer, Query, Visit};

/// What has been typed so far.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct SuggestQuery {
    q: String,
}

/// Answers a short list of texts, best first.
///
/// # Errors
/// None of its own.
pub async fn show(_: Visit, points: Data<Points>, Query(query): Query<SuggestQuery>) -> Answer {
    Ok(HttpResponse::Ok().json(suggest(&points.now(), &query.q)))
}
