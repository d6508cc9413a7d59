//! Which orders wait for the carrier, by their numbers, and where orders go, for the merchant's list.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::shipping::DeliveryKind;
use crate::shipping::call::Outcome;

pub mod store;

/// Where an order goes, in a few words.
#[derive(Clone, Debug)]
pub struct Destination {
    /// The order.
    pub order: Uuid,
    /// The kind of delivery.
    pub kind: DeliveryKind,
    /// The point, or the town.
    pub place: String,
    /// Whether its User ID is still to come; none for an address.
    pub waits: Option<bool>,
}

/// Why an order waits.
#[derive(Clone, Debug)]
pub struct Reason {
    /// The order.
    pub order: Uuid,
    /// Since when: Post was asked for the first time.
    pub since: DateTime<Utc>,
    /// What came of the last call; none where it never came to one.
    pub outcome: Option<Outcome>,
    /// How many calls there were.
    pub calls: i64,
}
