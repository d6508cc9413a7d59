//! A point's hours in words: its week, what its door says now, and when the parcel arrives.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime};

use crate::i18n::{Lang, dates};
use crate::pickup::Point;
use crate::pickup::point::hours::Span;
use crate::pickup::point::opening::{Day, Door, Why};
use crate::pickup::point::waiting::Waiting;

/// Days and hours of the week; none where it is open day and night.
#[must_use]
pub fn week(lang: Lang, point: &Point) -> Vec<(String, String)> {
    if point.hours.always() {
        return Vec::new();
    }
    let groups = point.hours.groups().into_iter().map(|group| {
        let first = dates::short_weekday(lang, group.first);
        let last = dates::short_weekday(lang, group.last);
        (if group.first == group.last { first } else { format!("{first}–{last}") }, spans(lang, group.spans))
    });
    groups.collect()
}

fn spans(lang: Lang, spans: &[Span]) -> String {
    let all: Vec<String> = spans.iter().map(ToString::to_string).collect();
    if all.is_empty() { lang.t("hours-closed").into_owned() } else { all.join(", ") }
}

/// The days on which the door is otherwise than the week says, while the parcel waits; those in a row of which the same is to be
/// said stand together.
#[must_use]
pub fn unusual(lang: Lang, point: &Point, waiting: &Waiting<'_>) -> Vec<(String, String)> {
    let mut rows: Vec<(NaiveDate, NaiveDate, String, bool)> = Vec::new();
    for day in &waiting.unusual {
        let hours = spans(lang, &day.spans);
        let words = why(lang, day).map_or_else(|| hours.clone(), |why| format!("{hours} ({why})"));
        let changes = *day.spans != *point.hours.on(day.date);
        match rows.last_mut() {
            Some((_, last, same, any)) if *last + Days::new(1) == day.date && *same == words => {
                (*last, *any) = (day.date, *any || changes);
            }
            _ => rows.push((day.date, day.date, words, changes)),
        }
    }
    let when = |day| format!("{} {}", weekday(lang, day), dates::day_month(lang, day));
    // A holiday that changes nothing is not worth a line.
    let told = rows.into_iter().filter(|(.., changes)| *changes);
    let told = told.map(|(first, last, words, _)| {
        (if first == last { when(first) } else { format!("{} – {}", when(first), when(last)) }, words)
    });
    told.collect()
}

fn why(lang: Lang, day: &Day<'_>) -> Option<String> {
    match day.why.as_ref()? {
        Why::Holiday(holiday) => Some(lang.t(holiday.key).into_owned()),
        Why::Own(reason) => reason.map(|reason| reason.in_lang(lang).to_owned()),
        Why::Closure(closure) => closure.reason.as_ref().map(|reason| reason.in_lang(lang).to_owned()),
    }
}

/// "When your parcel arrives: Thu 07:00–19:00", or from when on the door is open after that.
#[must_use]
pub fn on_arrival(lang: Lang, waiting: &Waiting<'_>) -> String {
    let arrival = &waiting.arrival;
    let day = weekday(lang, arrival.date);
    match (&waiting.first_open, arrival.spans.is_empty()) {
        (_, false) => lang.xy("hours-on-arrival", day, spans(lang, &arrival.spans)),
        (None, true) => String::new(),
        (Some(first), true) => {
            let reason = why(lang, arrival).map(|why| format!(", {why}")).unwrap_or_default();
            let opens = first.spans.first().map(|span| span.opens().format("%H:%M").to_string());
            let opens = format!("{} {}", soon(lang, first.date, arrival.date), opens.unwrap_or_default());
            lang.xy("hours-closed-on-arrival", format!("{day}{reason}"), opens)
        }
    }
}

fn weekday(lang: Lang, day: NaiveDate) -> String {
    dates::short_weekday(lang, day.weekday())
}

/// "Open until 18:30", "Closed, opens Mon 07:30".
#[must_use]
pub fn door(lang: Lang, door: Door, today: NaiveDate) -> (String, bool) {
    match door {
        Door::Always => (lang.t("hours-always").into_owned(), true),
        Door::OpenUntil(at) => (open_until(lang, at, today), true),
        Door::Opens(at) if at.date() == today => (lang.x("hours-opens-today", dates::time(at)), false),
        Door::Opens(at) => (lang.xy("hours-opens", soon(lang, at.date(), today), dates::time(at)), false),
        Door::Closed => (lang.t("hours-closed-door").into_owned(), false),
    }
}

/// "Open until 18:30", "Open until Fri 24:00": the midnight that ends a day is that day's.
fn open_until(lang: Lang, at: NaiveDateTime, today: NaiveDate) -> String {
    let ends_a_day = at.time() == NaiveTime::MIN;
    let day = if ends_a_day { at.date() - Days::new(1) } else { at.date() };
    let time = if ends_a_day { "24:00".to_owned() } else { dates::time(at) };
    if day == today {
        return lang.x("hours-open-until", time);
    }
    lang.xy("hours-open-until-day", soon(lang, day, today), time)
}

/// The day of the week, with the date where that could be another week's.
fn soon(lang: Lang, day: NaiveDate, today: NaiveDate) -> String {
    match (day - today).num_days() {
        0..7 => weekday(lang, day),
        _ => format!("{} {}", weekday(lang, day), dates::day_month(lang, day)),
    }
}
