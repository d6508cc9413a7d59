//! How long what names people is kept: the dates of `docs/data.md`.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc};

use crate::clock::swiss;
use crate::orders::Order;

/// So many days after an order its e-mail, phone, recipient and labels are erased: as long as a User ID is kept, since a parcel is
/// delivered or back by then, and asked after.
pub const PEOPLE: i64 = 180;
/// So many days after an order its parcel is on its way no more, if it went at all, whatever Post has said of it.
const OVER: i64 = 60;
/// So many years after the end of the year of an order its books are kept (OR 958f paragraph 1).
pub const BOOKS: i32 = 10;

/// The day on which the people of an order that was placed then are erased by themselves.
#[must_use]
pub fn people_until(placed_at: DateTime<Utc>) -> NaiveDate {
    swiss(placed_at).date() + TimeDelta::days(PEOPLE)
}

/// Orders placed before this moment have lost their people by now.
#[must_use]
pub fn people_before(now: DateTime<Utc>) -> DateTime<Utc> {
    now - TimeDelta::days(PEOPLE)
}

/// The last day on which the law asks for the books of an order that was placed then. The shop's business year is the calendar's.
#[must_use]
pub fn books_until(placed_at: DateTime<Utc>) -> NaiveDate {
    let year = swiss(placed_at).date().year() + BOOKS;
    NaiveDate::from_ymd_opt(year, 12, 31).unwrap_or(NaiveDate::MAX)
}

/// The law asks for no order any more that was placed before this moment.
#[must_use]
pub fn books_before(now: DateTime<Utc>) -> DateTime<Utc> {
    let year = swiss(now).date().year() - BOOKS;
    let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MIN);
    // A day later than midnight of any zone would be too late, a day earlier is never too early.
    (first - Days::new(1)).and_hms_opt(23, 0, 0).unwrap_or_default().and_utc()
}

/// Whether an order is collected, cancelled or refunded, or went so long ago that nothing of it is under way any more, so that nobody has to be written to or called about it.
#[must_use]
pub fn is_finished(order: &Order, now: DateTime<Utc>) -> bool {
    let state = order.life.state;
    state.is_over() || (!state.is_here() && now - order.placed_at >= TimeDelta::days(OVER))
}

#[cfg(test)]
mod tests {
    use super::{books_before, books_until, people_until};
    use chrono::{NaiveDate, TimeZone, Utc};

    #[test]
    fn books_are_kept_to_the_end_of_the_tenth_year_in_swiss_time() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a day");
        let at = |year, month, day, hour| {
            Utc.with_ymd_and_hms(year, month, day, hour, 30, 0).single().expect("it")
        };
        assert_eq!(books_until(at(2026, 11, 24, 10)), day(2036, 12, 31));
        assert_eq!(books_until(at(2026, 12, 31, 23)), day(2037, 12, 31), "half past midnight in Switzerland");
        let last = at(2026, 12, 31, 22);
        assert!(last >= books_before(at(2036, 12, 31, 22)) && last < books_before(at(2036, 12, 31, 23)));
        assert!(at(2026, 12, 31, 23) >= books_before(at(2037, 6, 1, 0)));
        assert_eq!(people_until(at(2026, 11, 24, 10)), day(2027, 5, 23));
    }
}
