//! The way of an order as its shopper sees it: what has happened, with Post's own times, and what is expected.

use chrono::{DateTime, NaiveDate, Utc};

use crate::calendar::Calendar;
use crate::carrier::Scan;
use crate::clock::swiss;
use crate::i18n::dates;
use crate::orders::bill::handed_over_at;
use crate::orders::life::LifeState;
use crate::orders::{Arrival, Order};
use crate::pickup::Point;
use crate::pickup::point::waiting::deadline;
use crate::shipping::Journey;
use crate::shipping::progress::{Progress, ready_since};
use crate::web::Page;

/// A stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    /// What.
    pub name: String,
    /// When it was, or is expected.
    pub when: String,
    /// Whether it has been reached.
    pub done: bool,
}

/// The stops of an order, in their order. Ready is not delivered, and how long it waits follows from Post's own scan. `live` is its
/// point as the data describe it now: nothing is ready there before its door opens.
#[must_use]
pub fn stops(p: &Page, order: &Order, calendar: &Calendar, live: Option<&Point>) -> Vec<Stop> {
    let moment = |at: DateTime<Utc>| dates::moment(p.lang, swiss(at));
    let since = moment(order.life.since);
    let stop = |key: &str, when: String, done: bool| Stop { name: p.t(key).into_owned(), when, done };
    let ordered = stop("stop-ordered", moment(order.placed_at), true);
    match order.life.state {
        LifeState::Cancelled => return vec![ordered, stop("stop-cancelled", since, true)],
        LifeState::Held => return vec![ordered, stop("stop-held", since, true)],
        LifeState::Returned => {
            let back = ended(order).map_or(since, moment);
            return vec![ordered, on_its_way(p, order, calendar), stop("stop-returned", back, true)];
        }
        LifeState::Refunded => {
            let back = stop("stop-returned", ended(order).map(moment).unwrap_or_default(), true);
            // Of an invoice that was never paid nothing is given back.
            let end = if order.given_back().is_some() { "stop-refunded" } else { word(order.life.state) };
            return vec![ordered, back, stop(end, since, true)];
        }
        _ => {}
    }
    // Before Post has answered nothing is packed, and nobody knows a day.
    let unknown =
        (order.arrival(calendar) == Arrival::Unknown).then(|| p.t("stop-after-answer").into_owned());
    let packed = reached(order.life.state) > 0 || order.life.state == LifeState::Packed;
    let begun = || dates::long(p.lang, swiss(order.begun_at()).date());
    let packing = stop("stop-packing", unknown.clone().unwrap_or_else(begun), packed);
    let mut stops = vec![ordered, packing, on_its_way(p, order, calendar)];
    let there = reached(order.life.state) > 2;
    let expected = dates::long(p.lang, order.expected(calendar));
    let got = if there { ended(order).map_or(since, moment) } else { String::new() };
    match order.delivery.point() {
        Some(point) => {
            let scans: Vec<Scan> = order.parcels.iter().flat_map(|parcel| parcel.scans.clone()).collect();
            let ready = match (reached(order.life.state) > 1).then(|| ready_since(&scans)).flatten() {
                Some((_, true)) => p.t("stop-ready-longer").into_owned(),
                Some((at, false)) => {
                    let last = deadline(swiss(at).date(), point.kind);
                    p.xy("stop-ready-until", moment(at), dates::long(p.lang, last))
                }
                None => {
                    let live = live.filter(|live| live.id == point.id);
                    let opens = dates::long(p.lang, opens(live, order.expected(calendar)));
                    unknown.unwrap_or_else(|| p.x("stop-ready-when", opens))
                }
            };
            stops.push(stop("stop-ready", ready, reached(order.life.state) > 1));
            stops.push(stop("stop-collected", got, there));
        }
        None => stops.push(stop("stop-delivered", if there { got } else { expected }, there)),
    }
    stops
}

/// Where an order stands, in the shopper's words: the key of its text. Of the money it says nothing.
#[must_use]
pub fn word(state: LifeState) -> &'static str {
    match state {
        LifeState::ToConfirm => "stop-to-confirm",
        LifeState::ToPack | LifeState::Packed => "stop-packing",
        LifeState::Held => "stop-held",
        LifeState::HandedOver => "stop-on-its-way",
        LifeState::Ready => "stop-ready",
        LifeState::Collected => "stop-arrived",
        LifeState::Returned => "stop-returned",
        LifeState::Cancelled => "stop-cancelled",
        LifeState::Refunded => "stop-closed",
    }
}

fn on_its_way(p: &Page, order: &Order, calendar: &Calendar) -> Stop {
    let done = reached(order.life.state) > 0;
    let since = (order.life.state == LifeState::HandedOver).then_some(order.life.since);
    let when = match handed_over_at(order).or(since).filter(|_| done) {
        Some(at) => dates::moment(p.lang, swiss(at)),
        None if order.arrival(calendar) == Arrival::Unknown => p.t("stop-after-answer").into_owned(),
        None => dates::long(p.lang, Journey::of(calendar, swiss(order.begun_at()).date()).handed_over),
    };
    Stop { name: p.t("stop-on-its-way").into_owned(), when, done }
}

/// The first day from one on which a door opens, as far as is known.
fn opens(point: Option<&Point>, day: NaiveDate) -> NaiveDate {
    point.and_then(|point| point.waiting(day).first_open).map_or(day, |first| first.date)
}

/// When the last parcel came to its end.
fn ended(order: &Order) -> Option<DateTime<Utc>> {
    let ends = order.parcels.iter().flat_map(|parcel| &parcel.scans);
    ends.filter(|scan| Progress::of_code(&scan.code) >= Some(Progress::Collected)).map(|scan| scan.at).max()
}

/// How far along the way a state is: here, with Post, at the point, at its end.
fn reached(state: LifeState) -> u8 {
    match state {
        LifeState::ToConfirm
        | LifeState::ToPack
        | LifeState::Packed
        | LifeState::Held
        | LifeState::Cancelled => 0,
        LifeState::HandedOver => 1,
        LifeState::Ready => 2,
        LifeState::Collected | LifeState::Returned | LifeState::Refunded => 3,
    }
}
