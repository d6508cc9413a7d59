//! The label of an order's parcel, as the shop draws it: a preview, never good for posting.

use chrono::NaiveDate;

use crate::clock::swiss;
use crate::config::Sender;
use crate::label::{IdentCode, Label, Recipient, Service, plain};
use crate::orders::order::{Order, OrderLine, weight_g};
use crate::shipping::Delivery;
use crate::shipping::recipient::recipient;
use crate::shipping::shipment::label_order::services;

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
        weight_g: Some(parcel.weight_g.map_or_else(|| order.weight_g(), i64::from)),
        services: services(&order.delivery, &parcel.services).all(),
        parcel: (number, order.parcels.len()),
        specimen: true,
    })
}

/// The label of an order that is not placed yet: what is not known stands as a frame or as dots.
#[must_use]
pub fn early(delivery: &Delivery, lines: &[OrderLine], date: NaiveDate, sender: &Sender) -> Label {
    Label {
        recipient: recipient(delivery),
        sender: sender_lines(sender),
        home_office: plain(sender.post_office.as_str()),
        ident: None,
        date,
        weight_g: Some(weight_g(lines)),
        services: vec![Service::Priority],
        parcel: (1, 1),
        specimen: true,
    }
}

/// Somebody's label, for samples of pages.
#[must_use]
pub fn sample() -> Label {
    let recipient = Recipient {
        first_name: Some("Maximiliana Alexandra".into()),
        name1: "von Hohenstein-Muster".into(),
        name2: Some("PickPost PT011227".into()),
        street: "Bahnhofstrasse".into(),
        house_no: Some("67".into()),
        zip: "5000".into(),
        city: "Aarau".into(),
        ..Recipient::default()
    };
    let sender = Sender::sample();
    Label {
        recipient,
        sender: sender_lines(&sender),
        home_office: plain(sender.post_office.as_str()),
        ident: Some(IdentCode::new("123456", 10042)),
        date: NaiveDate::from_ymd_opt(2026, 11, 24).unwrap_or_default(),
        weight_g: Some(1250),
        services: vec![Service::Priority],
        parcel: (1, 1),
        specimen: true,
    }
}

/// The sender as labels print it.
#[must_use]
pub fn sender_lines(sender: &Sender) -> Vec<String> {
    sender.lines().iter().map(|line| plain(line)).collect()
}
