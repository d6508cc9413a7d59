//! Which orders a list shows, and how its pages are found: each by an index that is walked from one number on.

use sqlx::PgConnection;

use crate::orders::life::LifeState;
use crate::orders::list::store;
use crate::shipping::waiting::store as waiting_store;

/// Which orders a list shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// All of them.
    All,
    /// Those whose User ID is not known.
    Waiting,
    /// Those with a parcel whose data Post has refused.
    Refused,
    /// Those that stand so.
    State(LifeState),
}

impl Which {
    /// Those that need somebody, in the order in which a day goes; each is a queue.
    pub const QUEUES: [Self; 6] = [
        Self::State(LifeState::ToPack),
        Self::State(LifeState::Packed),
        Self::Waiting,
        Self::State(LifeState::Held),
        Self::State(LifeState::Returned),
        Self::Refused,
    ];
    /// Those that need nobody.
    pub const OTHERS: [Self; 5] = [
        Self::State(LifeState::HandedOver),
        Self::State(LifeState::Ready),
        Self::State(LifeState::Collected),
        Self::State(LifeState::Cancelled),
        Self::State(LifeState::Refunded),
    ];

    /// As addresses have it (`queue=`); nothing for all.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Waiting => "waiting",
            Self::Refused => "refused",
            Self::State(state) => state.code(),
        }
    }

    /// Reads a code; what is none shows all.
    #[must_use]
    pub fn parse(code: &str) -> Self {
        let known = Self::QUEUES.into_iter().chain(Self::OTHERS).find(|which| which.code() == code);
        known.or_else(|| LifeState::parse(code).map(Self::State)).unwrap_or(Self::All)
    }

    /// How many there are, counted no further than to 1000.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn count(self, connection: &mut PgConnection) -> sqlx::Result<i64> {
        match self {
            Self::All => store::count(connection).await,
            Self::Waiting => store::count_in(connection, LifeState::ToConfirm).await,
            Self::Refused => waiting_store::count_refused(connection).await,
            Self::State(state) => store::count_in(connection, state).await,
        }
    }

    /// The newest before a number, newest first: 26, where there are as many.
    pub(super) async fn before(self, connection: &mut PgConnection, number: i32) -> sqlx::Result<Vec<i32>> {
        match self {
            Self::All => store::before(connection, number).await,
            Self::Waiting => store::before_in(connection, LifeState::ToConfirm, number).await,
            Self::Refused => waiting_store::refused_before(connection, number).await,
            Self::State(state) => store::before_in(connection, state, number).await,
        }
    }

    /// The oldest after a number, oldest first: 26, where there are as many.
    pub(super) async fn after(self, connection: &mut PgConnection, number: i32) -> sqlx::Result<Vec<i32>> {
        match self {
            Self::All => store::after(connection, number).await,
            Self::Waiting => store::after_in(connection, LifeState::ToConfirm, number).await,
            Self::Refused => waiting_store::refused_after(connection, number).await,
            Self::State(state) => store::after_in(connection, state, number).await,
        }
    }

    /// Whether there is one before a number.
    pub(super) async fn any_before(self, connection: &mut PgConnection, number: i32) -> sqlx::Result<bool> {
        match self {
            Self::All => store::any_before(connection, number).await,
            Self::Waiting => store::any_before_in(connection, LifeState::ToConfirm, number).await,
            Self::Refused => waiting_store::any_refused_before(connection, number).await,
            Self::State(state) => store::any_before_in(connection, state, number).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Which;
    use crate::orders::life::LifeState;

    #[test]
    fn every_state_has_a_list_and_every_list_an_address() {
        let all: Vec<Which> = Which::QUEUES.into_iter().chain(Which::OTHERS).collect();
        for which in &all {
            assert_eq!(Which::parse(which.code()), *which);
        }
        for state in LifeState::ALL {
            // An order that waits for Post stands in the list of those.
            assert!(all.contains(&Which::State(state)) || state == LifeState::ToConfirm, "{state:?}");
        }
        assert_eq!((Which::parse(""), Which::parse("x")), (Which::All, Which::All));
    }
}
