//! When a parcel is handed over and when it arrives.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::pickup::Point;
use crate::pickup::holiday::easter;
use crate::pickup::opening::Waiting;

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
    pub fn of(day: NaiveDate) -> Self {
        let handed_over = next_working_day(day);
        Self { handed_over, arrives: next_working_day(handed_over) }
    }
}

/// The last day on which a parcel can be collected that arrived on `arrives`: 15 days at a counter, 7 at a
/// terminal (`post/contract.md` section 0; sources disagree, the date from tracking wins once there is one).
#[must_use]
pub fn deadline(arrives: NaiveDate, kind: crate::pickup::Kind) -> NaiveDate {
    let days = match kind {
        crate::pickup::Kind::PickPost => 15,
        crate::pickup::Kind::MyPost24 => 7,
    };
    arrives + Days::new(days)
}

/// How a parcel that arrives on that day waits at a point.
#[must_use]
pub fn waiting(point: &Point, arrives: NaiveDate) -> Waiting<'_> {
    point.waiting(arrives, deadline(arrives, point.kind))
}

fn next_working_day(day: NaiveDate) -> NaiveDate {
    let mut next = day + Days::new(1);
    while !works(next) {
        next = next + Days::new(1);
    }
    next
}

/// Monday to Friday, except the days on which nearly the whole country rests. That no parcel moves on them is an
/// assumption: Post publishes no calendar.
fn works(day: NaiveDate) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let fixed = matches!((day.month(), day.day()), (1 | 8, 1) | (12, 25 | 26));
    // Good Friday, Easter Monday, Ascension Day, Whit Monday.
    let movable = [-2, 1, 39, 50].contains(&(day - easter(day.year())).num_days());
    !weekend && !fixed && !movable
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::{Journey, works};

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn ordered_on_tuesday_the_parcel_arrives_on_thursday() {
        let journey = Journey::of(day("2026-11-24"));
        assert_eq!((journey.handed_over, journey.arrives), (day("2026-11-25"), day("2026-11-26")));
    }

    #[test]
    fn weekends_and_christmas_are_no_working_days() {
        assert_eq!(Journey::of(day("2026-11-27")).arrives, day("2026-12-01"));
        assert_eq!(Journey::of(day("2026-12-23")).arrives, day("2026-12-28"));
    }

    #[test]
    fn no_parcel_moves_on_the_days_around_easter_ascension_and_whitsun() {
        for rest in ["2024-05-09", "2025-05-29", "2026-05-14", "2027-05-06", "2026-04-06", "2026-05-25"] {
            assert!(!works(day(rest)), "{rest}");
        }
        // Ordered on the Wednesday before Good Friday.
        let journey = Journey::of(day("2026-04-01"));
        assert_eq!((journey.handed_over, journey.arrives), (day("2026-04-02"), day("2026-04-07")));
    }
}
