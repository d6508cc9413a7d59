//! What Post knows of a person's identity.

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
    /// Reads a status in any of its spellings; `None` (of the option) for one that nobody knows. The wire spelling
    /// is published for `NONE` only (`post/contract.md` section 3).
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let folded = text.replace(['-', '_', ' '], "").to_ascii_lowercase();
        match folded.as_str() {
            "none" => Some(Self::None),
            "mail" => Some(Self::Mail),
            "registredmail" | "registeredmail" => Some(Self::RegisteredMail),
            "suisseid" => Some(Self::SuisseId),
            _ => None,
        }
    }

    /// Whether Post has seen who this is.
    #[must_use]
    pub fn is_verified(self) -> bool {
        self != Self::None
    }

    /// In the spelling of Post's product page.
    #[must_use]
    pub fn code(self) -> &'static str {
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

    /// Reads the database's code.
    #[must_use]
    pub fn from_db(code: &str) -> Self {
        Self::read(code).unwrap_or(Self::None)
    }
}

#[cfg(test)]
mod tests {
    use super::Verified;

    #[test]
    fn every_spelling_of_a_status_is_understood() {
        for (status, spellings) in [
            (Verified::None, vec!["NONE", "none"]),
            (Verified::Mail, vec!["MAIL", "Mail"]),
            (Verified::RegisteredMail, vec!["REGISTRED_MAIL", "REGISTERED_MAIL", "registered-mail"]),
            (Verified::SuisseId, vec!["SUISSE-ID", "SUISSE_ID", "SUISSEID", "suisse_id"]),
        ] {
            for spelling in spellings {
                assert_eq!(Verified::read(spelling), Some(status), "{spelling}");
            }
            assert_eq!(Verified::from_db(status.db_code()), status);
            assert_eq!(Verified::read(status.code()), Some(status));
        }
        for stranger in ["GOLD", "", "MAIL2", "NONE?", "E-MAIL", "VERIFIED", "REGISTERED"] {
            assert_eq!(Verified::read(stranger), None, "{stranger}");
        }
    }
}
