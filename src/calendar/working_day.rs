//! The days on which parcels move, as far as anybody knows without asking the carrier.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::calendar::easter;

/// Monday to Friday, except the days on which nearly the whole country rests. That no parcel moves on them is an
/// assumption, which Post's own calendar replaces where it is known.
#[must_use]
pub fn works(day: NaiveDate) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let fixed = matches!((day.month(), day.day()), (1 | 8, 1) | (12, 25 | 26));
    // Good Friday, Easter Monday, Ascension Day, Whit Monday.
    let movable = [-2, 1, 39, 50].contains(&(day - easter(day.year())).num_days());
    !weekend && !fixed && !movable
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::works;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn weekends_and_the_days_around_easter_ascension_and_whitsun_are_no_working_days() {
        for rest in ["2024-05-09", "2025-05-29", "2026-05-14", "2027-05-06", "2026-04-06", "2026-05-25"] {
            assert!(!works(day(rest)), "{rest}");
        }
        for work in ["2026-04-02", "2026-04-07", "2026-11-30", "2026-12-08"] {
            assert!(works(day(work)), "{work}");
        }
    }
}
