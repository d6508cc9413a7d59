//! The feast on which the movable ones hang.

use chrono::NaiveDate;

/// Easter Sunday of a year of the Gregorian calendar (computus after Butcher).
#[must_use]
pub fn easter(year: i32) -> NaiveDate {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    let (month, day) = ((sum / 31).unsigned_abs(), (sum % 31 + 1).unsigned_abs());
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike, NaiveDate, Weekday};

    use super::easter;

    #[test]
    fn easter_falls_on_the_days_of_the_published_tables() {
        for (year, month, day) in
            [(1818, 3, 22), (1943, 4, 25), (2000, 4, 23), (2024, 3, 31), (2026, 4, 5), (2038, 4, 25)]
        {
            assert_eq!(Some(easter(year)), NaiveDate::from_ymd_opt(year, month, day), "{year}");
        }
        assert!((1600..2400).all(|year| easter(year).weekday() == Weekday::Sun));
    }
}
