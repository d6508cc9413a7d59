//! What may be meant while it is being typed: postcodes, places, stations, names of points.

use crate::gazetteer::name::folded;
use crate::gazetteer::{Place, Places, Stops};
use crate::pasted;
use crate::pickup::search::Index;

/// So many are shown.
const MOST: usize = 7;
/// Of these so many places at most: stations and points shall have a chance.
const PLACES: usize = 5;

/// So many points are looked at.
const CANDIDATES: usize = 2000;

/// Up to seven texts that the search understands, best first; none for fewer than two letters.
#[must_use]
pub fn suggest(index: &Index, typed: &str) -> Vec<String> {
    let typed: String = typed.chars().take(60).collect();
    let name = folded(&pasted::clean(&typed));
    if name.chars().count() < 2 {
        return Vec::new();
    }
    if name.bytes().all(|b| b.is_ascii_digit()) {
        let numbers = Places::all().list().iter().filter(|place| place.postcode.starts_with(&name));
        return once(numbers.map(Place::line), MOST);
    }
    let places = Places::all();
    let (called, beginning) = (places.called(&name), places.beginning(&name));
    let by_name = called.iter().chain(&beginning).map(|place| (place.name, place.canton));
    // Namesakes are told apart by their canton; the search understands it.
    let all: Vec<(&str, &str)> = by_name.collect();
    let named = all.iter().map(|(name, canton)| {
        let namesake = all.iter().any(|other| other.0 == *name && other.1 != *canton);
        if namesake { format!("{name} ({canton})") } else { (*name).to_owned() }
    });
    let mut found = once(named, PLACES);
    let stops = Stops::all().beginning(&name).into_iter().map(|stop| stop.name.to_owned());
    let points = points(index, &name);
    let more = once(stops.chain(points).filter(|text| !found.contains(text)), MOST - found.len());
    found.extend(more);
    if found.is_empty() {
        found = once(places.nearly(&name).into_iter().map(|place| place.name.to_owned()), MOST);
    }
    found
}

/// Points with all these words in name or address; the last word may have only begun.
fn points(index: &Index, name: &str) -> impl Iterator<Item = String> {
    let begun = |at: &u32| {
        let Some((_, last)) = name.rsplit_once(' ') else { return true };
        let point = index.point(*at);
        folded(&format!("{} {}", point.name, point.town)).split(' ').any(|word| word.starts_with(last))
    };
    let whole = index.with_words(name);
    let found = match name.rsplit_once(' ') {
        Some((first, _)) if whole.is_empty() => index.with_words(first),
        _ => whole,
    };
    let found: Vec<u32> = found.into_iter().take(CANDIDATES).filter(begun).take(MOST).collect();
    found.into_iter().map(|at| {
        let point = index.point(at);
        format!("{}, {}", point.name, point.town_line())
    })
}

/// The first few different texts.
fn once(texts: impl Iterator<Item = String>, most: usize) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for text in texts {
        if found.len() == most {
            break;
        }
        if !found.contains(&text) {
            found.push(text);
        }
    }
    found
}
