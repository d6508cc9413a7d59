//! Which points of a kind are wanted: plain yes or no questions, each a parameter of the page's address.

use chrono::Weekday;

use crate::pickup::Point;

/// One question to a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Open until seven in the evening or later on every working day.
    Late,
    /// Open on Saturday.
    Saturday,
    /// Open on Sunday.
    Sunday,
    /// Reached without steps.
    StepFree,
    /// Open day and night.
    Always,
}

/// Seven in the evening, in minutes.
const LATE: u16 = 19 * 60;

impl Filter {
    /// All, in the order of the page.
    pub const ALL: [Self; 5] = [Self::Late, Self::Saturday, Self::Sunday, Self::StepFree, Self::Always];

    /// The parameter's name in the address.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Late => "late",
            Self::Saturday => "saturday",
            Self::Sunday => "sunday",
            Self::StepFree => "step_free",
            Self::Always => "always",
        }
    }

    /// The key of its name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Late => "filter-late",
            Self::Saturday => "filter-saturday",
            Self::Sunday => "filter-sunday",
            Self::StepFree => "filter-step-free",
            Self::Always => "filter-always",
        }
    }

    /// Whether a point answers with yes.
    #[must_use]
    pub fn admits(self, point: &Point) -> bool {
        let hours = &point.hours;
        match self {
            Self::Late => hours.working_days().all(|day| day.last().is_some_and(|span| span.until() >= LATE)),
            Self::Saturday => !hours.of(Weekday::Sat).is_empty(),
            Self::Sunday => !hours.of(Weekday::Sun).is_empty(),
            Self::StepFree => point.step_free,
            Self::Always => hours.always(),
        }
    }
}
