//! The life of an order: its states, and the one table of its moves. Postgres holds the same (`order_move`); a test compares
//! them, and another demands that every pair is a move or none (docs/life.md).

/// Where an order stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LifeState {
    /// Post's answer about the person who collects is awaited.
    ToConfirm,
    /// To be packed: the parcel has its number.
    ToPack,
    /// Packed, and still here.
    Packed,
    /// Somebody has to decide before it goes on.
    Held,
    /// Post has it.
    HandedOver,
    /// It lies at the point. That is not delivered yet.
    Ready,
    /// Whoever it is for has it: at the point, or at the door.
    Collected,
    /// It came back.
    Returned,
    /// It was cancelled before it went out. The end.
    Cancelled,
    /// It came back and its money was given back. The end.
    Refunded,
}

/// What can happen to an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Move {
    /// Its parcel has got its number.
    Announced,
    /// It was packed.
    Packed,
    /// It was not packed after all.
    Unpacked,
    /// Somebody has to decide.
    Held,
    /// Somebody has decided: it goes on.
    Released,
    /// It goes to another point.
    PointChanged,
    /// The person who collects was corrected.
    PersonCorrected,
    /// What came back is sent again.
    SentAgain,
    /// Post has it.
    HandedOver,
    /// It can be collected.
    Ready,
    /// It was collected or delivered.
    Collected,
    /// It came back.
    Returned,
    /// Post has taken back what it said.
    ScanRevoked,
    /// It was cancelled.
    Cancelled,
    /// The money of what came back was given back.
    Refunded,
}

/// Every move there is: from here, by that, to there. What is missing cannot happen.
pub const MOVES: [(LifeState, Move, LifeState); 43] = {
    use LifeState as S;
    [
        (S::ToConfirm, Move::Announced, S::ToPack),
        (S::ToPack, Move::Packed, S::Packed),
        (S::Packed, Move::Unpacked, S::ToPack),
        (S::ToConfirm, Move::Held, S::Held),
        (S::ToPack, Move::Held, S::Held),
        (S::Packed, Move::Held, S::Held),
        // What is to be packed again has its parcel announced in the same step.
        (S::Held, Move::Released, S::ToConfirm),
        (S::ToConfirm, Move::PointChanged, S::ToConfirm),
        (S::ToPack, Move::PointChanged, S::ToConfirm),
        (S::Packed, Move::PointChanged, S::ToConfirm),
        (S::Held, Move::PointChanged, S::ToConfirm),
        (S::Returned, Move::PointChanged, S::ToConfirm),
        (S::ToConfirm, Move::PersonCorrected, S::ToConfirm),
        (S::ToPack, Move::PersonCorrected, S::ToConfirm),
        (S::Packed, Move::PersonCorrected, S::ToConfirm),
        (S::Held, Move::PersonCorrected, S::ToConfirm),
        (S::Returned, Move::PersonCorrected, S::ToConfirm),
        (S::Returned, Move::SentAgain, S::ToConfirm),
        // Post may tell of a later thing first, and of a parcel that we thought was still here.
        (S::ToPack, Move::HandedOver, S::HandedOver),
        (S::Packed, Move::HandedOver, S::HandedOver),
        (S::Held, Move::HandedOver, S::HandedOver),
        (S::ToPack, Move::Ready, S::Ready),
        (S::Packed, Move::Ready, S::Ready),
        (S::Held, Move::Ready, S::Ready),
        (S::HandedOver, Move::Ready, S::Ready),
        (S::ToPack, Move::Collected, S::Collected),
        (S::Packed, Move::Collected, S::Collected),
        (S::Held, Move::Collected, S::Collected),
        (S::HandedOver, Move::Collected, S::Collected),
        (S::Ready, Move::Collected, S::Collected),
        (S::ToPack, Move::Returned, S::Returned),
        (S::Packed, Move::Returned, S::Returned),
        (S::Held, Move::Returned, S::Returned),
        (S::HandedOver, Move::Returned, S::Returned),
        (S::Ready, Move::Returned, S::Returned),
        // The only way back, by Post's own word; what it still says leads on from there.
        (S::Ready, Move::ScanRevoked, S::HandedOver),
        (S::Collected, Move::ScanRevoked, S::HandedOver),
        (S::Returned, Move::ScanRevoked, S::HandedOver),
        (S::ToConfirm, Move::Cancelled, S::Cancelled),
        (S::ToPack, Move::Cancelled, S::Cancelled),
        (S::Packed, Move::Cancelled, S::Cancelled),
        (S::Held, Move::Cancelled, S::Cancelled),
        (S::Returned, Move::Refunded, S::Refunded),
    ]
};

impl LifeState {
    /// All ten.
    pub const ALL: [Self; 10] = [
        Self::ToConfirm,
        Self::ToPack,
        Self::Packed,
        Self::Held,
        Self::HandedOver,
        Self::Ready,
        Self::Collected,
        Self::Returned,
        Self::Cancelled,
        Self::Refunded,
    ];

    /// As the database and the `.json` write it; the key of its words is `life-` with it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::ToConfirm => "to_confirm",
            Self::ToPack => "to_pack",
            Self::Packed => "packed",
            Self::Held => "held",
            Self::HandedOver => "handed_over",
            Self::Ready => "ready",
            Self::Collected => "collected",
            Self::Returned => "returned",
            Self::Cancelled => "cancelled",
            Self::Refunded => "refunded",
        }
    }

    /// Reads a code; anything else is `None`.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// Where a move leads from here; `None` where it cannot happen.
    #[must_use]
    pub fn after(self, by: Move) -> Option<Self> {
        MOVES.into_iter().find(|(from, known, _)| *from == self && *known == by).map(|(.., to)| to)
    }

    /// Whether the parcel is still here, so that the order can be changed or cancelled.
    #[must_use]
    pub fn is_here(self) -> bool {
        self.after(Move::Cancelled).is_some()
    }

    /// Whether nothing is to be expected any more.
    #[must_use]
    pub fn is_over(self) -> bool {
        matches!(self, Self::Collected | Self::Cancelled | Self::Refunded)
    }
}

impl Move {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::Announced,
        Self::Packed,
        Self::Unpacked,
        Self::Held,
        Self::Released,
        Self::PointChanged,
        Self::PersonCorrected,
        Self::SentAgain,
        Self::HandedOver,
        Self::Ready,
        Self::Collected,
        Self::Returned,
        Self::ScanRevoked,
        Self::Cancelled,
        Self::Refunded,
    ];

    /// Where it leads, wherever it comes from.
    #[must_use]
    pub fn leads_to(self) -> Option<LifeState> {
        MOVES.into_iter().find(|(_, known, _)| *known == self).map(|(.., to)| to)
    }

    /// As the database and an order's history write it; the key of its words is `event-` with it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Announced => "announced",
            Self::Packed => "packed",
            Self::Unpacked => "unpacked",
            Self::Held => "held",
            Self::Released => "released",
            Self::PointChanged => "point_changed",
            Self::PersonCorrected => "person_corrected",
            Self::SentAgain => "sent_again",
            Self::HandedOver => "handed_over",
            Self::Ready => "ready",
            Self::Collected => "collected",
            Self::Returned => "returned",
            Self::ScanRevoked => "scan_revoked",
            Self::Cancelled => "cancelled",
            Self::Refunded => "refunded",
        }
    }

    /// Reads a code; anything else is `None`.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::{LifeState, MOVES, Move};

    /// Every state with the moves out of it; whatever is not here cannot happen.
    const EXPECTED: [(LifeState, &[Move]); 10] = {
        use LifeState as S;
        use Move as M;
        const HERE: [Move; 8] = [
            M::Held,
            M::PointChanged,
            M::PersonCorrected,
            M::HandedOver,
            M::Ready,
            M::Collected,
            M::Returned,
            M::Cancelled,
        ];
        [
            (S::ToConfirm, &[M::Announced, M::Held, M::PointChanged, M::PersonCorrected, M::Cancelled]),
            (S::ToPack, &[M::Packed, HERE[0], HERE[1], HERE[2], HERE[3], HERE[4], HERE[5], HERE[6], HERE[7]]),
            (
                S::Packed,
                &[M::Unpacked, HERE[0], HERE[1], HERE[2], HERE[3], HERE[4], HERE[5], HERE[6], HERE[7]],
            ),
            (S::Held, &[M::Released, HERE[1], HERE[2], HERE[3], HERE[4], HERE[5], HERE[6], HERE[7]]),
            (S::HandedOver, &[M::Ready, M::Collected, M::Returned]),
            (S::Ready, &[M::Collected, M::Returned, M::ScanRevoked]),
            (S::Collected, &[M::ScanRevoked]),
            (S::Returned, &[M::PointChanged, M::PersonCorrected, M::SentAgain, M::ScanRevoked, M::Refunded]),
            (S::Cancelled, &[]),
            (S::Refunded, &[]),
        ]
    };

    #[test]
    fn every_pair_of_state_and_move_leads_somewhere_or_cannot_happen() {
        for (state, moves) in EXPECTED {
            for by in Move::ALL {
                assert_eq!(state.after(by).is_some(), moves.contains(&by), "{state:?} {by:?}");
            }
        }
        for (at, (from, by, _)) in MOVES.into_iter().enumerate() {
            assert!(
                !MOVES[..at].iter().any(|(f, b, _)| (*f, *b) == (from, by)),
                "{from:?} {by:?} stands twice"
            );
        }
    }

    #[test]
    fn only_a_scan_that_post_takes_back_leads_back_from_where_the_parcel_was() {
        let far = |state: LifeState| match state {
            LifeState::HandedOver => 1,
            LifeState::Ready => 2,
            LifeState::Collected | LifeState::Returned => 3,
            _ => 0,
        };
        for (from, by, to) in MOVES.into_iter().filter(|(from, ..)| far(*from) > 0) {
            let goes_anew = from == LifeState::Returned;
            assert!(far(to) > far(from) || by == Move::ScanRevoked || goes_anew, "{from:?} {by:?} {to:?}");
        }
    }

    #[test]
    fn every_state_can_be_reached_and_what_is_over_is_over() {
        for state in LifeState::ALL {
            let begins = [LifeState::ToConfirm, LifeState::ToPack].contains(&state);
            assert!(begins || MOVES.iter().any(|(_, _, to)| *to == state), "{state:?}");
            let last = Move::ALL.into_iter().all(|by| by == Move::ScanRevoked || state.after(by).is_none());
            assert_eq!(last, state.is_over(), "{state:?}");
            assert_eq!(LifeState::parse(state.code()), Some(state));
        }
        for by in Move::ALL {
            assert_eq!(Move::parse(by.code()), Some(by));
            let goals = MOVES.into_iter().filter(|(_, known, _)| *known == by).map(|(.., to)| Some(to));
            assert!(
                goals.clone().count() > 0 && goals.clone().all(|to| to == by.leads_to()),
                "{by:?} leads one way"
            );
        }
    }
}
