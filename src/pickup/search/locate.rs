//! From what was typed to a place on the map: postcode, place in any of its names, station, name or address of a point,
//! street with place; with slips of the finger. What fits most exactly goes first.

use std::sync::Arc;

use crate::gazetteer::canton::{canton, canton_of};
use crate::gazetteer::distance::metres;
use crate::gazetteer::name::{folded, number_apart};
use crate::gazetteer::{Place, Places, Stop, Stops};
use crate::pickup::search::numbers::postcode;
use crate::pickup::search::{Index, Origin};

/// So many other places are offered.
const ALTERNATIVES: usize = 8;
/// No street with its place has more words; a long text must not cost more than a short one.
const WORDS: usize = 8;
/// A point or stop under a typed street counts only where it is not far from the typed place.
const SAME_PLACE: u32 = 6_000;

/// The place that was meant, and others that may have been. Any text has an answer. Of many points that answer to the same
/// words, as "Bahnhofstrasse" does, the one nearest to `home` (degrees) is meant.
#[must_use]
pub fn locate(index: &Index, typed: &str, home: Option<(f64, f64)>) -> (Origin, Vec<Place>) {
    let places = Places::all();
    let typed = without_country(typed);
    if let Some(postcode) = postcode(typed) {
        return by_postcode(index, typed, postcode);
    }
    if let Some((_, capital)) = canton(typed.trim()) {
        return some_places(places.called(&folded(capital))).unwrap_or((Origin::Unknown, Vec::new()));
    }
    let (name, canton) = canton_of(typed);
    let whole = folded(&name);
    if whole.is_empty() {
        return (Origin::Unknown, Vec::new());
    }
    let in_canton = |found: Vec<&'static Place>| -> Vec<&'static Place> {
        found.into_iter().filter(|place| canton.is_none_or(|canton| place.canton == canton)).collect()
    };
    let (typed_whole, begun) = (folded(typed), format!("{whole} "));
    some_places(in_canton(places.called(&whole)))
        // "Buchs AG" may also be a name of its own.
        .or_else(|| some_places(places.called(&typed_whole)))
        .or_else(|| some_places(in_canton(places.shortened(&whole))))
        .or_else(|| at_home(index, &whole, home))
        .or_else(|| named_stop(&whole, &typed_whole))
        // "La Chaux" is less than "La Chaux-de-Fonds", but says more of it than of a shop there.
        .or_else(|| some_places(in_canton(places.beginning(&begun))))
        .or_else(|| named_point(index, &typed_whole, home))
        .or_else(|| some_places(in_canton(places.beginning(&whole))))
        .or_else(|| beside_a_comma(index, typed))
        .or_else(|| beside_a_street(index, &whole))
        .or_else(|| Stops::all().with_words(&whole, home).map(|stop| (at_stop(stop), Vec::new())))
        .or_else(|| some_places(in_canton(places.nearly(&whole))))
        .or_else(|| some_places(places.nearly(&typed_whole)))
        .or_else(|| near_beside_a_street(&whole))
        .unwrap_or((Origin::Unknown, Vec::new()))
}

/// Without the name of the country, which maps and letters from abroad write last.
fn without_country(typed: &str) -> &str {
    const NAMES: [&str; 7] =
        ["schweiz", "suisse", "svizzera", "svizra", "switzerland", "liechtenstein", "suiza"];
    let bare = typed.trim_end_matches([' ', ',', '.']);
    let last = bare.rsplit_once([' ', ',']).filter(|(_, last)| NAMES.contains(&&*folded(last)));
    last.map_or(typed, |(before, _)| before.trim_end_matches([' ', ',']))
}

/// A street without a town: whoever lives somewhere means that of their own town. Where we know none there, its middle is
/// nearer to what is meant than a street of that name at the other end of the country, whose town is offered.
fn at_home(index: &Index, whole: &str, home: Option<(f64, f64)>) -> Option<(Origin, Vec<Place>)> {
    let home = Places::all().nearest(home?)?;
    let words: Vec<&str> = whole.split(' ').take(WORDS).collect();
    let town_named =
        split(whole).any(|(street, name)| is_whole(&street) && !Places::all().called(&name).is_empty());
    if !is_a_street(&words) || town_named {
        return None;
    }
    let elsewhere = || {
        let found = index.with_words(whole).into_iter().map(|at| index.point(at));
        let towns =
            found.filter_map(|point| Places::all().with_postcode(point.postcode.as_str()).first().copied());
        others_than(Some(home), &towns.collect::<Vec<_>>())
    };
    Some(at_street(index, &words, home).unwrap_or_else(|| (Origin::Street(home.clone()), elsewhere())))
}

/// Whether words are a street's whole name: "via Nassa" before "Lugano" is, "rue de" before "Lausanne" is none.
fn is_whole(street: &[&str]) -> bool {
    const OPEN: [&str; 16] = [
        "de", "du", "des", "d", "la", "le", "les", "l", "di", "del", "della", "dei", "delle", "via", "rue",
        "chemin",
    ];
    let last = street.iter().rfind(|word| !is_number(word));
    is_a_street(street) && last.is_some_and(|last| !OPEN.contains(last))
}

/// Whether the words are a street with or without its number, and nothing else: by how streets are called in the country's
/// languages.
fn is_a_street(words: &[&str]) -> bool {
    const ENDS: [&str; 10] =
        ["strasse", "str", "gasse", "gaessli", "weg", "platz", "allee", "quai", "gaesschen", "promenade"];
    const BEGINS: [&str; 17] = [
        "rue",
        "avenue",
        "av",
        "chemin",
        "ch",
        "route",
        "rte",
        "boulevard",
        "bd",
        "ruelle",
        "impasse",
        "via",
        "viale",
        "vicolo",
        "corso",
        "strada",
        "piazza",
    ];
    let mut names = words.iter().filter(|word| !is_number(word));
    let (Some(first), rest) = (names.next(), names.count()) else { return false };
    let last = words.iter().rfind(|word| !is_number(word)).copied().unwrap_or(first);
    BEGINS.contains(first) && rest > 0
        || ENDS.iter().any(|end| last.len() > end.len() && last.ends_with(end)) && rest < 2
}

/// A stop of exactly these words. It may bear the name that another place was meant by.
fn named_stop(words: &str, all_words: &str) -> Option<(Origin, Vec<Place>)> {
    let stop = Stops::all().called(words).or_else(|| Stops::all().called(all_words))?;
    Some((at_stop(stop), others_than(None, &Places::all().nearly(words))))
}

/// A point that has all these words in name or address; a number alone names none.
fn named_point(index: &Index, words: &str, home: Option<(f64, f64)>) -> Option<(Origin, Vec<Place>)> {
    if words.split(' ').all(is_number) {
        return None;
    }
    let found = index.with_words(words).into_iter().map(|at| index.point(at));
    let nearest = found.min_by_key(|point| home.map(|home| metres(home, (point.lat, point.lon))))?;
    Some((Origin::Point(Arc::clone(nearest)), Vec::new()))
}

fn at_stop(stop: &'static Stop) -> Origin {
    Origin::Stop(stop.name, stop.position)
}

/// `8001 Zürich` and `Zürich 8001` are the same; `Seestrasse 3, 8800 Thalwil` is looked up more closely.
fn by_postcode(index: &Index, typed: &str, postcode: &str) -> (Origin, Vec<Place>) {
    let places = Places::all();
    let found = places.with_postcode(postcode);
    let rest = folded(&typed.replacen(postcode, " ", 1));
    let rest: Vec<&str> = rest.split(' ').filter(|word| !["ch", "fl", "li"].contains(word)).collect();
    let rest = rest.join(" ");
    let Some(first) = found.first() else {
        return beside_an_unknown_postcode(postcode, &rest);
    };
    // Of several villages under one postcode the one that is named, by its usual name if there is one.
    let usual = found.iter().find(|place| folded(place.name) == rest);
    let named = usual.or_else(|| found.iter().find(|place| place.is_called(&rest)));
    let place = *named.unwrap_or(first);
    let others = found.iter().filter(|other| **other != place).map(|other| (*other).clone()).collect();
    if named.is_none() && !rest.is_empty() && !names_the_town(&rest, place) {
        let words: Vec<&str> = rest.split(' ').collect();
        return at_street(index, &words, place).unwrap_or_else(|| (street(&words, place), Vec::new()));
    }
    (Origin::Place(place.clone()), others)
}

/// An unknown number: the place that stands beside it, else the places of the nearest known numbers.
fn beside_an_unknown_postcode(postcode: &str, name: &str) -> (Origin, Vec<Place>) {
    if postcode.starts_with('0') {
        return (Origin::Unknown, Vec::new());
    }
    let mut found = Places::all().called(name);
    found.sort_by_key(|place| number_apart(place.postcode, postcode));
    if let Some(named) = found.first() {
        return (Origin::Nearest(middle(named, &found)), others(&found));
    }
    let found = Places::all().nearest_postcodes(postcode);
    let first = found.first().map(|place| Origin::Nearest((*place).clone()));
    first.map_or((Origin::Unknown, Vec::new()), |first| (first, others(&found)))
}

/// Whether the words beside a postcode only repeat its town: "8001 Zuerich", "1200 Genf", "8001 Zürch".
fn names_the_town(rest: &str, place: &Place) -> bool {
    place.is_called(rest)
        || Places::all().nearly(rest).iter().any(|other| other.name == place.name)
        || place.names().any(|name| folded(name).starts_with(rest))
}

/// `Chemin de Nulle Part 9, Lausanne`: a comma tells where the place's name begins, also with a slip in it.
fn beside_a_comma(index: &Index, typed: &str) -> Option<(Origin, Vec<Place>)> {
    let (before, after) = typed.rsplit_once(',')?;
    let (before, after) = (folded(before), folded(after));
    let places = Places::all();
    let tries = [
        (&before, places.called(&after)),
        (&after, places.called(&before)),
        (&before, places.nearly(&after)),
    ];
    let (words, found) = tries.into_iter().find(|(_, found)| !found.is_empty())?;
    let words: Vec<&str> = words.split(' ').collect();
    let place = middle(found[0], &found);
    let (origin, _) =
        at_street(index, &words, &place).unwrap_or_else(|| (street(&words, &place), Vec::new()));
    Some((origin, others(&found)))
}

/// A street with a place after or before it: `Bahnhofstrasse 3 Aarau`.
fn beside_a_street(index: &Index, whole: &str) -> Option<(Origin, Vec<Place>)> {
    split(whole).find_map(|(street_words, name)| {
        let found = Places::all().called(&name);
        let place = middle(found.first()?, &found);
        let (origin, _) = at_street(index, &street_words, &place)
            .unwrap_or_else(|| (street(&street_words, &place), Vec::new()));
        Some((origin, others(&found)))
    })
}

/// The same with a slip in the place's name.
fn near_beside_a_street(whole: &str) -> Option<(Origin, Vec<Place>)> {
    split(whole).find_map(|(words, name)| {
        let found = Places::all().nearly(&name);
        Some((street(&words, &middle(found.first()?, &found)), others(&found)))
    })
}

/// The ways to divide words into a street and the name of a place, the longest names first.
fn split(whole: &str) -> impl Iterator<Item = (Vec<&str>, String)> {
    let words: Vec<&str> = whole.split(' ').take(WORDS).collect();
    (1..words.len()).flat_map(move |at| {
        let behind = (words[..at].to_vec(), words[at..].join(" "));
        let before = (words[words.len() - at..].to_vec(), words[..words.len() - at].join(" "));
        [behind, before].into_iter().filter(|(_, name)| name.len() > 2).collect::<Vec<_>>()
    })
}

/// A point in the street, or a stop that bears its name.
fn at_street(index: &Index, words: &[&str], place: &Place) -> Option<(Origin, Vec<Place>)> {
    let plain: Vec<&str> = words.iter().copied().filter(|word| !is_number(word)).collect();
    if plain.is_empty() {
        return None;
    }
    let near = |position: (f64, f64)| metres(position, place.position) <= SAME_PLACE;
    for words in [words, &plain[..]] {
        let found = index.with_words(&words.join(" "));
        let found = found.into_iter().map(|at| index.point(at)).filter(|point| near((point.lat, point.lon)));
        let nearest = found.min_by_key(|point| metres((point.lat, point.lon), place.position));
        if let Some(point) = nearest {
            return Some((Origin::Point(Arc::clone(point)), Vec::new()));
        }
    }
    // The town's name may stand among the words; the stop's own name has it once.
    let town = folded(place.bare_name().unwrap_or(place.name));
    let plain: Vec<&str> =
        plain.into_iter().filter(|word| !town.split(' ').any(|part| part == *word)).collect();
    let stop =
        Stops::all().called(&format!("{town} {}", plain.join(" "))).filter(|stop| near(stop.position))?;
    Some((at_stop(stop), Vec::new()))
}

/// The middle of a place, with or without the word that its street is not known.
fn street(words: &[&str], place: &Place) -> Origin {
    if words.iter().all(|word| is_number(word)) {
        Origin::Place(place.clone())
    } else {
        Origin::Street(place.clone())
    }
}

fn is_number(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

fn some_places(found: Vec<&Place>) -> Option<(Origin, Vec<Place>)> {
    Some((Origin::Place(middle(found.first()?, &found)), others(&found)))
}

/// The many postcodes of one town are one place; only other places are alternatives.
fn others(found: &[&Place]) -> Vec<Place> {
    others_than(Some(found[0]), found)
}

fn others_than(first: Option<&Place>, found: &[&Place]) -> Vec<Place> {
    let mut others: Vec<Place> = Vec::new();
    for place in found {
        let same = |other: &Place| other.is_of_one_town_with(place);
        if !first.is_some_and(same) && !others.iter().any(same) && others.len() < ALTERNATIVES {
            others.push((*place).clone());
        }
    }
    others
}

/// The middle of a town with many postcodes: who types its name means none of them.
fn middle(first: &Place, found: &[&Place]) -> Place {
    let same = found.iter().filter(|place| place.is_of_one_town_with(first));
    let (sum, count) = same.fold(((0.0, 0.0), 0.0), |((lat, lon), count), place| {
        ((lat + place.position.0, lon + place.position.1), count + 1.0)
    });
    Place { position: (sum.0 / count, sum.1 / count), ..first.clone() }
}
