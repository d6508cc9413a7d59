//! Which points are wanted: plain yes or no questions, each a parameter of the page's address.

use chrono::Weekday;

use crate::pickup::Point;

/// One question to a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filter {
    /// Open at this moment.
    Open,
    /// Open until seven in the evening or later on every working day.
    Late,
    /// Open on Saturday.
    Saturday,
    /// Open on Sunday.
    Sunday,
    /// Open day and night.
    Always,
    /// Reached without steps.
    StepFree,
    /// Takes the parcel.
    Fits,
}

/// Answers to all questions, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Answers(u8);

/// Seven in the evening, in minutes.
const LATE: u16 = LATE_HOUR * 60;
/// What counts as late, in full hours of the day.
pub const LATE_HOUR: u16 = 19;

impl Filter {
    /// All, in the order of the page.
    pub const ALL: [Self; 7] =
        [Self::Open, Self::Late, Self::Saturday, Self::Sunday, Self::Always, Self::StepFree, Self::Fits];

    /// The parameter's name in the address.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Late => "late",
            Self::Saturday => "saturday",
            Self::Sunday => "sunday",
            Self::Always => "always",
            Self::StepFree => "step_free",
            Self::Fits => "fits",
        }
    }

    /// The key of its name.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Open => "filter-open",
            Self::Late => "filter-late",
            Self::Saturday => "filter-saturday",
            Self::Sunday => "filter-sunday",
            Self::Always => "filter-always",
            Self::StepFree => "filter-step-free",
            Self::Fits => "filter-fits",
        }
    }
}

impl Answers {
    /// Yes to these questions and no to the others.
    #[must_use]
    pub fn yes(filters: &[Filter]) -> Self {
        filters.iter().fold(Self::default(), |answers, filter| answers.and(*filter, true))
    }

    /// What a point answers at any moment to any parcel: the questions [`Filter::Open`] and [`Filter::Fits`] are left open.
    #[must_use]
    pub fn of(point: &Point) -> Self {
        let hours = &point.hours;
        let late = hours.working_days().all(|day| day.last().is_some_and(|span| span.until() >= LATE));
        Self::default()
            .and(Filter::Late, late)
            .and(Filter::Saturday, !hours.of(Weekday::Sat).is_empty())
            .and(Filter::Sunday, !hours.of(Weekday::Sun).is_empty())
            .and(Filter::Always, hours.always())
            .and(Filter::StepFree, point.step_free)
    }

    /// The same with one more answer.
    #[must_use]
    pub fn and(self, filter: Filter, yes: bool) -> Self {
        if yes { Self(self.0 | 1 << filter as u8) } else { self }
    }

    /// Whether these contain every yes of the others.
    #[must_use]
    pub fn contain(self, others: Self) -> bool {
        self.0 & others.0 == others.0
    }
}
