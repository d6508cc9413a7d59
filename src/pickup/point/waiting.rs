//! How long a point keeps a parcel, and on which of these days it can be collected.

use chrono::{Days, NaiveDate};

use crate::pickup::point::opening::Day;
use crate::pickup::point::record::Closure;
use crate::pickup::{Kind, Point};

/// The days on which a parcel can be collected.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting<'a> {
    /// The day it arrives.
    pub arrival: Day<'a>,
    /// The first day on which the door is open, from the arrival on; `None` where it stays shut until the deadline.
    pub first_open: Option<Day<'a>>,
    /// The last day it waits.
    pub last: NaiveDate,
    /// On how many of these days the door is open.
    pub open_days: usize,
    /// The days with other hours than the week says.
    pub unusual: Vec<Day<'a>>,
}

/// Why nobody can collect a parcel at a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shut<'a> {
    /// It is closed for a while already.
    ForNow(&'a Closure),
    /// Its door does not open once until this day, the last on which the parcel waits.
    Throughout(NaiveDate),
}

/// The last day on which a parcel can be collected that arrived on `arrives`: 15 days at a counter, 7 at a
/// terminal (sources disagree: docs/decisions/0004-where-post-is-silent.md).
#[must_use]
pub fn deadline(arrives: NaiveDate, kind: Kind) -> NaiveDate {
    arrives + Days::new(days(kind))
}

/// For so many days a parcel waits.
#[must_use]
pub fn days(kind: Kind) -> u64 {
    match kind {
        Kind::PickPost => 15,
        Kind::MyPost24 => 7,
    }
}

impl Point {
    /// Why a parcel that is ordered today, and then waits so, cannot be collected; `None` where it can.
    #[must_use]
    pub fn shut(&self, today: NaiveDate, waiting: &Waiting<'_>) -> Option<Shut<'_>> {
        let now = self.closed.as_ref().filter(|_| self.is_closed_on(today)).map(Shut::ForNow);
        now.or_else(|| waiting.first_open.is_none().then_some(Shut::Throughout(waiting.last)))
    }

    /// How a parcel that arrives on a day waits here, from that day to its deadline.
    #[must_use]
    pub fn waiting(&self, arrives: NaiveDate) -> Waiting<'_> {
        let last = deadline(arrives, self.kind);
        let days: Vec<Day<'_>> =
            arrives.iter_days().take_while(|day| *day <= last).map(|day| self.on(day)).collect();
        Waiting {
            arrival: self.on(arrives),
            first_open: days.iter().find(|day| !day.spans.is_empty()).cloned(),
            last,
            open_days: days.iter().filter(|day| !day.spans.is_empty()).count(),
            unusual: days.into_iter().filter(|day| day.why.is_some()).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use serde_json::json;

    use crate::pickup::Point;

    fn in_lucerne(kind: &str) -> Point {
        let day = json!([["08:00", "12:00"], ["13:30", "18:00"]]);
        let point = json!({
            "id": "A", "kind": kind, "place": "branch", "name": "A", "street": "A", "postcode": "6000",
            "town": "Luzern", "canton": "LU", "lang": "de", "lat": 47.05, "lon": 8.3, "step_free": true,
            "hours": [day, day, day, day, day, [["08:30", "11:00"]], []],
        });
        serde_json::from_value(point).expect("a point")
    }

    #[test]
    fn the_days_a_parcel_waits_count_only_where_the_door_opens() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        // Tuesday 8 December is a holiday in Lucerne; eight days with one Sunday at a terminal, sixteen with two at a
        // counter.
        for (kind, last, open_days) in [("my_post_24", "2026-12-15", 6), ("pickpost", "2026-12-23", 13)] {
            let point = in_lucerne(kind);
            let waiting = point.waiting(day("2026-12-08"));
            assert!(waiting.arrival.spans.is_empty());
            assert_eq!(waiting.first_open.map(|first| first.date), Some(day("2026-12-09")));
            assert_eq!((waiting.last, waiting.open_days, waiting.unusual.len()), (day(last), open_days, 1));
        }
    }
}
