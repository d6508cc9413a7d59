//! The states of a payment, and the one table of its moves. Postgres holds the same (`payment_move`); a test compares them.

/// How far a payment has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaymentState {
    /// To be paid.
    Due,
    /// Paid.
    Paid,
    /// Not to be paid any more.
    Cancelled,
    /// Paid, and given back.
    Refunded,
}

/// Every move there is.
pub const MOVES: [(PaymentState, PaymentState); 3] = [
    (PaymentState::Due, PaymentState::Paid),
    (PaymentState::Due, PaymentState::Cancelled),
    (PaymentState::Paid, PaymentState::Refunded),
];

impl PaymentState {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Due, Self::Paid, Self::Cancelled, Self::Refunded];

    /// As the database and the `.json` write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::Paid => "paid",
            Self::Cancelled => "cancelled",
            Self::Refunded => "refunded",
        }
    }

    /// Reads a code; anything else is `None`.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Whether a payment may go from here to there.
    #[must_use]
    pub fn may_become(self, next: Self) -> bool {
        MOVES.contains(&(self, next))
    }
}

#[cfg(test)]
mod tests {
    use super::PaymentState::{self, Cancelled, Due, Paid, Refunded};

    #[test]
    fn every_pair_of_states_is_a_move_or_none() {
        let moves = |from: PaymentState| PaymentState::ALL.map(|to| from.may_become(to));
        assert_eq!(moves(Due), [false, true, true, false]);
        assert_eq!(moves(Paid), [false, false, false, true]);
        for end in [Cancelled, Refunded] {
            assert_eq!(moves(end), [false; 4], "{end:?} is an end");
        }
        for state in PaymentState::ALL {
            assert_eq!(PaymentState::parse(state.code()), Some(state));
        }
    }
}
