//! One question for a label, how it ended, and what becomes of the number that it was asked with.

use chrono::{DateTime, Utc};

use crate::carrier::label::{may_pass, says_used};
use crate::carrier::{LabelAnswer, LabelFailure, OfficialLabel};
use crate::label::IdentCode;

/// How a question ended, the same as in the migration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Post gave the label.
    Sent,
    /// Post said what is wrong: it would say so again.
    Refused,
    /// Nothing was made; another time it may go well, with the same number.
    Failed,
    /// A label may have been made, and we do not have it: the number is used up.
    Lost,
    /// Post had the number already: a label of it may lie somewhere.
    Used,
}

/// A question that has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// When it ended.
    pub at: DateTime<Utc>,
    /// How.
    pub outcome: Outcome,
    /// Why it failed or was lost, as a word of the program.
    pub why: Option<String>,
    /// What Post said, by its codes.
    pub codes: Vec<String>,
}

/// A number that is used up without a parcel.
#[derive(Clone, Debug)]
pub struct WrittenOff {
    /// The number.
    pub ident_code: IdentCode,
    /// When it was written off.
    pub at: DateTime<Utc>,
    /// Why, as a word of the program.
    pub why: String,
}

/// Why a number is written off that Post knew already.
pub const USED: &str = "used";
/// Why one is written off whose question an instance did not live to end.
pub const CUT_OFF: &str = "cut_off";
/// Why one is written off that belongs to another franking licence.
pub const LICENCE: &str = "licence";
/// Why a question failed to which Post has answered that it is in trouble itself.
const TROUBLED: &str = "troubled";

/// How a question ends, and what is written with it.
#[derive(Clone, Debug)]
pub struct Ending {
    /// How.
    pub outcome: Outcome,
    /// Why it failed or was lost.
    pub why: Option<&'static str>,
    /// What Post said.
    pub codes: Vec<String>,
    /// The label, where there is one.
    pub label: Option<OfficialLabel>,
    /// Why the number is written off, where it is.
    pub written_off: Option<&'static str>,
}

impl Ending {
    /// What an answer, or the lack of one, means.
    #[must_use]
    pub fn of(answer: Result<LabelAnswer, LabelFailure>) -> Self {
        let none =
            Self { outcome: Outcome::Sent, why: None, codes: Vec::new(), label: None, written_off: None };
        match answer {
            Ok(LabelAnswer::Given(label)) => {
                Self { codes: label.warnings.clone(), label: Some(label), ..none }
            }
            Ok(LabelAnswer::Refused(codes)) => Self::refused(codes),
            Err(LabelFailure { error, may_be_made: true }) => Self::lost(error.code()),
            Err(LabelFailure { error, may_be_made: false }) => {
                Self { outcome: Outcome::Failed, why: Some(error.code()), ..none }
            }
        }
    }

    /// The end of a question whose answer nobody has, and never will.
    #[must_use]
    pub fn lost(why: &'static str) -> Self {
        let written_off = Some(why);
        Self { outcome: Outcome::Lost, why: Some(why), codes: Vec::new(), label: None, written_off }
    }

    fn refused(codes: Vec<String>) -> Self {
        let used = codes.iter().any(|code| says_used(code));
        let outcome = match codes.iter().any(|code| !says_used(code) && !may_pass(code)) {
            true => Outcome::Refused,
            false if used => Outcome::Used,
            false => Outcome::Failed,
        };
        Self {
            outcome,
            why: (outcome == Outcome::Failed).then_some(TROUBLED),
            codes,
            label: None,
            written_off: used.then_some(USED),
        }
    }
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Sent, Self::Refused, Self::Failed, Self::Lost, Self::Used];

    /// As the database writes it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Refused => "refused",
            Self::Failed => "failed",
            Self::Lost => "lost",
            Self::Used => "used",
        }
    }

    /// Reads a code; anything else is `None`.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::{Ending, Outcome};
    use crate::carrier::{CarrierError, LabelAnswer, LabelFailure};

    fn refused(codes: &[&str]) -> Ending {
        Ending::of(Ok(LabelAnswer::Refused(codes.iter().map(|code| (*code).to_owned()).collect())))
    }

    #[test]
    fn what_post_says_decides_and_a_used_number_goes_in_any_company() {
        for (codes, outcome, goes) in [
            (&["E2026"][..], Outcome::Refused, false),
            (&["E9999"], Outcome::Failed, false),
            (&["E9999", "E2026"], Outcome::Refused, false),
            (&["E9998"], Outcome::Refused, false),
            (&["E2016"], Outcome::Used, true),
            (&["E2016", "E9999"], Outcome::Used, true),
            (&["E2016", "E2036"], Outcome::Refused, true),
            (&["no_item"], Outcome::Refused, false),
            (&["http_400", "field:item.recipient.zip"], Outcome::Refused, false),
            (&["unknown"], Outcome::Refused, false),
        ] {
            let ending = refused(codes);
            assert_eq!((ending.outcome, ending.written_off.is_some()), (outcome, goes), "{codes:?}");
            assert_eq!(ending.why.is_some(), outcome == Outcome::Failed, "{codes:?}");
        }
    }

    #[test]
    fn a_number_goes_only_where_a_label_may_have_been_made() {
        for (error, may_be_made) in [(CarrierError::Timeout, true), (CarrierError::Busy, false)] {
            let ending = Ending::of(Err(LabelFailure { error, may_be_made }));
            assert_eq!(ending.written_off.is_some(), may_be_made);
            assert_eq!(ending.outcome == Outcome::Lost, may_be_made);
        }
        for outcome in Outcome::ALL {
            assert_eq!(Outcome::parse(outcome.code()), Some(outcome));
        }
    }
}
