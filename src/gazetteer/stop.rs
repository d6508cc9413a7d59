//! Stations and stops: what people search by when they know no postcode, and what the map shows close up.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::gazetteer::distance::metres;
use crate::gazetteer::name::folded;

/// A row of `data/stops.tsv` (ODbL; credits in `data/README.md`).
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// Its name.
    pub name: &'static str,
    /// Degrees north and east (WGS 84).
    pub position: (f64, f64),
    /// Whether trains stop there.
    pub rail: bool,
}

/// All stops, with their words.
pub struct Stops {
    stops: Vec<Stop>,
    /// By all their words in alphabetical order: "Bahnhof Aarau" is "Aarau Bahnhof".
    by_words: HashMap<String, u32>,
    /// By each of their words.
    by_word: HashMap<String, Vec<u32>>,
    /// Stations by their names (folded), in alphabetical order.
    stations: Vec<(String, u32)>,
}

static STOPS: LazyLock<Stops> = LazyLock::new(|| Stops::read(include_str!("../../data/stops.tsv")));

impl Stops {
    /// The stops of the country, read at the first search.
    #[must_use]
    pub fn all() -> &'static Self {
        &STOPS
    }

    fn read(table: &'static str) -> Self {
        let stops: Vec<Stop> = table.lines().skip(1).filter_map(Stop::read).collect();
        let mut by_words = HashMap::new();
        let mut by_word: HashMap<String, Vec<u32>> = HashMap::new();
        for (at, stop) in (0..).zip(&stops) {
            let name = folded(stop.name);
            for word in name.split(' ') {
                let rows = by_word.entry(word.to_owned()).or_default();
                if rows.last() != Some(&at) {
                    rows.push(at);
                }
            }
            // Trains win where a bus stops under the same words.
            let slot = by_words.entry(sorted(&name)).or_insert(at);
            if stop.rail && !stops[*slot as usize].rail {
                *slot = at;
            }
        }
        let rail = (0..).zip(&stops).filter(|(_, stop)| stop.rail);
        let mut stations: Vec<(String, u32)> = rail.map(|(at, stop)| (folded(stop.name), at)).collect();
        stations.sort_unstable();
        Self { stops, by_words, by_word, stations }
    }

    /// Every stop.
    #[must_use]
    pub fn list(&self) -> &[Stop] {
        &self.stops
    }

    /// The stop of exactly these words (folded), in any order; "station" said in any language finds the station that
    /// bears only the town's name.
    #[must_use]
    pub fn called(&self, words: &str) -> Option<&Stop> {
        let find = |words: &str| self.by_words.get(&sorted(words)).map(|at| &self.stops[*at as usize]);
        let rest = without_station(words);
        find(words).or_else(|| {
            let rest = rest.filter(|rest| !rest.is_empty())?;
            let variants = ["hb", "hbf", "bahnhof", "gare", "stazione"];
            find(&rest)
                .filter(|stop| stop.rail)
                .or_else(|| variants.iter().find_map(|v| find(&format!("{rest} {v}"))))
        })
    }

    /// Stations whose name begins so (folded), a few of them.
    #[must_use]
    pub fn beginning(&self, name: &str) -> Vec<&Stop> {
        let first = self.stations.partition_point(|(known, _)| known.as_str() < name);
        let begin = self.stations[first..].iter().take_while(|(known, _)| known.starts_with(name));
        begin.take(20).map(|(_, at)| &self.stops[*at as usize]).collect()
    }

    /// A stop whose name has all these words (folded) among its own: the one nearest to `home` (degrees) where that is
    /// known, else trains first, then the shortest name.
    #[must_use]
    pub fn with_words(&self, words: &str, home: Option<(f64, f64)>) -> Option<&Stop> {
        let mut lists: Vec<&Vec<u32>> =
            words.split(' ').map(|word| self.by_word.get(word)).collect::<Option<_>>()?;
        lists.sort_by_key(|rows| rows.len());
        let (first, others) = lists.split_first()?;
        let all = first.iter().filter(|at| others.iter().all(|rows| rows.binary_search(at).is_ok()));
        let far = |stop: &Stop| home.map(|home| metres(home, stop.position));
        let rank = |stop: &&Stop| (far(stop), !stop.rail, stop.name.len(), stop.name);
        all.map(|at| &self.stops[*at as usize]).min_by_key(rank)
    }
}

impl Stop {
    fn read(row: &'static str) -> Option<Self> {
        let mut fields = row.split('\t');
        let mut next = || fields.next();
        let (name, lat, lon, rail) = (next()?, next()?.parse().ok()?, next()?.parse().ok()?, next()? == "1");
        Some(Self { name, position: (lat, lon), rail })
    }
}

/// What is left of the words when "station" is taken out; `None` where it was not among them.
fn without_station(words: &str) -> Option<String> {
    const STATION: [&str; 12] = [
        "bahnhof",
        "bhf",
        "hb",
        "hbf",
        "hauptbahnhof",
        "gare",
        "stazione",
        "station",
        "sbb",
        "cff",
        "ffs",
        "staziun",
    ];
    let rest: Vec<&str> = words
        .split(' ')
        .filter(|word| !STATION.contains(word) && !["de", "di", "central"].contains(word))
        .collect();
    words.split(' ').any(|word| STATION.contains(&word)).then(|| rest.join(" "))
}

fn sorted(words: &str) -> String {
    let mut words: Vec<&str> = words.split(' ').collect();
    words.sort_unstable();
    words.join(" ")
}
