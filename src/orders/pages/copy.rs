//! The copy of everything that is kept of an order, as a file.

use actix_web::HttpResponse;
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::web::Path;

use crate::limit::{DATA_ADDRESS, DATA_ORDER, Grant};
use crate::orders::pages::browser;
use crate::orders::personal::copy;
use crate::orders::store;
use crate::web::{Answer, Error, Visit};

/// Answers the copy.
///
/// # Errors
/// [`Error::NotFound`] for an unknown token, [`Error::Elsewhere`] where it is to be said first whose the order is,
/// [`Error::TooMany`] for whoever asks without end.
pub async fn show(visit: Visit, path: Path<(String, String)>) -> Answer {
    let order = store::by_token(visit.lines(), &path.1).await?.ok_or(Error::NotFound)?;
    browser::demand(&visit, &order)?;
    let wanted = [(DATA_ORDER, &*order.token), (DATA_ADDRESS, visit.network())];
    if let Grant::Wait(seconds) = visit.site.limits.take(&visit.site.ground, wanted).await? {
        return Err(Error::TooMany(seconds));
    }
    let copy = copy::take(&visit.site.ground, &order).await?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{}.json\"", order.number)))
        .json(copy))
}
