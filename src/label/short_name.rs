//! The services that a label names (developer.post.ch, chapter 6: short names and the numbers of their codes).

/// How a parcel travels, or what more is done with it. The rest of Post's list does not belong to a pick-up point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Service {
    /// `PostPac` Economy. No source knows a code of its own, and a real label has none.
    Economy,
    /// `PostPac` Priority.
    Priority,
    /// Handed over against a signature.
    Signature,
    /// Insured.
    Insurance,
}

impl Service {
    /// The short name.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Economy => "ECO",
            Self::Priority => "PRI",
            Self::Signature => "SI",
            Self::Insurance => "AS",
        }
    }

    /// The four digits of its code, if it has one.
    #[must_use]
    pub fn digits(self) -> Option<&'static str> {
        match self {
            Self::Economy => None,
            Self::Priority => Some("0509"),
            Self::Signature => Some("0307"),
            Self::Insurance => Some("0308"),
        }
    }
}
