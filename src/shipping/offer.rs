//! What each kind of delivery costs and when it arrives, or why it does not take this parcel.

use chrono::NaiveDate;

use crate::calendar::Calendar;
use crate::money::Rappen;
use crate::pickup::{Misfit, Parcel, fit};
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
    /// Why it does not take the parcel.
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

/// All four offers for a parcel ordered on `today`.
#[must_use]
pub fn offers(parcel: &Parcel, calendar: &Calendar, today: NaiveDate) -> [Offer; 4] {
    let arrives = Journey::of(calendar, today).arrives;
    DeliveryKind::ALL.map(|kind| Offer {
        kind,
        price: price(kind),
        arrives,
        refused: kind.pickup().and_then(|service| fit(parcel, service).err()),
    })
}
