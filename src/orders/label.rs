//! The label of an order's parcel, as the shop draws it: a preview, never good for posting.

use crate::clock::swiss;
use crate::config::Sender;
use crate::label::{Label, Service, plain};
use crate::orders::Order;
use crate::shipping::recipient::recipient;

/// The label of one of an order's parcels, counted from 1. None where it may carry no label: there is no such parcel, its User ID
/// is not known, or the people on it were erased.
#[must_use]
pub fn label(order: &Order, number: usize, sender: &Sender) -> Option<Label> {
    let parcel = order.parcels.get(number.checked_sub(1)?).filter(|_| order.delivery.may_be_labelled())?;
    Some(Label {
        recipient: recipient(&order.delivery),
        sender: sender_lines(sender),
        home_office: plain(sender.post_office.as_str()),
        ident: Some(parcel.ident_code.clone()),
        date: swiss(parcel.announced_at).date(),
        weight_g: Some(order.weight_g()),
        services: vec![Service::Priority],
        parcel: (number, order.parcels.len()),
        specimen: true,
    })
}

/// The sender as labels print it.
#[must_use]
pub fn sender_lines(sender: &Sender) -> Vec<String> {
    sender.lines().iter().map(|line| plain(line)).collect()
}
