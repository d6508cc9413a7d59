//! The index of places: by postcode and by name.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::pickup::place::{Place, bare, folded};

/// All places of `data/places.tsv` (ODbL; credits in `data/README.md`), read at the first search.
pub struct Places {
    places: Vec<Place>,
    by_postcode: HashMap<&'static str, Vec<usize>>,
    /// Compared names with their place, in alphabetical order.
    names: Vec<(String, usize)>,
}

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
                    names.push((bare, at));
                }
                names.push((name, at));
            }
        }
        names.sort();
        names.dedup();
        Self { places, by_postcode, names }
    }

    /// The places with a postcode, those with a known position first, then the largest.
    #[must_use]
    pub fn with_postcode(&self, postcode: &str) -> Vec<&Place> {
        let rows = self.by_postcode.get(postcode).map(Vec::as_slice).unwrap_or_default();
        ranked(rows.iter().map(|&at| &self.places[at]))
    }

    /// The few places whose postcodes are nearest to an unknown one, as numbers.
    #[must_use]
    pub fn nearest_postcodes(&self, postcode: &str) -> Vec<&Place> {
        let mut known: Vec<&str> = self.by_postcode.keys().copied().collect();
        known.sort_by_cached_key(|known| (number_apart(known, postcode), *known));
        let mut nearest: Vec<&Place> = Vec::new();
        for place in known.iter().filter_map(|known| self.with_postcode(known).first().copied()) {
            if nearest.len() == 3 {
                break;
            }
            // The many postcodes of one town are one place.
            if !nearest.iter().any(|other| (other.name, other.canton) == (place.name, place.canton)) {
                nearest.push(place);
            }
        }
        nearest
    }

    /// The places of a name (folded) in any of its languages, the largest first.
    #[must_use]
    pub fn called(&self, name: &str) -> Vec<&Place> {
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
        let from = self.names.partition_point(|(known, _)| *known < begin);
        let names =
            self.names[from..].iter().map_while(|(known, at)| Some((known.strip_prefix(&begin)?, at)));
        self.ranked(names.filter(|(rest, _)| alike(rest)).map(|(_, at)| *at).collect())
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
        let mut found: Vec<(usize, usize)> = self
            .names
            .iter()
            .filter(|(known, _)| known.chars().count().abs_diff(letters) <= slips && letters <= 40)
            .map(|(known, at)| (strsim::osa_distance(known, name), *at))
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

    fn matches(&self, name: &str) -> [Vec<usize>; 2] {
        let first = self.names.partition_point(|(known, _)| known.as_str() < name);
        let mut found = [Vec::new(), Vec::new()];
        for (known, at) in self.names[first..].iter().take_while(|(known, _)| known.starts_with(name)) {
            found[usize::from(known != name)].push(*at);
        }
        found
    }
}

/// How far apart two postcodes are as numbers.
#[must_use]
pub fn number_apart(one: &str, other: &str) -> i32 {
    let both = one.parse::<i32>().ok().zip(other.parse::<i32>().ok());
    both.map_or(i32::MAX, |(one, other)| (one - other).abs())
}

fn ranked<'a>(places: impl Iterator<Item = &'a Place>) -> Vec<&'a Place> {
    let mut places: Vec<&Place> = places.collect();
    // "Lausanne 25" is a sorting office's part of Lausanne: the town itself goes first.
    let numbered = |place: &Place| place.name.ends_with(|c: char| c.is_ascii_digit());
    let largest = |place: &Place| std::cmp::Reverse(place.population);
    places.sort_by_key(|place| (place.rough, largest(place), numbered(place), place.postcode, place.name));
    places
}
