//! Days and times in words, as each of the four languages writes them in Switzerland.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike, Weekday};

use crate::i18n::{Lang, text, text_with};

const WEEKDAYS: [&str; 7] = [
    "day-monday",
    "day-tuesday",
    "day-wednesday",
    "day-thursday",
    "day-friday",
    "day-saturday",
    "day-sunday",
];
const SHORT_WEEKDAYS: [&str; 7] = ["day-mo", "day-tu", "day-we", "day-th", "day-fr", "day-sa", "day-su"];
const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9",
    "month-10", "month-11", "month-12",
];

/// "Thursday 26 November", "Donnerstag, 26. November".
#[must_use]
pub fn long(lang: Lang, date: NaiveDate) -> String {
    let weekday = text(lang, WEEKDAYS[date.weekday().num_days_from_monday() as usize]);
    text_with(lang, "date-long", &[("weekday", weekday.into()), ("day", day_month(lang, date).into())])
}

/// "26 November 2026".
#[must_use]
pub fn full(lang: Lang, date: NaiveDate) -> String {
    format!("{} {}", day_month(lang, date), date.year())
}

/// "26 November", "26. November", "1er novembre".
#[must_use]
pub fn day_month(lang: Lang, date: NaiveDate) -> String {
    let month = text(lang, MONTHS[date.month0() as usize]);
    match (lang, date.day()) {
        (Lang::De, day) => format!("{day}. {month}"),
        (Lang::Fr, 1) => format!("1er {month}"),
        (Lang::It, 1) => format!("1° {month}"),
        (_, day) => format!("{day} {month}"),
    }
}

/// "Mo", "lu", "lu", "Mon".
#[must_use]
pub fn short_weekday(lang: Lang, weekday: Weekday) -> String {
    text(lang, SHORT_WEEKDAYS[weekday.num_days_from_monday() as usize]).into_owned()
}

/// "14:05".
#[must_use]
pub fn time(at: NaiveDateTime) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// "24 November, 14:05".
#[must_use]
pub fn moment(lang: Lang, at: NaiveDateTime) -> String {
    format!("{}, {}", day_month(lang, at.date()), time(at))
}

/// "14:05:40".
#[must_use]
pub fn time_with_seconds(at: NaiveDateTime) -> String {
    format!("{}:{:02}", time(at), at.second())
}
