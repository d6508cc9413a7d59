//! When a parcel is handed over and when it arrives.

use chrono::NaiveDate;

use crate::calendar::Calendar;

/// The days on which something happens to a parcel ordered on a given day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Journey {
    /// The next working day after the order: we hand the parcel over.
    pub handed_over: NaiveDate,
    /// The working day after that (`PostPac` Priority): it arrives.
    pub arrives: NaiveDate,
}

impl Journey {
    /// The journey of a parcel that is ordered on `day`.
    #[must_use]
    pub fn of(calendar: &Calendar, day: NaiveDate) -> Self {
        let handed_over = calendar.next_working_day(day);
        Self { handed_over, arrives: calendar.next_working_day(handed_over) }
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::Journey;
    use crate::calendar::Calendar;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn ordered_on_tuesday_the_parcel_arrives_on_thursday() {
        let journey = Journey::of(&Calendar::default(), day("2026-11-24"));
        assert_eq!((journey.handed_over, journey.arrives), (day("2026-11-25"), day("2026-11-26")));
    }

    #[test]
    fn weekends_and_christmas_are_no_working_days() {
        assert_eq!(Journey::of(&Calendar::default(), day("2026-11-27")).arrives, day("2026-12-01"));
        assert_eq!(Journey::of(&Calendar::default(), day("2026-12-23")).arrives, day("2026-12-28"));
    }

    #[test]
    fn no_parcel_moves_on_the_days_around_easter() {
        // Ordered on the Wednesday before Good Friday.
        let journey = Journey::of(&Calendar::default(), day("2026-04-01"));
        assert_eq!((journey.handed_over, journey.arrives), (day("2026-04-02"), day("2026-04-07")));
    }
}
