//! The days on which parcels move.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::calendar::easter;

/// The first working day after a day.
#[must_use]
pub fn next_working_day(day: NaiveDate) -> NaiveDate {
    let mut next = day + Days::new(1);
    while !works(next) {
        next = next + Days::new(1);
    }
    next
}

/// Monday to Friday, except the days on which nearly the whole country rests. That no parcel moves on them is an
/// assumption: Post publishes no calendar.
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

    use super::{next_working_day, works};

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn weekends_and_the_days_around_easter_ascension_and_whitsun_are_no_working_days() {
        for rest in ["2024-05-09", "2025-05-29", "2026-05-14", "2027-05-06", "2026-04-06", "2026-05-25"] {
            assert!(!works(day(rest)), "{rest}");
        }
        // Over Good Friday, the weekend and Easter Monday.
        assert_eq!(next_working_day(day("2026-04-02")), day("2026-04-07"));
        assert_eq!(next_working_day(day("2026-11-27")), day("2026-11-30"));
    }
}
