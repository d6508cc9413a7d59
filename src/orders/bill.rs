//! The bill of an order, as its page shows it and its confirmation carries it.

use chrono::{Days, NaiveDate};

use crate::clock::swiss;
use crate::config::Sender;
use crate::i18n::text;
use crate::invoice::{Bill, BillLine};
use crate::orders::Order;

/// The day by which an invoice is to be paid.
#[must_use]
pub fn due(order: &Order) -> NaiveDate {
    swiss(order.placed_at).date() + Days::new(30)
}

/// The bill of an order: billed to whoever pays, whatever the parcel does.
#[must_use]
pub fn bill(order: &Order, sender: &Sender) -> Bill {
    Bill {
        creditor: sender.clone(),
        delivered_on: order.expected_on,
        number: order.number.to_string(),
        reference: order.number.get().unsigned_abs(),
        date: swiss(order.placed_at).date(),
        due: due(order),
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
