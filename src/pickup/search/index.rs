//! All points of one moment, indexed: by id, by place on the globe, by the words of name and address, and by what
//! they answer to the filters. A search then costs what it shows, not what there is.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDateTime;
use rstar::RTree;
use rstar::primitives::GeomWithData;

use crate::calendar::is_in_zuerich;
use crate::gazetteer::distance::{chord, metres, on_sphere};
use crate::gazetteer::name::folded;
use crate::pickup::point::record::{Closure, Exception};
use crate::pickup::search::Filter;
use crate::pickup::search::filter::Answers;
use crate::pickup::{Hours, Kind, Point};

/// A point by its number, which is its rank by id.
type At = u32;

/// The points. Built once, then only read.
#[derive(Debug, Default)]
pub struct Index {
    points: Vec<Arc<Point>>,
    facts: Vec<Facts>,
    by_id: HashMap<String, At>,
    tree: RTree<GeomWithData<[f64; 3], At>>,
    /// Points that answer alike, counted: totals need no walk over the points.
    groups: HashMap<Facts, usize>,
    /// One point for each schedule.
    schedules: Vec<At>,
    by_word: HashMap<String, Vec<At>>,
}

/// What a search needs to know of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Facts {
    kind: Kind,
    answers: Answers,
    schedule: u32,
}

/// All that decides when a door is open.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Schedule {
    week: Hours,
    canton: String,
    /// The city of Zürich has afternoons of its own.
    in_the_city: bool,
    closed: Option<Closure>,
    exceptions: Vec<Exception>,
}

impl Schedule {
    fn of(point: &Point) -> Self {
        Self {
            week: point.hours.clone(),
            canton: point.canton.clone(),
            in_the_city: is_in_zuerich(&point.canton, point.town.as_str()),
            closed: point.closed.clone(),
            exceptions: point.exceptions.clone(),
        }
    }
}

/// A question to all points at one moment about one parcel.
#[derive(Debug)]
pub struct Asked<'a> {
    index: &'a Index,
    kind: Option<Kind>,
    wanted: Answers,
    /// Which schedules have their door open now.
    open: Vec<bool>,
    /// Whether counters and terminals take the parcel.
    fits: (bool, bool),
}

impl Index {
    /// Indexes points; their order does not matter.
    #[must_use]
    pub fn new(mut points: Vec<Point>) -> Self {
        points.sort_by(|a, b| a.id.as_str().cmp(b.id.as_str()));
        let mut index = Self::default();
        let mut schedules = HashMap::new();
        let mut spots = Vec::with_capacity(points.len());
        for (at, point) in (0..).zip(points) {
            let schedule = index.schedule(at, &point, &mut schedules);
            let facts = Facts { kind: point.kind, answers: Answers::of(&point), schedule };
            *index.groups.entry(facts).or_default() += 1;
            index.facts.push(facts);
            index.by_id.insert(point.id.to_string(), at);
            spots.push(GeomWithData::new(on_sphere((point.lat, point.lon)), at));
            for word in words(&point) {
                index.by_word.entry(word).or_default().push(at);
            }
            index.points.push(Arc::new(point));
        }
        index.tree = RTree::bulk_load(spots);
        index
    }

    /// Points that open and close together share a schedule.
    fn schedule(&mut self, at: At, point: &Point, known: &mut HashMap<Schedule, u32>) -> u32 {
        let next = u32::try_from(self.schedules.len()).unwrap_or(u32::MAX);
        let number = *known.entry(Schedule::of(point)).or_insert(next);
        if number == next {
            self.schedules.push(at);
        }
        number
    }

    /// A point by its id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Arc<Point>> {
        self.by_id.get(id).map(|at| self.point(*at))
    }

    /// A point by its number.
    #[must_use]
    pub fn point(&self, at: At) -> &Arc<Point> {
        &self.points[at as usize]
    }

    /// All points, by id.
    #[must_use]
    pub fn all(&self) -> &[Arc<Point>] {
        &self.points
    }

    /// How many points of a kind there are.
    #[must_use]
    pub fn count(&self, kind: Kind) -> usize {
        self.groups.iter().filter(|(facts, _)| facts.kind == kind).map(|(_, count)| count).sum()
    }

    /// The points that have all these words (folded) in name or address, by number.
    #[must_use]
    pub fn with_words(&self, words: &str) -> Vec<At> {
        let lists: Option<Vec<&Vec<At>>> = words.split(' ').map(|word| self.by_word.get(word)).collect();
        let mut lists = lists.unwrap_or_default();
        lists.sort_by_key(|rows| rows.len());
        let Some((first, others)) = lists.split_first() else { return Vec::new() };
        first.iter().copied().filter(|at| others.iter().all(|rows| rows.binary_search(at).is_ok())).collect()
    }

    /// A question to all points: of one kind or of both, with these filters, at a moment (Swiss clocks), and whether
    /// counters and terminals take the parcel.
    #[must_use]
    pub fn ask(
        &self,
        kind: Option<Kind>,
        filters: &[Filter],
        now: NaiveDateTime,
        fits: (bool, bool),
    ) -> Asked<'_> {
        let open = self.schedules.iter().map(|at| self.point(*at).is_open(now)).collect();
        Asked { index: self, kind, wanted: Answers::yes(filters), open, fits }
    }
}

impl Asked<'_> {
    /// How many points say yes.
    #[must_use]
    pub fn total(&self) -> usize {
        let groups = self.index.groups.iter().filter(|(facts, _)| self.admits_facts(**facts));
        groups.map(|(_, count)| count).sum()
    }

    /// So many of the points that say yes, in order of distance and id, without the first `skip`: metres and number.
    #[must_use]
    pub fn nearest(&self, from: (f64, f64), skip: usize, count: usize) -> Vec<(u32, At)> {
        let (all, total) = (self.index.points.len(), self.total());
        let wanted = skip.saturating_add(count).min(total);
        let measured = |at: At| (self.metres(from, at), at);
        // The tree is quick for near ones; rare ones and far pages are found quicker by asking everybody.
        let mut found: Vec<(u32, At)> = if total < all / 50 || wanted > all / 20 {
            let everybody = (0..).zip(&self.index.facts).filter(|(_, facts)| self.admits_facts(**facts));
            everybody.map(|(at, _)| measured(at)).collect()
        } else {
            let mut found = Vec::with_capacity(wanted + 1);
            let spots = self.index.tree.nearest_neighbor_iter(&on_sphere(from));
            for spot in spots.filter(|spot| self.admits(spot.data)) {
                let next = measured(spot.data);
                // Equals of the last one come along: the id decides among them.
                if found.len() >= wanted && found.last().is_none_or(|(last, _)| *last < next.0) {
                    break;
                }
                found.push(next);
            }
            found
        };
        found.sort_unstable();
        found.into_iter().skip(skip).take(count).collect()
    }

    /// Within so many metres: how many say yes, and how many would with one more filter.
    #[must_use]
    pub fn around(&self, from: (f64, f64), reach: u32) -> (usize, [usize; Filter::ALL.len()]) {
        let spots = self.index.tree.locate_within_distance(on_sphere(from), chord(reach).powi(2));
        let (mut count, mut with) = (0, [0; Filter::ALL.len()]);
        for answers in spots.map(|spot| self.index.facts[spot.data as usize]).filter(|f| self.is_kind(*f)) {
            let answers = self.answers(answers);
            if answers.contain(self.wanted) {
                count += 1;
                for (slot, filter) in with.iter_mut().zip(Filter::ALL) {
                    *slot += usize::from(answers.contain(Answers::yes(&[filter])));
                }
            }
        }
        (count, with)
    }

    /// All points that say yes, by number.
    pub fn everyone(&self) -> impl Iterator<Item = &Arc<Point>> {
        let admitted = (0..).zip(&self.index.facts).filter(|(_, facts)| self.admits_facts(**facts));
        admitted.map(|(at, _)| self.index.point(at))
    }

    fn metres(&self, from: (f64, f64), at: At) -> u32 {
        let point = self.index.point(at);
        metres(from, (point.lat, point.lon))
    }

    fn admits(&self, at: At) -> bool {
        self.admits_facts(self.index.facts[at as usize])
    }

    fn admits_facts(&self, facts: Facts) -> bool {
        self.is_kind(facts) && self.answers(facts).contain(self.wanted)
    }

    fn is_kind(&self, facts: Facts) -> bool {
        self.kind.is_none_or(|kind| kind == facts.kind)
    }

    fn answers(&self, facts: Facts) -> Answers {
        let fits = match facts.kind {
            Kind::PickPost => self.fits.0,
            Kind::MyPost24 => self.fits.1,
        };
        facts.answers.and(Filter::Open, self.open[facts.schedule as usize]).and(Filter::Fits, fits)
    }
}

/// The words of name and address, each once.
fn words(point: &Point) -> Vec<String> {
    let text = format!("{} {} {} {}", point.name, point.street_line(), point.postcode.as_str(), point.town);
    let mut words: Vec<String> = folded(&text).split(' ').map(ToOwned::to_owned).collect();
    words.sort_unstable();
    words.dedup();
    words
}
