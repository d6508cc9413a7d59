//! Which orders wait for the carrier, by their numbers, and where orders go, for the merchant's list.

use uuid::Uuid;

use crate::shipping::DeliveryKind;

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
