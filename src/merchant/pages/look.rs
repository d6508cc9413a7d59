//! Post's label shown on the order's page beside ours: a look, not a print, and no other page may show it.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::web::Path;

use crate::merchant::clerk::Clerk;
use crate::merchant::pages::official::ParcelQuery;
use crate::shipping::shipment::store as shipment_store;
use crate::web::headers::Opened;
use crate::web::{Answer, Error, Query};

/// Answers the picture.
///
/// # Errors
/// [`Error::NotFound`] where there is none.
pub async fn show(clerk: Clerk, number: Path<String>, Query(query): Query<ParcelQuery>) -> Answer {
    let order = clerk.order(&number).await?;
    let parcel = query.of(&order)?.ok_or(Error::NotFound)?;
    let (kind, image) = shipment_store::label(clerk.pool(), parcel.id).await?.ok_or(Error::NotFound)?;
    let mut answer = HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, kind.mime()))
        .insert_header((CACHE_CONTROL, "no-store"))
        .body(image);
    answer.extensions_mut().insert(Opened::file());
    Ok(answer)
}
