//! The bill of an order as a PDF, with its QR payment part.

use actix_web::HttpResponse;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::web::{Data, Path};
use chrono::Days;

use crate::config::Sender;
use crate::i18n::text;
use crate::invoice::{self, Bill, BillLine};
use crate::orders::pages::browser;
use crate::orders::{Order, store};
use crate::payments::{Payment, PaymentState};
use crate::web::{Answer, Error, Visit};

/// Answers the PDF, for an order that is paid by invoice.
///
/// # Errors
/// [`Error::NotFound`] for an unknown token, or an order that is paid already; [`Error::Conflict`] for one that was cancelled:
/// nobody shall pay it; [`Error::Elsewhere`] where it is to be said first whose the order is.
pub async fn show(visit: Visit, sender: Data<Sender>, path: Path<(String, String)>) -> Answer {
    let order = store::by_token(visit.lines(), &path.1).await?.ok_or(Error::NotFound)?;
    browser::demand(&visit, &order)?;
    if order.payment != Payment::Invoice {
        return Err(Error::NotFound);
    }
    if order.payment_state == PaymentState::Cancelled {
        return Err(Error::Conflict);
    }
    let pdf = invoice::draw::pdf(&bill(&order, &sender)).map_err(Error::internal)?;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "application/pdf"))
        .insert_header((CONTENT_DISPOSITION, format!("inline; filename=\"{}.pdf\"", order.number)))
        .body(pdf))
}

/// The bill of an order: billed to whoever pays, whatever the parcel does.
#[must_use]
pub fn bill(order: &Order, sender: &Sender) -> Bill {
    let date = crate::clock::swiss(order.placed_at).date();
    Bill {
        creditor: sender.clone(),
        delivered_on: order.expected_on,
        number: order.number.to_string(),
        reference: order.number.get().unsigned_abs(),
        date,
        due: date + Days::new(30),
        lang: order.lang,
        debtor: (*order.billing).clone(),
        lines: order
            .lines
            .iter()
            .map(|line| BillLine {
                name: line.name.clone(),
                quantity: line.quantity,
                amount: line.amount(),
                rate: Some(line.vat),
            })
            .chain([BillLine {
                name: text(order.lang, "summary-delivery").into_owned(),
                quantity: 1,
                amount: order.amounts.delivery,
                rate: None,
            }])
            .collect(),
        vat: order.amounts.vat.clone(),
        total: order.amounts.total(),
    }
}
