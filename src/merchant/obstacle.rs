//! What stands in the way of an order's label.

use crate::orders::Order;
use crate::orders::life::LifeState;
use crate::shipping::UserIdState;
use crate::shipping::shipment::{Shipment, ShipmentState};

/// Why the label of an order cannot be ordered from Post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// The order was cancelled, or came back and was paid back.
    Ended,
    /// Whoever it is for was erased.
    Erased,
    /// Held, since its point is gone or closed.
    Point,
    /// Held for another reason.
    Held,
    /// The User ID is not known yet.
    UserId,
    /// The parcel has left without one.
    Left,
}

impl Obstacle {
    /// Of an order that stands so; nothing where Post can be asked, or has answered already.
    #[must_use]
    pub fn of(order: &Order, shipments: &[Shipment]) -> Option<Self> {
        let state = order.life.state;
        let here = [LifeState::ToPack, LifeState::Packed].contains(&state);
        match state {
            LifeState::Cancelled | LifeState::Refunded => Some(Self::Ended),
            _ if is_erased(order) => Some(Self::Erased),
            LifeState::Held if order.life.wants_another_point() => Some(Self::Point),
            LifeState::Held => Some(Self::Held),
            _ if order.parcels.is_empty() || !order.delivery.may_be_labelled() => Some(Self::UserId),
            _ => (!here && !is_sent(shipments)).then_some(Self::Left),
        }
    }

    /// As keys of texts end.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Ended => "ended",
            Self::Erased => "erased",
            Self::Point => "point",
            Self::Held => "held",
            Self::UserId => "user-id",
            Self::Left => "left",
        }
    }
}

fn is_sent(shipments: &[Shipment]) -> bool {
    !shipments.is_empty() && ShipmentState::of_all(shipments) == ShipmentState::Sent
}

fn is_erased(order: &Order) -> bool {
    let of_point = order.delivery.user_id_state() == Some(UserIdState::Erased.code());
    order.erased_at.is_some() || order.delivery.is_erased() || of_point
}
