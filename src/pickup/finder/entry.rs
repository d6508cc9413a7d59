//! One point of the list in words: where, how far, when open now and when the parcel arrives, or why not.

use crate::i18n::{Lang, dates};
use crate::pickup::finder::Finder;
use crate::pickup::finder::choice::{self, Choice};
use crate::pickup::finder::hours::{door, on_arrival, unusual, week};
use crate::pickup::finder::sentence::distance;
use crate::pickup::point::hours::whole;
use crate::pickup::point::opening::Door;
use crate::pickup::point::waiting::{Shut, Waiting};
use crate::pickup::search::Hit;
use crate::pickup::{Kind, Point};

/// One point of the list, or of the card on the map.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its number in the list, where it stands in one.
    pub number: Option<usize>,
    /// The carrier's id.
    pub id: String,
    /// Degrees north and east, for the map.
    pub at: String,
    /// `counter` or `locker`.
    pub icon: &'static str,
    /// The key of its kind.
    pub kind: &'static str,
    /// Name.
    pub name: String,
    /// Street, postcode and town.
    pub address: String,
    /// How far, where that is known.
    pub distance: Option<String>,
    /// Days and hours of the week.
    pub hours: Vec<(String, String)>,
    /// Days with other hours while the parcel waits.
    pub unusual: Vec<(String, String)>,
    /// What the door says now, and whether it is open.
    pub door: (String, bool),
    /// The hours of the day on which the parcel arrives.
    pub on_arrival: String,
    /// Until when it waits.
    pub waits: String,
    /// Reached without steps.
    pub step_free: bool,
    /// How it is found once one is there.
    pub note: Option<String>,
    /// Why it cannot be chosen.
    pub refused: Option<String>,
    /// Whether it is the chosen one.
    pub chosen: bool,
    /// Chooses it.
    pub token: String,
}

impl Finder<'_> {
    /// A hit of the search in words.
    #[must_use]
    pub fn hit(&self, number: usize, hit: &Hit) -> Entry {
        Entry { number: Some(number), distance: Some(distance(hit.metres)), ..self.entry(&hit.point) }
    }

    /// A point in words.
    #[must_use]
    pub fn entry(&self, point: &Point) -> Entry {
        let (lang, now, waiting) = (self.lang, self.swiss_now(), point.waiting(self.arrives));
        let (whose, version) = self.whose;
        let choice = Choice { point: point.id.to_string(), version };
        let (icon, kind) = match point.kind {
            Kind::PickPost => ("counter", "delivery-pickpost"),
            Kind::MyPost24 => ("locker", "delivery-my-post-24"),
        };
        let (state, refused) = (point.door(now), self.refused(point, &waiting));
        // Not where nobody can choose it, nor where the door has said it already.
        let said = state == Door::Always && whole(&waiting.arrival.spans);
        let silent = refused.is_some() || said;
        Entry {
            number: None,
            distance: None,
            id: point.id.to_string(),
            at: format!("{:.5},{:.5}", point.lat, point.lon),
            icon,
            kind,
            name: point.name.to_string(),
            address: format!("{}, {}", point.street_line(), point.town_line()),
            hours: week(lang, point),
            unusual: unusual(lang, point, &waiting),
            door: door(lang, state, now.date()),
            on_arrival: if silent { String::new() } else { on_arrival(lang, &waiting) },
            waits: lang.xy("hours-waits", dates::day_month(lang, waiting.last), waiting.open_days),
            step_free: point.step_free,
            note: point.note.as_ref().map(|note| note.in_lang(lang).to_owned()),
            refused,
            chosen: self.chosen == Some(point.id.as_str()),
            token: choice::issue(self.seal, &choice, whose, self.now),
        }
    }

    /// Why a point cannot be chosen: closed today or for as long as the parcel waits, or the parcel does not fit.
    #[must_use]
    pub fn refusal(&self, point: &Point) -> Option<String> {
        self.refused(point, &point.waiting(self.arrives))
    }

    fn refused(&self, point: &Point, waiting: &Waiting<'_>) -> Option<String> {
        let lang = self.lang;
        match point.shut(self.swiss_now().date(), waiting) {
            Some(Shut::ForNow(closure)) => {
                let until = dates::day_month(lang, closure.until);
                Some(match &closure.reason {
                    Some(reason) => lang.xy("point-closed", until, reason.in_lang(lang)),
                    None => lang.x("point-closed-until", until),
                })
            }
            Some(Shut::Throughout(last)) => {
                Some(lang.x("point-closed-throughout", dates::day_month(lang, last)))
            }
            None => self.misfit(point.kind).map(|misfit| misfit.told(lang)),
        }
    }
}

impl Entry {
    /// An entry for samples.
    #[must_use]
    pub fn sample(lang: Lang, number: usize, refused: Option<&str>) -> Self {
        Self {
            number: Some(number),
            id: "SIM-B-0001".into(),
            at: "47.36,8.55".into(),
            icon: "counter",
            kind: "delivery-pickpost",
            name: "Filiale Zürich".into(),
            address: "Seefeldstrasse 60, 8008 Zürich".into(),
            distance: Some(distance(520)),
            hours: vec![("Mo–Fr".into(), "07:30–18:30".into())],
            unusual: vec![("8 December".into(), lang.t("hours-closed").into_owned())],
            door: (lang.x("hours-open-until", "18:30"), true),
            on_arrival: lang.t("hours-always").into_owned(),
            waits: lang.xy("hours-waits", "10 December", 13),
            step_free: true,
            note: Some("Eingang hinten".into()),
            refused: refused.map(Into::into),
            chosen: number == 2,
            token: "token".into(),
        }
    }
}
