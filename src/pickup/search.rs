//! The search: from what was typed to the points around it, nearest first.

use std::sync::Arc;

use crate::pickup::distance::metres;
use crate::pickup::place::Place;
use crate::pickup::places::Places;
use crate::pickup::{Filter, Kind, Point, Points};

/// How many points stand on a page.
pub const PAGE_SIZE: usize = 10;

/// Where the distances are measured from.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// The place that was meant.
    Place(Place),
    /// The postcode is possible but not known; this is the place of the nearest known number.
    Nearest(Place),
    /// Nothing is called so.
    Unknown,
}

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
    /// As it was typed: postcode, place, or street with place.
    pub typed: &'a str,
    /// Counter or terminal.
    pub kind: Kind,
    /// What a point must be, all of it.
    pub filters: Vec<Filter>,
    /// The page, from 1.
    pub page: usize,
}

/// Searches points around what was typed. Any text has an answer.
#[must_use]
pub fn search(points: &Points, wanted: &Wanted<'_>) -> Found {
    let (origin, alternatives) = locate(wanted.typed);
    let position = match &origin {
        Origin::Place(place) | Origin::Nearest(place) => place.position,
        Origin::Unknown => {
            return Found { origin, alternatives, total: 0, page: 1, pages: 1, hits: Vec::new() };
        }
    };
    let admitted = |point: &Point| wanted.filters.iter().all(|filter| filter.admits(point));
    let of_kind = points.all().iter().filter(|point| point.kind == wanted.kind && admitted(point));
    let mut near: Vec<(u32, &Arc<Point>)> =
        of_kind.map(|point| (whole_metres(metres(position, (point.lat, point.lon))), point)).collect();
    let total = near.len();
    let pages = total.div_ceil(PAGE_SIZE).max(1);
    let page = wanted.page.clamp(1, pages);
    // The id decides between equals, so that paging shows each point exactly once.
    near.sort_unstable_by(|a, b| (a.0, a.1.id.as_str()).cmp(&(b.0, b.1.id.as_str())));
    let hits = near.into_iter().skip((page - 1) * PAGE_SIZE).take(PAGE_SIZE);
    let hits = hits.map(|(metres, point)| Hit { point: Arc::clone(point), metres }).collect();
    Found { origin, alternatives, total, page, pages, hits }
}

/// Finds the place that was meant: a postcode wins, `8001 Zürich` and `Zürich 8001` are the same.
fn locate(typed: &str) -> (Origin, Vec<Place>) {
    let places = Places::all();
    let is_postcode = |word: &&str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    if let Some(postcode) = typed.split_whitespace().find(is_postcode) {
        let mut found = places.with_postcode(postcode).into_iter().cloned();
        if let Some(place) = found.next() {
            return (Origin::Place(place), found.collect());
        }
        let nearest = places.nearest_postcode(postcode).map(|known| places.with_postcode(known));
        return match nearest.as_deref() {
            Some([place, ..]) if !postcode.starts_with('0') => {
                (Origin::Nearest((*place).clone()), Vec::new())
            }
            _ => (Origin::Unknown, Vec::new()),
        };
    }
    let found = places.meant(typed);
    let Some(first) = found.first() else { return (Origin::Unknown, Vec::new()) };
    // The many postcodes of one town are one place; only other places are alternatives.
    let mut alternatives: Vec<Place> = Vec::new();
    for place in &found[1..] {
        let same = |other: &Place| (other.name, other.canton) == (place.name, place.canton);
        if !same(first) && !alternatives.iter().any(same) && alternatives.len() < 8 {
            alternatives.push((*place).clone());
        }
    }
    (Origin::Place(middle(first, &found)), alternatives)
}

/// The middle of a town with many postcodes: who types its name means none of them.
fn middle(first: &Place, found: &[&Place]) -> Place {
    let same = found.iter().filter(|place| (place.name, place.canton) == (first.name, first.canton));
    let (sum, count) = same.fold(((0.0, 0.0), 0.0), |((lat, lon), count), place| {
        ((lat + place.position.0, lon + place.position.1), count + 1.0)
    });
    Place { position: (sum.0 / count, sum.1 / count), ..first.clone() }
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a distance in the country fits")]
fn whole_metres(metres: f64) -> u32 {
    metres.round() as u32
}
