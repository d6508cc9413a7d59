//! What the carrier knows of a person's identity.

/// The four statuses of Post's product page. Mail, registered mail and `SuisseID` count the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verified {
    /// Not verified: enrolled on the spot.
    None,
    /// By a letter.
    Mail,
    /// By a registered letter.
    RegisteredMail,
    /// By `SuisseID`, withdrawn in 2017.
    SuisseId,
}

impl Verified {
    /// All four.
    pub const ALL: [Self; 4] = [Self::None, Self::Mail, Self::RegisteredMail, Self::SuisseId];

    /// Whether the carrier has seen who this is.
    #[must_use]
    pub fn is_verified(self) -> bool {
        self != Self::None
    }

    /// As pages and the `.json` show it: in the spelling of Post's product page.
    #[must_use]
    pub fn printed(self) -> &'static str {
        match self {
            Self::None => "NONE",
            Self::Mail => "MAIL",
            Self::RegisteredMail => "REGISTRED_MAIL",
            Self::SuisseId => "SUISSE-ID",
        }
    }

    /// As the database writes it.
    #[must_use]
    pub fn db_code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Mail => "mail",
            Self::RegisteredMail => "registered_mail",
            Self::SuisseId => "suisse_id",
        }
    }

    /// Reads the database's code; what it does not know counts as not verified.
    #[must_use]
    pub fn from_db(code: &str) -> Self {
        Self::ALL.into_iter().find(|status| status.db_code() == code).unwrap_or(Self::None)
    }
}

#[cfg(test)]
mod tests {
    use super::Verified;

    #[test]
    fn a_row_gives_back_the_status_that_was_written() {
        for status in Verified::ALL {
            assert_eq!(Verified::from_db(status.db_code()), status);
            assert_eq!(status.is_verified(), status.db_code() != "none");
        }
        assert_eq!(Verified::from_db("gold"), Verified::None);
    }
}
