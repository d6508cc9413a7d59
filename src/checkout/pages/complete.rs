//! What may be meant while an address is being typed: an extra for browsers with scripts. What is typed comes in a form,
//! never in an address of a page, and nothing of it is kept.

use actix_web::HttpResponse;
use actix_web::web::Data;
use serde::Deserialize;

use crate::address::Postcode;
use crate::carrier::Completions;
use crate::line::Line;
use crate::post::Carrier;
use crate::web::{Answer, Error, Form, Visit, limit};

/// What has been typed so far, and in which field.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct CompleteForm {
    /// `town`, `street` or `house_number`.
    wanted: String,
    postcode: String,
    street: String,
    house_number: String,
}

/// Answers a short list of texts; an empty one where nothing goes on from what was typed, and where Post is silent.
///
/// # Errors
/// [`Error::TooMany`] for whoever asks without end.
pub async fn submit(visit: Visit, carrier: Data<Carrier>, Form(form): Form<CompleteForm>) -> Answer {
    limit::help(&visit).map_err(Error::TooMany)?;
    Ok(HttpResponse::Ok().json(form.complete(&carrier).await.unwrap_or_default()))
}

impl CompleteForm {
    async fn complete(&self, carrier: &Carrier) -> Option<Completions> {
        let postcode = Postcode::parse(&self.postcode).ok()?;
        let street = || Line::<35>::parse(&self.street).ok();
        let answer = match self.wanted.as_str() {
            "town" => carrier.towns(&postcode).await,
            "street" => carrier.streets(&postcode, street()?.as_str()).await,
            "house_number" => {
                let typed = Line::<10>::optional(&self.house_number).ok()?;
                let typed = typed.as_ref().map(Line::as_str).unwrap_or_default();
                carrier.houses(&postcode, street()?.as_str(), typed).await
            }
            _ => return None,
        };
        answer.ok()
    }
}
