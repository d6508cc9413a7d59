//! The two services that a point can offer. `keyword::Keyword` is another thing: what somebody may have written into an
//! address of their own, known on the ground floor, where there is no carrier yet.

use serde::{Deserialize, Serialize};

use crate::keyword::Keyword;

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
    /// Both.
    pub const ALL: [Self; 2] = [Self::PickPost, Self::MyPost24];

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
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The keyword that stands before the User ID in Name2, in the spelling of Post's product page.
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::PickPost => "PickPost",
            Self::MyPost24 => "My Post 24",
        }
    }
}

impl From<Keyword> for Kind {
    /// What whoever wrote the keyword has in mind.
    fn from(keyword: Keyword) -> Self {
        match keyword {
            Keyword::PickPost => Self::PickPost,
            Keyword::MyPost24 => Self::MyPost24,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;
    use crate::keyword;

    #[test]
    fn what_is_printed_is_what_is_kept_out_of_other_addresses() {
        for kind in Kind::ALL {
            assert_eq!(keyword::find(kind.keyword()).map(Kind::from), Some(kind));
            assert_eq!(Kind::parse(kind.code()), Some(kind));
        }
        assert_eq!(Kind::parse("PickPost"), None);
    }
}
