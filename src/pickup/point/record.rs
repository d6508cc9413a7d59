//! A pick-up point as the carrier's data describe it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::address::{Postcode, joined};
use crate::carrier::point::Place;
use crate::gazetteer::distance::is_in_the_country;
use crate::i18n::Lang;
use crate::line::Line;
use crate::pickup::point::hours::{Span, orderly};
use crate::pickup::{Hours, Kind};

/// Where a parcel can be collected. The JSON form is that of `data/points.json`, described in `data/README.md`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// The carrier's id, up to 40 characters.
    pub id: Line<40>,
    /// Counter or terminal.
    pub kind: Kind,
    /// What sort of place it stands at.
    pub place: Place,
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
    /// Days with hours of their own, in ascending order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub exceptions: Vec<Exception>,
    /// How it is found once one is there: "entrance at the back".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Words>,
}

/// A day on which the point has other hours than its week says.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Exception {
    /// The day.
    pub date: NaiveDate,
    /// Its spans; none when closed.
    pub hours: Vec<Span>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Words>,
}

/// A span of days on which a point is closed, with the reason in four languages.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Closure {
    /// The first closed day.
    pub from: NaiveDate,
    /// The last closed day.
    pub until: NaiveDate,
    /// Why, where it is said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Words>,
}

/// A short text in the four languages.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names are the language codes")]
pub struct Words {
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
        self.postcode.with(&self.town)
    }

    /// Whether it is closed for a while on that day.
    #[must_use]
    pub fn is_closed_on(&self, day: NaiveDate) -> bool {
        self.closed.as_ref().is_some_and(|closure| (closure.from..=closure.until).contains(&day))
    }

    /// Whether it is closed for a while on that day or on a later one.
    #[must_use]
    pub fn is_closed_from(&self, day: NaiveDate) -> bool {
        self.closed.as_ref().is_some_and(|closure| closure.until >= day)
    }

    /// Whether its position lies in Switzerland, Liechtenstein or close to their borders.
    #[must_use]
    pub fn is_in_the_country(&self) -> bool {
        is_in_the_country((self.lat, self.lon))
    }

    /// Whether kind, place, position and hours make sense together.
    #[must_use]
    pub fn is_plausible(&self) -> bool {
        let terminal = self.place == Place::Terminal;
        let hours = self.hours.is_orderly()
            && self.exceptions.iter().all(|exception| orderly(&exception.hours))
            && self.exceptions.windows(2).all(|pair| pair[0].date < pair[1].date);
        self.is_in_the_country() && terminal == (self.kind == Kind::MyPost24) && hours
    }
}

impl Words {
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
