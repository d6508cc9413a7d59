//! What each kind of delivery costs and when it arrives, or why it does not take this parcel.

use chrono::NaiveDate;

use crate::calendar::Calendar;
use crate::money::Rappen;
use crate::parcel::{Misfit, Parcel, tariff};
use crate::shipping::{DeliveryKind, Journey};

/// One kind of delivery for one basket on one day.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The kind.
    pub kind: DeliveryKind,
    /// What it costs, VAT contained; `None` where it does not take the parcel.
    pub price: Option<Rappen>,
    /// The expected day.
    pub arrives: NaiveDate,
    /// In how many parcels it travels.
    pub parcels: usize,
    /// Why it does not take them.
    pub refused: Option<Misfit>,
}

/// All four offers for what is ordered together on `today`.
#[must_use]
pub fn offers(parcel: &Parcel, calendar: &Calendar, today: NaiveDate) -> [Offer; 4] {
    let arrives = Journey::of(calendar, today).arrives;
    // Both kinds with an address are packed alike, and packing is tried out: once for both.
    let to_address = tariff::carriage(parcel, None);
    let carriage = |kind: DeliveryKind| match kind.pickup() {
        Some(service) => tariff::carriage(parcel, Some(service)),
        None => to_address.clone(),
    };
    DeliveryKind::ALL.map(|kind| match carriage(kind) {
        Ok((parcels, price)) => Offer { kind, price: Some(price), arrives, parcels, refused: None },
        Err(misfit) => Offer { kind, price: None, arrives, parcels: 1, refused: Some(misfit) },
    })
}
