//! Whether another point can be chosen for an order, and if not, why.

use crate::orders::event::Actor;
use crate::orders::life::{LifeState, Move};
use crate::orders::{Order, Reason};

/// So often an order goes elsewhere at its shopper's wish: whoever has the link makes us ask Post, and costs a number each time. A
/// person who changes their mind is well served with five; after that they write to us.
pub const MOST: i32 = 5;

/// Whether another point can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum May {
    /// It can.
    Yes,
    /// The parcel is on its way, or the order has ended.
    TooLate,
    /// It came back, or we hold it: what happens next we decide.
    Ours,
    /// It goes to an address.
    Address,
    /// It has gone elsewhere so often already.
    Often,
    /// It goes to a company's address, so that there is nobody who could collect it.
    Nobody,
}

impl May {
    /// Of an order, as it stands.
    #[must_use]
    pub fn of(order: &Order, by: &Actor) -> Self {
        let state = order.life.state;
        let at_point = order.delivery.pickup().is_some();
        let person = order.delivery.own_address().is_some_and(|home| home.party.person().is_some());
        // Nobody is left to whom something of an erased order could be sent.
        if state.after(Move::PointChanged).is_none() || order.erased_at.is_some() {
            return Self::TooLate;
        }
        if matches!(by, Actor::Merchant(_)) {
            // From an address to a point, and back, only once the parcel has come back: both cost something else.
            return match (at_point, state) {
                (true, _) => Self::Yes,
                (false, LifeState::Returned) if !person => Self::Nobody,
                (false, LifeState::Returned) => Self::Yes,
                (false, _) => Self::Address,
            };
        }
        match state {
            LifeState::Returned => Self::Ours,
            // Nobody outside lets go on what somebody here has stopped.
            LifeState::Held if order.life.why == Some(Reason::ByMerchant) => Self::Ours,
            _ if !at_point => Self::Address,
            _ if order.version > MOST => Self::Often,
            _ => Self::Yes,
        }
    }

    /// The key of the words that say why not.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Yes => "another-lead",
            Self::TooLate => "another-late",
            Self::Ours => "another-ours",
            Self::Address => "another-address",
            Self::Often => "another-often",
            Self::Nobody => "another-nobody",
        }
    }
}
