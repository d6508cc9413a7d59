//! What a mandate knows of its User ID. The ID belongs to this one mandate and is asked for with every order.

use chrono::{DateTime, Days, NaiveDate, Utc};
use uuid::Uuid;

use crate::carrier::{UserId, Verified};
use crate::clock::swiss;

/// One shipping mandate of one basket.
#[derive(Clone, Debug)]
pub struct Mandate {
    /// Its id.
    pub id: Uuid,
    /// What is known.
    pub state: UserIdState,
}

/// So many days after Post has answered the ID is erased: a parcel is delivered or back by then, and asked after.
const KEPT: Days = Days::new(180);

/// The states of rule 2, and what is left of the ID on its date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UserIdState {
    /// Post is being asked.
    Requested,
    /// Post has answered.
    Known(UserId, Verified),
    /// Post was silent or answered nonsense: asked again later, no label until then (rule 7).
    ToConfirm,
    /// Post had answered; the ID was erased on its date.
    Erased,
}

impl UserIdState {
    /// As the database and the `.json` write it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Known(..) => "known",
            Self::ToConfirm => "to_confirm",
            Self::Erased => "erased",
        }
    }

    /// Whether Post has yet to answer.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Requested | Self::ToConfirm)
    }

    /// The ID and the status, once they are known.
    #[must_use]
    pub fn known(&self) -> Option<(&UserId, Verified)> {
        match self {
            Self::Known(id, verified) => Some((id, *verified)),
            Self::Requested | Self::ToConfirm | Self::Erased => None,
        }
    }
}

/// The day on which an ID that Post gave at this moment is erased.
#[must_use]
pub fn erase_on(answered: DateTime<Utc>) -> NaiveDate {
    swiss(answered).date() + KEPT
}
