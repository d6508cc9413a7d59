//! Why something happened to an order, or why it is where it is.

/// A reason, where somebody has to know one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Its point is no longer in the data.
    PointGone,
    /// Its point is closed, or will be for as long as the parcel waits there.
    PointClosed,
    /// A merchant holds it.
    ByMerchant,
    /// It waited for Post when the people in it were erased (`erase_people`).
    PeopleErased,
    /// A bank's file said so.
    Bank,
    /// One that only another version knows: it stands there as it is.
    Other(String),
}

impl Reason {
    /// Those that are known.
    pub const KNOWN: [Self; 5] =
        [Self::PointGone, Self::PointClosed, Self::ByMerchant, Self::PeopleErased, Self::Bank];

    /// As the database and the `.json` write it.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::PointGone => "point_gone",
            Self::PointClosed => "point_closed",
            Self::ByMerchant => "by_merchant",
            Self::PeopleErased => "people_erased",
            Self::Bank => "bank",
            Self::Other(code) => code,
        }
    }

    /// Reads a code.
    #[must_use]
    pub fn read(code: String) -> Self {
        Self::KNOWN.into_iter().find(|reason| reason.code() == code).unwrap_or(Self::Other(code))
    }
}

#[cfg(test)]
mod tests {
    use super::Reason;

    #[test]
    fn what_another_version_wrote_is_kept_and_what_is_known_is_known() {
        for reason in Reason::KNOWN.into_iter().chain([Reason::Other("the_moon".into())]) {
            assert_eq!(Reason::read(reason.code().to_owned()), reason);
        }
    }
}
