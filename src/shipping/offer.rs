//! What each kind of delivery costs and when it arrives, or why it does not take this parcel.

use chrono::NaiveDate;

use crate::calendar::Calendar;
use crate::money::Rappen;
use crate::pickup::{Misfit, Parcel, split};
use crate::shipping::{DeliveryKind, Journey};

/// To an address, VAT contained.
pub const TO_ADDRESS: Rappen = Rappen(900);
/// To a pick-up point, VAT contained: the carrier drives once for many.
pub const TO_POINT: Rappen = Rappen(700);

/// One kind of delivery for one basket on one day.
#[derive(Clone, Debug)]
pub struct Offer {
    /// The kind.
    pub kind: DeliveryKind,
    /// What it costs, VAT contained.
    pub price: Rappen,
    /// The expected day.
    pub arrives: NaiveDate,
    /// In how many parcels it travels.
    pub parcels: usize,
    /// Why it does not take them.
    pub refused: Option<Misfit>,
}

/// The price of a kind of delivery.
#[must_use]
pub fn price(kind: DeliveryKind) -> Rappen {
    match kind {
        DeliveryKind::Home | DeliveryKind::Other => TO_ADDRESS,
        DeliveryKind::PickPost | DeliveryKind::MyPost24 => TO_POINT,
    }
}

/// All four offers for what is ordered together on `today`.
#[must_use]
pub fn offers(parcel: &Parcel, calendar: &Calendar, today: NaiveDate) -> [Offer; 4] {
    let arrives = Journey::of(calendar, today).arrives;
    let to_address = split(parcel, None);
    DeliveryKind::ALL.map(|kind| {
        let packed = kind.pickup().map_or_else(|| to_address.clone(), |service| split(parcel, Some(service)));
        let (parcels, refused) = match packed {
            Ok(packed) => (packed.len(), None),
            Err(misfit) => (1, Some(misfit)),
        };
        Offer { kind, price: price(kind), arrives, parcels, refused }
    })
}
