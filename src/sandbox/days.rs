//! The days on which the simulator's Post works. Ours: which days are holidays; among them 2 January, so that a shop which
//! goes by its own calendar is found out.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::calendar::easter;

/// In four languages: German, French, Italian, English.
pub type Names = [&'static str; 4];

/// The holidays of a year, in no order.
#[must_use]
pub fn of_year(year: i32) -> Vec<(NaiveDate, Names)> {
    let fixed: [(u32, u32, Names); 5] = [
        (1, 1, ["Neujahr", "Nouvel An", "Capodanno", "New Year"]),
        (1, 2, ["Berchtoldstag", "Saint-Berchtold", "San Bertoldo", "Berchtold’s Day"]),
        (8, 1, ["Bundesfeier", "Fête nationale", "Festa nazionale", "National Day"]),
        (12, 25, ["Weihnachten", "Noël", "Natale", "Christmas"]),
        (12, 26, ["Stephanstag", "Saint-Étienne", "Santo Stefano", "St Stephen’s Day"]),
    ];
    let movable: [(i64, Names); 4] = [
        (-2, ["Karfreitag", "Vendredi saint", "Venerdì santo", "Good Friday"]),
        (1, ["Ostermontag", "Lundi de Pâques", "Lunedì dell’Angelo", "Easter Monday"]),
        (39, ["Auffahrt", "Ascension", "Ascensione", "Ascension"]),
        (50, ["Pfingstmontag", "Lundi de Pentecôte", "Lunedì di Pentecoste", "Whit Monday"]),
    ];
    let fixed = fixed
        .into_iter()
        .filter_map(|(month, day, names)| Some((NaiveDate::from_ymd_opt(year, month, day)?, names)));
    let movable =
        movable.into_iter().map(|(after, names)| (easter(year) + chrono::TimeDelta::days(after), names));
    fixed.chain(movable).collect()
}

/// Whether parcels move on this day.
#[must_use]
pub fn works(day: NaiveDate) -> bool {
    let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    !weekend && !of_year(day.year()).iter().any(|(holiday, _)| *holiday == day)
}
