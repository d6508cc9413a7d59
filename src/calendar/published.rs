//! The days on which parcels rest, as the carrier publishes them: they are the rule from the first to the last of them, and
//! our own calendar holds before and after.

use std::collections::BTreeSet;
use std::sync::{Arc, PoisonError, RwLock};

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::calendar::working_day;

/// The calendar of this instance. Cheap to share: every copy shows the same days.
#[derive(Clone, Debug, Default)]
pub struct Calendar(Arc<RwLock<BTreeSet<NaiveDate>>>);

impl Calendar {
    /// These are the carrier's holidays from now on; none of them leaves everything to our own calendar.
    pub fn replace(&self, days: BTreeSet<NaiveDate>) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = days;
    }

    /// The carrier's holidays.
    #[must_use]
    pub fn published(&self) -> BTreeSet<NaiveDate> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The first working day after a day.
    #[must_use]
    pub fn next_working_day(&self, day: NaiveDate) -> NaiveDate {
        let holidays = self.0.read().unwrap_or_else(PoisonError::into_inner);
        let mut next = day + Days::new(1);
        while !works(&holidays, next) {
            next = next + Days::new(1);
        }
        next
    }
}

fn works(holidays: &BTreeSet<NaiveDate>, day: NaiveDate) -> bool {
    let covered = holidays.first().zip(holidays.last()).is_some_and(|(from, to)| (from..=to).contains(&&day));
    if !covered {
        return working_day::works(day);
    }
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !holidays.contains(&day)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::Calendar;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn what_the_carrier_publishes_is_the_rule_as_far_as_it_goes() {
        let calendar = Calendar::default();
        assert_eq!(calendar.next_working_day(day("2026-12-24")), day("2026-12-28"), "our own");
        calendar.replace(["2026-12-08", "2026-12-25", "2027-01-01"].map(day).into());
        for (from, next) in [
            ("2026-12-07", "2026-12-09"),
            ("2026-12-24", "2026-12-28"),
            ("2026-12-31", "2027-01-04"),
            // Behind its end our own holds: Good Friday and Easter Monday.
            ("2027-03-25", "2027-03-30"),
        ] {
            assert_eq!(calendar.next_working_day(day(from)), day(next), "{from}");
        }
        calendar.replace(["2026-12-08", "2027-01-01"].map(day).into());
        assert_eq!(calendar.next_working_day(day("2026-12-24")), day("2026-12-25"), "if it says so");
        calendar.replace([].into());
        assert_eq!(calendar.next_working_day(day("2026-12-24")), day("2026-12-28"));
    }
}
