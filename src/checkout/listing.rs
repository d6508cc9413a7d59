//! The points of the list in words: where, how far, when open now and when the parcel arrives, or why not.

use chrono::{Datelike, NaiveDate, NaiveDateTime};

use crate::checkout::Checkout;
use crate::checkout::arrival::parcel;
use crate::checkout::pages::delivery::misfit;
use crate::i18n::{Lang, dates};
use crate::pickup::choice::{self, Choice};
use crate::pickup::hours::Span;
use crate::pickup::locate::postcode_in;
use crate::pickup::opening::{Day, Door, Shut, Waiting, Why};
use crate::pickup::place::folded;
use crate::pickup::search::{Found, Hit, Origin};
use crate::pickup::{Kind, Point, fit};
use crate::shipping::calendar::{Journey, waiting};
use crate::web::{Page, Visit};

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

/// What all entries of a page have in common.
pub struct Listing<'a> {
    visit: &'a Visit,
    checkout: &'a Checkout,
    now: NaiveDateTime,
    arrives: NaiveDate,
    misfits: [Option<String>; 2],
}

impl<'a> Listing<'a> {
    /// Prepares a list: whether counters and terminals take the parcel is worked out once.
    #[must_use]
    pub fn new(visit: &'a Visit, checkout: &'a Checkout) -> Self {
        let parcel = parcel(&checkout.basket);
        let misfits = [Kind::PickPost, Kind::MyPost24]
            .map(|kind| fit(&parcel, kind).err().map(|reason| misfit(&visit.page, &reason)));
        let now = visit.swiss_now();
        Self { visit, checkout, now, arrives: Journey::of(now.date()).arrives, misfits }
    }

    /// Whether counters and terminals take the parcel.
    #[must_use]
    pub fn fits(&self) -> (bool, bool) {
        (self.misfits[0].is_none(), self.misfits[1].is_none())
    }

    /// The present as Swiss clocks show it.
    #[must_use]
    pub fn now(&self) -> NaiveDateTime {
        self.now
    }

    /// A hit of the search in words.
    #[must_use]
    pub fn hit(&self, number: usize, hit: &Hit) -> Entry {
        Entry { number: Some(number), distance: Some(distance(hit.metres)), ..self.entry(&hit.point) }
    }

    /// A point in words.
    #[must_use]
    pub fn entry(&self, point: &Point) -> Entry {
        let p = &self.visit.page;
        let waiting = waiting(point, self.arrives);
        let choice = Choice { point: point.id.to_string(), version: self.checkout.draft.version };
        let (icon, kind) = match point.kind {
            Kind::PickPost => ("counter", "delivery-pickpost"),
            Kind::MyPost24 => ("locker", "delivery-my-post-24"),
        };
        Entry {
            number: None,
            distance: None,
            id: point.id.to_string(),
            at: format!("{:.5},{:.5}", point.lat, point.lon),
            icon,
            kind,
            name: point.name.to_string(),
            address: format!("{}, {}", point.street_line(), point.town_line()),
            hours: week(p, point),
            unusual: unusual(p, point, &waiting),
            door: door(p, point.door(self.now), self.now.date()),
            on_arrival: on_arrival(p, point, &waiting),
            waits: p.xy("hours-waits", dates::day_month(p.lang, waiting.last), waiting.open_days),
            step_free: point.step_free,
            note: point.note.as_ref().map(|note| note.in_lang(p.lang).to_owned()),
            refused: self.refused(point, &waiting),
            chosen: self.checkout.draft.point_id.as_deref() == Some(point.id.as_str()),
            token: choice::issue(&self.visit.site.seal, &choice, self.checkout.id(), self.visit.now()),
        }
    }

    /// Why a point cannot be chosen: closed today or for as long as the parcel waits, or the parcel does not fit.
    #[must_use]
    pub fn refusal(&self, point: &Point) -> Option<String> {
        self.refused(point, &waiting(point, self.arrives))
    }

    fn refused(&self, point: &Point, waiting: &Waiting<'_>) -> Option<String> {
        let p = &self.visit.page;
        match (point.shut(self.now.date(), waiting), point.kind) {
            (Some(Shut::ForNow(closure)), _) => {
                let until = dates::day_month(p.lang, closure.until);
                Some(match &closure.reason {
                    Some(reason) => p.xy("point-closed", until, reason.in_lang(p.lang)),
                    None => p.x("point-closed-until", until),
                })
            }
            (Some(Shut::Throughout(last)), _) => {
                Some(p.x("point-closed-throughout", dates::day_month(p.lang, last)))
            }
            (None, Kind::PickPost) => self.misfits[0].clone(),
            (None, Kind::MyPost24) => self.misfits[1].clone(),
        }
    }
}

fn week(p: &Page, point: &Point) -> Vec<(String, String)> {
    if point.hours.always() {
        return Vec::new();
    }
    let groups = point.hours.groups().into_iter().map(|group| {
        let first = dates::short_weekday(p.lang, group.first);
        let last = dates::short_weekday(p.lang, group.last);
        (if group.first == group.last { first } else { format!("{first}–{last}") }, spans(p, group.spans))
    });
    groups.collect()
}

fn spans(p: &Page, spans: &[Span]) -> String {
    let all: Vec<String> = spans.iter().map(ToString::to_string).collect();
    if all.is_empty() { p.t("hours-closed").into_owned() } else { all.join(", ") }
}

/// The days on which the door is otherwise than the week says, while the parcel waits.
fn unusual(p: &Page, point: &Point, waiting: &Waiting<'_>) -> Vec<(String, String)> {
    let told = |day: &Day<'_>| {
        // A holiday that changes nothing is not worth a line.
        if *day.spans == *point.hours.on(day.date) {
            return None;
        }
        let hours = spans(p, &day.spans);
        let when = format!("{} {}", weekday(p.lang, day.date), dates::day_month(p.lang, day.date));
        Some((
            when,
            match why(p, day) {
                Some(why) => format!("{hours} ({why})"),
                None => hours,
            },
        ))
    };
    waiting.unusual.iter().filter_map(told).collect()
}

fn why(p: &Page, day: &Day<'_>) -> Option<String> {
    match day.why.as_ref()? {
        Why::Holiday(holiday) => Some(p.t(holiday.key).into_owned()),
        Why::Own(reason) => reason.map(|reason| reason.in_lang(p.lang).to_owned()),
        Why::Closure(closure) => closure.reason.as_ref().map(|reason| reason.in_lang(p.lang).to_owned()),
    }
}

/// "When your parcel arrives: Thu 07:00–19:00", or from when on the door is open after that.
fn on_arrival(p: &Page, point: &Point, waiting: &Waiting<'_>) -> String {
    let arrival = &waiting.arrival;
    if point.hours.always() && !arrival.spans.is_empty() {
        // The door has said it already.
        return String::new();
    }
    let day = weekday(p.lang, arrival.date);
    match (&waiting.first_open, arrival.spans.is_empty()) {
        (_, false) => p.xy("hours-on-arrival", day, spans(p, &arrival.spans)),
        (None, true) => String::new(),
        (Some(first), true) => {
            let reason = why(p, arrival).map(|why| format!(", {why}")).unwrap_or_default();
            let opens = first.spans.first().map(|span| span.opens().format("%H:%M").to_string());
            let opens = format!("{} {}", soon(p.lang, first.date, arrival.date), opens.unwrap_or_default());
            p.xy("hours-closed-on-arrival", format!("{day}{reason}"), opens)
        }
    }
}

fn weekday(lang: Lang, day: NaiveDate) -> String {
    dates::short_weekday(lang, day.weekday())
}

/// "Open until 18:30", "Closed, opens Mon 07:30".
fn door(p: &Page, door: Door, today: NaiveDate) -> (String, bool) {
    match door {
        Door::Always => (p.t("hours-always").into_owned(), true),
        Door::OpenUntil(time) => (p.x("hours-open-until", time.format("%H:%M")), true),
        Door::Opens(at) if at.date() == today => (p.x("hours-opens-today", dates::time(at)), false),
        Door::Opens(at) => (p.xy("hours-opens", soon(p.lang, at.date(), today), dates::time(at)), false),
        Door::Closed => (p.t("hours-closed-door").into_owned(), false),
    }
}

/// The day of the week, with the date where that could be another week's.
fn soon(lang: Lang, day: NaiveDate, today: NaiveDate) -> String {
    match (day - today).num_days() {
        0..7 => weekday(lang, day),
        _ => format!("{} {}", weekday(lang, day), dates::day_month(lang, day)),
    }
}

/// `350 m`, `2.4 km`, `31 km`.
#[must_use]
pub fn distance(metres: u32) -> String {
    match metres {
        0..950 => format!("{} m", (metres + 5) / 10 * 10),
        950..9950 if (metres + 50) % 1000 < 100 => format!("{} km", (metres + 50) / 1000),
        950..9950 => format!("{}.{} km", (metres + 50) / 1000, (metres + 50) % 1000 / 100),
        _ => format!("{} km", (metres + 500) / 1000),
    }
}

/// What was found, in one or two sentences.
#[must_use]
pub fn told(p: &Page, found: &Found, q: &str) -> String {
    let place = |place: &crate::pickup::place::Place| {
        // A town has many postcodes: one is named only where it was typed, or where it is all that is known.
        let typed = |name| folded(q).contains(&folded(name));
        let guessed = matches!(found.origin, Origin::Nearest(_)) && !place.names().any(typed);
        if q.contains(place.postcode) || guessed {
            format!("{} {}", place.postcode, place.name)
        } else {
            place.name.to_owned()
        }
    };
    let (name, before) = match &found.origin {
        Origin::Unknown if q.trim().is_empty() => return p.t("point-empty").into_owned(),
        Origin::Unknown => return p.x("point-none", q),
        Origin::Place(of) => (place(of), None),
        Origin::Street(of) => (place(of), Some(p.x("point-street-unknown", place(of)))),
        Origin::Nearest(of) => {
            let unknown = postcode_in(q).unwrap_or(q);
            (place(of), Some(p.xy("point-postcode-unknown", unknown, place(of))))
        }
        Origin::Stop(name, _) => ((*name).to_owned(), None),
        Origin::Point(point) => (format!("{}, {}", point.name, point.town_line()), None),
    };
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let all = count(found.total);
    let counted = match found.near {
        Some((near, circle)) if near < found.total => p.with(
            "point-found-near",
            &[
                ("n", count(near).into()),
                ("all", all.into()),
                ("reach", distance(circle).into()),
                ("x", name.into()),
            ],
        ),
        _ => p.with("point-found", &[("n", all.into()), ("x", name.into())]),
    };
    before.map_or_else(|| counted.clone(), |before| format!("{before} {counted}"))
}

impl Entry {
    /// An entry for samples.
    #[must_use]
    pub fn sample(p: &Page, number: usize, refused: Option<&str>) -> Self {
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
            unusual: vec![("8 December".into(), p.t("hours-closed").into_owned())],
            door: (p.x("hours-open-until", "18:30"), true),
            on_arrival: p.t("hours-always").into_owned(),
            waits: p.xy("hours-waits", "10 December", 13),
            step_free: true,
            note: Some("Eingang hinten".into()),
            refused: refused.map(Into::into),
            chosen: number == 2,
            token: "token".into(),
        }
    }
}
