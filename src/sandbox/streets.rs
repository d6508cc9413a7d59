//! The simulator's own streets: those of the demonstration points, which are invented, each in its town. Houses are made up.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::gazetteer::Places;
use crate::gazetteer::name::{bare, folded};
use crate::sandbox::spot::SPOTS;

/// So many entries of a list are answered at most.
const MOST: usize = 30;

/// House numbers by street, by town.
type Streets = BTreeMap<String, BTreeMap<&'static str, BTreeSet<&'static str>>>;

static STREETS: LazyLock<Streets> = LazyLock::new(|| {
    let mut streets = Streets::new();
    for spot in SPOTS.iter() {
        let of_town = streets.entry(town(spot.town)).or_default();
        of_town.entry(spot.street).or_default().insert(spot.house_number);
    }
    streets
});

/// "Zürich 8" and "Zürich" are one town.
fn town(name: &str) -> String {
    bare(&folded(name.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ')))
}

fn of_postcode(zip: &str) -> BTreeSet<&'static str> {
    let towns: BTreeSet<String> =
        Places::all().with_postcode(zip).iter().map(|place| town(place.name)).collect();
    towns.iter().filter_map(|town| STREETS.get(town)).flat_map(|streets| streets.keys().copied()).collect()
}

/// Towns as `(postcode, name)`, for a postcode or the beginning of one, or the beginning of a name.
#[must_use]
pub fn towns(typed: &str) -> Vec<(&'static str, &'static str)> {
    let places = Places::all();
    if typed.bytes().all(|b| b.is_ascii_digit()) {
        let all = places.list().iter().filter(|place| place.postcode.starts_with(typed));
        let mut found: Vec<_> = all.map(|place| (place.postcode, place.name)).take(MOST).collect();
        // The town itself before its parts.
        found.sort_by_key(|(zip, name)| (*zip, name.len()));
        found.dedup();
        return found;
    }
    places.beginning(&folded(typed)).iter().map(|place| (place.postcode, place.name)).take(MOST).collect()
}

/// The streets of a postcode that begin so.
#[must_use]
pub fn streets(zip: &str, typed: &str) -> Vec<&'static str> {
    let typed = alike(typed);
    of_postcode(zip).into_iter().filter(|street| alike(street).starts_with(&typed)).take(MOST).collect()
}

/// The numbers of a street that begin so: those of the points, and some that are made up from its name.
#[must_use]
pub fn houses(zip: &str, street: &str, typed: &str) -> Vec<String> {
    let Some(street) = of_postcode(zip).into_iter().find(|known| alike(known) == alike(street)) else {
        return Vec::new();
    };
    let last = 5 + street.len() % 20;
    let made = (1..=last).map(|number| number.to_string()).chain(["1 A".to_owned()]);
    let known = STREETS.values().filter_map(|streets| streets.get(street)).flatten();
    let mut all: Vec<String> = made.chain(known.map(|number| (*number).to_owned())).collect();
    all.retain(|number| !number.is_empty() && number.starts_with(typed));
    all.sort_by_key(|number| (digits(number), number.clone()));
    all.dedup();
    all.truncate(MOST);
    all
}

fn digits(number: &str) -> u32 {
    number.split(|c: char| !c.is_ascii_digit()).next().and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

/// The street that was meant, where one of the postcode is nearly so.
#[must_use]
pub fn meant(zip: &str, typed: &str) -> Option<&'static str> {
    let typed = alike(typed);
    let slips = if typed.chars().count() < 7 { 1 } else { 2 };
    let close = |street: &&'static str| (strsim::osa_distance(&alike(street), &typed), *street);
    of_postcode(zip).iter().map(close).filter(|(apart, _)| *apart <= slips).min().map(|(_, street)| street)
}

/// A street as it is compared: `Bahnhofstr.` is `Bahnhofstrasse`.
fn alike(street: &str) -> String {
    let name = bare(&folded(street));
    match name.strip_suffix("str") {
        Some(stem) => format!("{stem}strasse"),
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use super::{houses, meant, of_postcode, streets, towns};

    #[test]
    fn what_is_listed_belongs_to_the_postcode_and_begins_as_typed() {
        let (zip, name) = towns("8001")[0];
        assert_eq!((zip, name), ("8001", "Zürich"));
        assert!(towns("Laus").iter().any(|(_, name)| *name == "Lausanne"));
        let all = of_postcode("8001");
        let street = *all.iter().next().expect("a street");
        let begin: String = street.chars().take(3).collect();
        assert!(streets("8001", &begin).contains(&street) && streets("8001", "qqq").is_empty());
        assert!(houses("8001", street, "").len() > 4 && houses("8001", "qqq", "").is_empty());
        let slip: String = street.chars().enumerate().filter(|(at, _)| *at != 2).map(|(_, c)| c).collect();
        assert!(meant("8001", &slip).is_some() && meant("8001", "Qqqqqqq").is_none());
    }
}
