//! A pick-up point as the carrier's data describe it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::address::{Postcode, joined};
use crate::i18n::Lang;
use crate::line::Line;
use crate::pickup::{Hours, Kind};

/// Where a parcel can be collected. The JSON form is that of `data/points.json`, described in `data/README.md`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// The carrier's id, up to 40 characters.
    pub id: Line<40>,
    /// Counter or terminal.
    pub kind: Kind,
    /// `branch`, `partner`, `service_point` or `terminal`.
    pub place: String,
    /// Name.
    pub name: Line<35>,
    /// Street without the number.
    pub street: Line<35>,
    /// House number.
    pub house_number: Option<Line<10>>,
    /// Postcode.
    pub postcode: Postcode,
    /// Town.
    pub town: Line<35>,
    /// Canton, two letters; `FL` for Liechtenstein.
    pub canton: String,
    /// The language spoken there.
    pub lang: String,
    /// Degrees north (WGS 84).
    pub lat: f64,
    /// Degrees east (WGS 84).
    pub lon: f64,
    /// Opening hours of a usual week.
    pub hours: Hours,
    /// Whether it can be reached without steps.
    pub step_free: bool,
    /// Closed for a while.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Closure>,
}

/// A span of days on which a point is closed, with the reason in four languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closure {
    /// The first closed day.
    pub from: NaiveDate,
    /// The last closed day.
    pub until: NaiveDate,
    /// Why.
    pub reason: Reason,
}

/// A short text in the four languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names are the language codes")]
pub struct Reason {
    pub de: String,
    pub fr: String,
    pub it: String,
    pub en: String,
}

impl Point {
    /// Street and number as one line.
    #[must_use]
    pub fn street_line(&self) -> String {
        joined(self.street.as_str(), self.house_number.as_ref().map(Line::as_str))
    }

    /// Postcode and town as one line.
    #[must_use]
    pub fn town_line(&self) -> String {
        format!("{} {}", self.postcode.as_str(), self.town)
    }

    /// Whether it is closed for a while on that day.
    #[must_use]
    pub fn is_closed_on(&self, day: NaiveDate) -> bool {
        self.closed.as_ref().is_some_and(|closure| (closure.from..=closure.until).contains(&day))
    }

    /// Whether kind, place, position and hours make sense together.
    #[must_use]
    pub fn is_plausible(&self) -> bool {
        let terminal = self.place == "terminal";
        let known = terminal || ["branch", "partner", "service_point"].contains(&self.place.as_str());
        let inside = (45.7..47.9).contains(&self.lat) && (5.8..10.6).contains(&self.lon);
        known && inside && terminal == (self.kind == Kind::MyPost24) && self.hours.is_orderly()
    }
}

impl Reason {
    /// The text in a language.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> &str {
        match lang {
            Lang::De => &self.de,
            Lang::Fr => &self.fr,
            Lang::It => &self.it,
            Lang::En => &self.en,
        }
    }
}
