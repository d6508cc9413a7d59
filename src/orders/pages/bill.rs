//! The bill of an order as a PDF, with its QR payment part.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Data, Path};

use crate::config::Sender;
use crate::invoice;
use crate::orders::bill::{bill, supply};
use crate::orders::pages::browser;
use crate::orders::store;
use crate::payments::{Payment, PaymentState};
use crate::web::{Answer, Error, Visit};

/// Answers the PDF, for an order that is paid by invoice.
///
/// # Errors
/// [`Error::NotFound`] for an unknown token, or an order that is paid already; [`Error::Conflict`] for one that has ended
/// with its bill void: nobody shall pay it; [`Error::Elsewhere`] where it is to be said first whose the order is.
pub async fn show(visit: Visit, sender: Data<Sender>, path: Path<(String, String)>) -> Answer {
    let order = store::by_token(visit.lines(), &path.1).await?.ok_or(Error::NotFound)?;
    browser::demand(&visit, &order)?;
    if order.payment != Payment::Invoice {
        return Err(Error::NotFound);
    }
    if matches!(order.payment_state, PaymentState::Cancelled | PaymentState::Refunded) {
        return Err(Error::Conflict);
    }
    let supply = supply(&order, &visit.site.ground.calendar);
    let pdf = invoice::draw::pdf(&bill(&order, &sender, supply)).map_err(Error::internal)?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/pdf"))
        .insert_header((CONTENT_DISPOSITION, format!("inline; filename=\"{}.pdf\"", order.number)))
        .body(pdf))
}
