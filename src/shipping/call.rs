//! What is kept of a call to Post about a mandate: when, what came of it, how long it took. Nothing of what was in it.

use std::fmt;

use chrono::{DateTime, Utc};

use crate::carrier::{CarrierError, Failure};

/// One call to Post.
#[derive(Clone, Debug)]
pub struct Call {
    /// When it was made.
    pub at: DateTime<Utc>,
    /// What came of it.
    pub outcome: Outcome,
    /// How long it took.
    pub milliseconds: i32,
    /// The trace it belongs to, as 32 hexadecimal digits; the version before wrote none.
    pub trace: Option<String>,
}

/// What came of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Post gave a User ID.
    Answered,
    /// Post was silent, refused, or answered nonsense.
    Failed(Failure),
    /// What another version of the shop has written: shown as it stands.
    Other(String),
}

impl Outcome {
    /// What came of it.
    #[must_use]
    pub fn of<T>(result: &Result<T, CarrierError>) -> Self {
        result.as_ref().err().map_or(Self::Answered, |error| Self::Failed(error.failure()))
    }

    /// As the database writes it and histories show it.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Answered => "answered",
            Self::Failed(failure) => failure.code(),
            Self::Other(code) => code,
        }
    }
}

impl From<String> for Outcome {
    /// Reads a code of the database: any, since histories are older than the program.
    fn from(code: String) -> Self {
        match Failure::parse(&code) {
            Some(failure) => Self::Failed(failure),
            None if code == "answered" => Self::Answered,
            None => Self::Other(code),
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::Outcome;
    use crate::carrier::Failure;

    #[test]
    fn a_row_gives_back_the_outcome_that_was_written_and_an_unknown_one_as_it_stands() {
        let failed = Failure::ALL.map(Outcome::Failed);
        for outcome in
            failed.into_iter().chain([Outcome::Answered, Outcome::Other("lost_in_the_mail".into())])
        {
            assert_eq!(Outcome::from(outcome.code().to_owned()), outcome);
        }
    }
}
