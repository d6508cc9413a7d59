//! Where an order goes, in a few words.

use uuid::Uuid;

use crate::shipping::DeliveryKind;

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
