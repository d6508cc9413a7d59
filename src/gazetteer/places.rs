//! The index of places: by postcode and by name.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::gazetteer::Place;
use crate::gazetteer::distance::{is_in_the_country, metres};
use crate::gazetteer::name::{bare, folded, number_apart};

/// All places of `data/places.tsv` (ODbL; credits in `data/README.md`), read at the first search.
pub struct Places {
    places: Vec<Place>,
    by_postcode: HashMap<&'static str, Vec<usize>>,
    /// In ascending order.
    postcodes: Vec<&'static str>,
    /// Compared names, in alphabetical order.
    names: Vec<Name>,
}

/// A name as it is compared, and whose it is.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Name {
    text: String,
    place: usize,
    letters: usize,
    /// Which letters occur. Names that differ in many cannot be slips of each other, which is quick to see.
    alphabet: u32,
}

/// So many postcodes below and above an unknown one are looked at: no town has more.
const AROUND: usize = 60;

static PLACES: LazyLock<Places> = LazyLock::new(|| Places::read(include_str!("../../data/places.tsv")));

impl Places {
    /// The places of the country.
    #[must_use]
    pub fn all() -> &'static Self {
        &PLACES
    }

    fn read(table: &'static str) -> Self {
        let places: Vec<Place> = table.lines().skip(1).filter_map(Place::read).collect();
        let mut by_postcode: HashMap<_, Vec<_>> = HashMap::new();
        let mut names = Vec::new();
        for (at, place) in places.iter().enumerate() {
            by_postcode.entry(place.postcode).or_default().push(at);
            for name in place.names().chain(place.bare_name()) {
                let name = folded(name);
                let bare = bare(&name);
                if bare != name {
                    names.push(Name::new(bare, at));
                }
                names.push(Name::new(name, at));
            }
        }
        names.sort();
        names.dedup();
        let mut postcodes: Vec<&str> = by_postcode.keys().copied().collect();
        postcodes.sort_unstable();
        Self { places, by_postcode, postcodes, names }
    }

    /// The places with a postcode, those with a known position first, then the largest.
    #[must_use]
    pub fn with_postcode(&self, postcode: &str) -> Vec<&Place> {
        let rows = self.by_postcode.get(postcode).map(Vec::as_slice).unwrap_or_default();
        ranked(rows.iter().map(|&at| &self.places[at]))
    }

    /// The place nearest to a position in degrees, of those whose own is sure; `None` outside the country.
    #[must_use]
    pub fn nearest(&self, position: (f64, f64)) -> Option<&Place> {
        let sure = self.places.iter().filter(|place| !place.rough);
        let sure = sure.filter(|_| is_in_the_country(position));
        sure.min_by_key(|place| metres(place.position, position))
    }

    /// The few places whose postcodes are nearest to an unknown one, as numbers.
    #[must_use]
    pub fn nearest_postcodes(&self, postcode: &str) -> Vec<&Place> {
        let at = self.postcodes.partition_point(|known| *known < postcode);
        let around = at.saturating_sub(AROUND)..(at + AROUND).min(self.postcodes.len());
        let mut known = self.postcodes[around].to_vec();
        known.sort_by_cached_key(|known| (number_apart(known, postcode), *known));
        let mut nearest: Vec<&Place> = Vec::new();
        for place in known.iter().filter_map(|known| self.with_postcode(known).first().copied()) {
            if nearest.len() == 3 {
                break;
            }
            if !nearest.iter().any(|other| other.is_of_one_town_with(place)) {
                nearest.push(place);
            }
        }
        nearest
    }

    /// The places of a name (folded) in any of its languages, the largest first.
    #[must_use]
    pub fn called(&self, name: &str) -> Vec<&Place> {
        if name.is_empty() {
            return Vec::new();
        }
        let [exact, _] = self.matches(name);
        let found = if exact.is_empty() { self.matches(&bare(name))[0].clone() } else { exact };
        self.ranked(found)
    }

    /// The places whose name begins so (folded), or nearly is so, the largest first.
    #[must_use]
    pub fn beginning(&self, name: &str) -> Vec<&Place> {
        if name.is_empty() {
            return Vec::new();
        }
        let [_, mut begins] = self.matches(name);
        if begins.is_empty() {
            [_, begins] = self.matches(&bare(name));
        }
        if !begins.is_empty() {
            begins.extend(self.slips(name));
        }
        self.ranked(begins)
    }

    /// The places whose name has these words (folded), the later ones shortened here or there: `langnau i e`,
    /// `muri bei bern`.
    #[must_use]
    pub fn shortened(&self, name: &str) -> Vec<&Place> {
        let Some((first, rest)) = name.split_once(' ') else { return Vec::new() };
        let (begin, typed): (String, Vec<&str>) = (format!("{first} "), rest.split(' ').collect());
        let alike = |known: &str| {
            let known: Vec<&str> = known.split(' ').collect();
            let mut pairs = known.iter().zip(&typed);
            known.len() == typed.len() && pairs.all(|(a, b)| a.starts_with(b) || b.starts_with(a))
        };
        let found = self.names_beginning(&begin).filter(|name| alike(&name.text[begin.len()..]));
        self.ranked(found.map(|name| name.place).collect())
    }

    /// The places whose name (folded) was nearly typed: one slip of the finger from four letters on, two from eight on;
    /// the fewest slips win.
    #[must_use]
    pub fn nearly(&self, name: &str) -> Vec<&Place> {
        self.ranked(self.slips(name))
    }

    fn slips(&self, name: &str) -> Vec<usize> {
        let letters = name.chars().count();
        let slips = match letters {
            0..4 => return Vec::new(),
            4..8 => 1,
            _ => 2,
        };
        let alphabet = alphabet(name);
        let close = |known: &&Name| {
            // A wrong letter makes one appear and another disappear.
            known.letters.abs_diff(letters) <= slips
                && (known.alphabet ^ alphabet).count_ones() as usize <= 2 * slips
        };
        let mut found: Vec<(usize, usize)> = self
            .names
            .iter()
            .filter(close)
            .map(|known| (strsim::osa_distance(&known.text, name), known.place))
            .filter(|(distance, _)| *distance <= slips)
            .collect();
        found.sort_unstable();
        let fewest = found.first().map_or(0, |(distance, _)| *distance);
        found.into_iter().filter(|(distance, _)| *distance == fewest).map(|(_, at)| at).collect()
    }

    /// Every place.
    #[must_use]
    pub fn list(&self) -> &[Place] {
        &self.places
    }

    fn ranked(&self, mut found: Vec<usize>) -> Vec<&Place> {
        found.sort_unstable();
        found.dedup();
        ranked(found.into_iter().map(|at| &self.places[at]))
    }

    fn names_beginning<'a>(&'a self, begin: &'a str) -> impl Iterator<Item = &'a Name> {
        let first = self.names.partition_point(|known| known.text.as_str() < begin);
        self.names[first..].iter().take_while(move |known| known.text.starts_with(begin))
    }

    fn matches(&self, name: &str) -> [Vec<usize>; 2] {
        let mut found = [Vec::new(), Vec::new()];
        for known in self.names_beginning(name) {
            found[usize::from(known.text != name)].push(known.place);
        }
        found
    }
}

impl Name {
    fn new(text: String, place: usize) -> Self {
        let (letters, alphabet) = (text.chars().count(), alphabet(&text));
        Self { text, place, letters, alphabet }
    }
}

/// A bit for each letter that occurs; rare ones share theirs.
fn alphabet(text: &str) -> u32 {
    text.chars().fold(0, |bits, c| bits | 1 << (c as u32 % 32))
}

fn ranked<'a>(places: impl Iterator<Item = &'a Place>) -> Vec<&'a Place> {
    let mut places: Vec<&Place> = places.collect();
    // "Lausanne 25" is a sorting office's part of Lausanne: the town itself goes first.
    let numbered = |place: &Place| place.name.ends_with(|c: char| c.is_ascii_digit());
    let largest = |place: &Place| std::cmp::Reverse(place.population);
    places.sort_by_key(|place| (place.rough, largest(place), numbered(place), place.postcode, place.name));
    places
}
