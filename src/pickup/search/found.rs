//! The search: from what was typed to the points around it, nearest first.

use std::sync::Arc;

use chrono::NaiveDateTime;

use crate::gazetteer::Place;
use crate::pickup::search::locate::locate;
use crate::pickup::search::{Filter, Index, Origin};
use crate::pickup::{Kind, Point};

/// How many points stand on a page.
pub const PAGE_SIZE: usize = 10;
/// The circles that are spoken of, in metres.
const CIRCLES: [u32; 6] = [1_000, 2_000, 5_000, 10_000, 20_000, 50_000];

/// One point with its distance.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The point.
    pub point: Arc<Point>,
    /// Metres from the origin, as the crow flies.
    pub metres: u32,
}

/// What was found. Nothing is cut: `total` counts all, and every page can be asked for.
#[derive(Clone, Debug)]
pub struct Found {
    /// Where the distances are measured from.
    pub origin: Origin,
    /// Other places that may have been meant.
    pub alternatives: Vec<Place>,
    /// How many points there are on all pages.
    pub total: usize,
    /// How many of them lie within so many metres: the smallest usual circle that holds a page of them.
    pub near: Option<(usize, u32)>,
    /// For each filter how many of those would be left with it.
    pub with: [usize; Filter::ALL.len()],
    /// The page, from 1.
    pub page: usize,
    /// How many pages there are; at least 1.
    pub pages: usize,
    /// The points of this page, nearest first.
    pub hits: Vec<Hit>,
}

/// What is wanted.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// As it was typed: postcode, place, street with place, station, or name of a point.
    pub typed: &'a str,
    /// Where the shopper lives, in degrees, where that is known.
    pub home: Option<(f64, f64)>,
    /// Counter or terminal; `None` for both.
    pub kind: Option<Kind>,
    /// What a point must be, all of it.
    pub filters: Vec<Filter>,
    /// The moment, on Swiss clocks.
    pub now: NaiveDateTime,
    /// Whether counters and terminals take the parcel.
    pub fits: (bool, bool),
    /// The page, from 1.
    pub page: usize,
}

/// Searches points around what was typed. Any text has an answer.
#[must_use]
pub fn search(index: &Index, wanted: &Wanted<'_>) -> Found {
    let (origin, alternatives) = locate(index, wanted.typed, wanted.home);
    let nothing = Found {
        origin,
        alternatives,
        total: 0,
        near: None,
        with: [0; Filter::ALL.len()],
        page: 1,
        pages: 1,
        hits: Vec::new(),
    };
    let Some(position) = nothing.origin.position() else { return nothing };
    let asked = index.ask(wanted.kind, &wanted.filters, wanted.now, wanted.fits);
    let total = asked.total();
    let pages = total.div_ceil(PAGE_SIZE).max(1);
    let page = wanted.page.clamp(1, pages);
    let hits = asked.nearest(position, (page - 1) * PAGE_SIZE, PAGE_SIZE);
    let hits: Vec<Hit> =
        hits.into_iter().map(|(metres, at)| Hit { point: Arc::clone(index.point(at)), metres }).collect();
    let tenth = match page {
        1 => hits.last().map(|hit| hit.metres),
        _ => asked.nearest(position, PAGE_SIZE - 1, 1).first().map(|(metres, _)| *metres),
    };
    let circle = tenth.and_then(|tenth| CIRCLES.into_iter().find(|circle| tenth <= *circle));
    // Where they are few and far, the whole country is the circle.
    let (near, with) = asked.around(position, circle.unwrap_or(1_000_000));
    Found { total, near: circle.map(|circle| (near, circle)), with, page, pages, hits, ..nothing }
}
