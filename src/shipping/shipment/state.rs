//! How far the data of a parcel have come.

use uuid::Uuid;

use crate::i18n::Lang;
use crate::shipping::shipment::Attempt;

/// The three states, the same as in the migration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ShipmentState {
    /// Post has the data, and we have the label. Final.
    Sent,
    /// Post has not been told, or has not answered.
    Waiting,
    /// Post has said what is wrong: somebody mends it and sends again.
    Refused,
}

/// What the order says of a parcel: shipping does not read orders.
#[derive(Clone, Copy, Debug)]
pub struct Freight {
    /// The order's language.
    pub lang: Lang,
    /// What the parcel weighs, in grams.
    pub weight_g: i64,
}

/// What is known of one parcel's data.
#[derive(Clone, Debug)]
pub struct Shipment {
    /// The parcel.
    pub parcel: Uuid,
    /// How far they have come.
    pub state: ShipmentState,
    /// The newest question that has ended.
    pub last: Option<Attempt>,
    /// How many have.
    pub ended: i64,
}

impl ShipmentState {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Sent, Self::Waiting, Self::Refused];

    /// As the database and the `.json` write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Waiting => "waiting",
            Self::Refused => "refused",
        }
    }

    /// Reads a code; anything else is `None`.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// The state of an order with several parcels: that of the one which needs somebody most. Without any parcel it waits.
    #[must_use]
    pub fn of_all(shipments: &[Shipment]) -> Self {
        shipments.iter().map(|shipment| shipment.state).max().unwrap_or(Self::Waiting)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::{Shipment, ShipmentState};

    #[test]
    fn an_order_is_sent_when_all_of_it_is_and_refused_when_any_of_it_is() {
        use ShipmentState::{Refused, Sent, Waiting};
        let of = |states: &[ShipmentState]| {
            let shipment = |state: &_| Shipment { parcel: Uuid::nil(), state: *state, last: None, ended: 0 };
            ShipmentState::of_all(&states.iter().map(shipment).collect::<Vec<_>>())
        };
        for (states, whole) in [
            (&[][..], Waiting),
            (&[Sent, Sent], Sent),
            (&[Sent, Waiting], Waiting),
            (&[Waiting, Refused, Sent], Refused),
        ] {
            assert_eq!(of(states), whole, "{states:?}");
        }
        for state in ShipmentState::ALL {
            assert_eq!(ShipmentState::parse(state.code()), Some(state));
        }
    }
}
