//! What a mandate knows of its User ID. The ID belongs to this one mandate and is asked for with every order.

use uuid::Uuid;

use crate::carrier::{UserId, Verified};

/// One shipping mandate of one basket.
#[derive(Clone, Debug)]
pub struct Mandate {
    /// Its id.
    pub id: Uuid,
    /// What is known.
    pub state: UserIdState,
}

/// The three states of rule 2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UserIdState {
    /// Post is being asked.
    Requested,
    /// Post has answered.
    Known(UserId, Verified),
    /// Post was silent or answered nonsense: asked again later, no label until then (rule 7).
    ToConfirm,
}

impl UserIdState {
    /// As the database and the `.json` write it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Known(..) => "known",
            Self::ToConfirm => "to_confirm",
        }
    }

    /// The ID and the status, once they are known.
    #[must_use]
    pub fn known(&self) -> Option<(&UserId, Verified)> {
        match self {
            Self::Known(id, verified) => Some((id, *verified)),
            Self::Requested | Self::ToConfirm => None,
        }
    }
}
