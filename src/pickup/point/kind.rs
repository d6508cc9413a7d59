//! The two services that a point can offer.

use serde::{Deserialize, Serialize};

/// How a parcel is collected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// At a counter, with an identity document.
    #[serde(rename = "pickpost")]
    PickPost,
    /// At a terminal, with a QR code.
    #[serde(rename = "my_post_24")]
    MyPost24,
}

impl Kind {
    /// As forms, addresses and the database write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::PickPost => "pickpost",
            Self::MyPost24 => "my_post_24",
        }
    }

    /// Reads a code; anything else is `None`.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        [Self::PickPost, Self::MyPost24].into_iter().find(|kind| kind.code() == code)
    }
}
