//! What may be meant while it is being typed: an extra for browsers with scripts. Without them the search itself asks back.

use actix_web::HttpResponse;
use actix_web::web::Data;
use serde::Deserialize;

use crate::pickup::Points;
use crate::pickup::pages::seeker::Seeker;
use crate::pickup::search::suggest::suggest;
use crate::web::{Answer, Query};

/// What has been typed so far.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct SuggestQuery {
    q: String,
}

/// Answers a short list of texts, best first.
///
/// # Errors
/// Those of whoever is no guest of the page.
pub async fn show<S: Seeker>(_: S::Guest, points: Data<Points>, Query(query): Query<SuggestQuery>) -> Answer {
    Ok(HttpResponse::Ok().json(suggest(&points.now(), &query.q)))
}
