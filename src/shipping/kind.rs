//! The four ways a parcel can go: a closed set (rule 1).

use serde::{Deserialize, Serialize};

use crate::carrier::Kind;

/// Where a parcel goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DeliveryKind {
    /// To the billing address.
    Home,
    /// To another address of one's own.
    Other,
    /// To a counter.
    #[serde(rename = "pickpost")]
    PickPost,
    /// To a terminal.
    #[serde(rename = "my_post_24")]
    MyPost24,
}

impl DeliveryKind {
    /// All four, in the order of the delivery page.
    pub const ALL: [Self; 4] = [Self::Home, Self::Other, Self::PickPost, Self::MyPost24];

    /// As forms and the database write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Other => "other",
            Self::PickPost => "pickpost",
            Self::MyPost24 => "my_post_24",
        }
    }

    /// Reads a code; anything else is `None`.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Which service collects there, if it is a pick-up.
    #[must_use]
    pub fn pickup(self) -> Option<Kind> {
        match self {
            Self::Home | Self::Other => None,
            Self::PickPost => Some(Kind::PickPost),
            Self::MyPost24 => Some(Kind::MyPost24),
        }
    }
}

impl From<Kind> for DeliveryKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::PickPost => Self::PickPost,
            Kind::MyPost24 => Self::MyPost24,
        }
    }
}
