//! What the shopper has told so far. Parsed values only: a forged form cannot put a point where an address belongs.

use serde::{Deserialize, Serialize};

use crate::address::Address;
use crate::contact::{Email, Phone};
use crate::orders::Payment;
use crate::shipping::{Collector, DeliveryKind, Mandate};

/// A checkout in progress.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Moves with every write.
    pub version: i32,
    /// Who pays.
    pub billing: Option<Billing>,
    /// Where the parcel shall go.
    pub delivery: Option<DeliveryKind>,
    /// The other address; kept while the shopper tries another kind.
    pub other: Option<Address>,
    /// The chosen point, by its id only (rule 3).
    pub point_id: Option<String>,
    /// Who collects.
    pub collector: Option<Collector>,
    /// The mandate of this order and its User ID.
    pub mandate: Option<Mandate>,
    /// How it is paid.
    pub payment: Option<Payment>,
}

/// Who pays, and how they are reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Billing {
    /// The address; never a pick-up point (rule 1).
    pub address: Address,
    /// Where the confirmation goes.
    pub email: Email,
    /// For questions about the order.
    pub phone: Option<Phone>,
}
