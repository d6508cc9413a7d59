//! The page of a search, ready for `templates/pickup/finder.html`: the list with its links, and what the map begins with.

use chrono::NaiveTime;

use crate::clock::swiss;
use crate::config::MapSettings;
use crate::gazetteer::Place;
use crate::i18n::{Lang, dates};
use crate::pickup::Kind;
use crate::pickup::finder::question::Chip;
use crate::pickup::finder::sentence::told;
use crate::pickup::finder::{Entry, Finder, PointQuery, Question};
use crate::pickup::search::{Found, Origin, PAGE_SIZE, Shown, Wanted, search};

/// What the search shows.
#[derive(Clone, Debug)]
pub struct FinderView {
    /// The address of the page; others of the search lie below it.
    pub base: String,
    /// The address of the page with the other ways.
    pub instead: String,
    /// What was asked.
    pub question: Question,
    /// The links for the kinds.
    pub kinds: Vec<Chip>,
    /// The links for the filters.
    pub chips: Vec<Chip>,
    /// What there is to say.
    pub state: State,
    /// What was found, in words.
    pub told: String,
    /// Other places that may have been meant, with the addresses of their searches.
    pub alternatives: Vec<(String, String)>,
    /// The points of this page.
    pub entries: Vec<Entry>,
    /// The links to the pages of the list.
    pub pages: Vec<PageLink>,
    /// The page after this one.
    pub next_page: Option<String>,
    /// The point of the last order, checked again.
    pub last: Option<Entry>,
    /// Whether points are remembered on this device already.
    pub remembers: bool,
    /// How old the points are.
    pub age: String,
    /// Whether they are invented.
    pub synthetic: bool,
    /// What the map needs to begin.
    pub map: MapView,
}

/// What the page has to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// There are points.
    Found,
    /// The filters leave none.
    Filtered,
    /// Nothing is called so.
    Unknown,
    /// There is no list of points at all.
    Nowhere,
}

/// A link to a page of the list.
#[derive(Clone, Debug)]
pub struct PageLink {
    /// Its number, from 1.
    pub number: usize,
    /// Where it leads.
    pub href: String,
    /// Whether it is this one.
    pub current: bool,
    /// Whether pages are left out before it.
    pub after_gap: bool,
}

/// What the map needs to begin; it asks for the rest itself.
#[derive(Clone, Debug, Default)]
pub struct MapView {
    /// Degrees north and east; empty where nothing was found.
    pub centre: String,
    /// The parameters of the search, without what was typed.
    pub points: String,
    /// The address of the tiles of another server, where there is one.
    pub tiles: String,
    /// Whom to credit for them.
    pub tiles_credit: String,
    /// Whether Post's own map is offered as well.
    pub of_post: bool,
}

impl Finder<'_> {
    /// Searches, and puts what was found into words. `last` is the id that is remembered on this device.
    #[must_use]
    pub fn view(
        &self,
        index: &Shown,
        maps: &MapSettings,
        query: &PointQuery,
        last: Option<&str>,
    ) -> FinderView {
        let (lang, base) = (self.lang, self.base.as_str());
        let mut question = self.question(query);
        let found = search(index, &self.wanted(&question));
        question.page = found.page;
        let first = (found.page - 1) * PAGE_SIZE;
        let entries = found.hits.iter().enumerate().map(|(at, hit)| self.hit(first + at + 1, hit)).collect();
        let remembered = last.filter(|id| self.chosen != Some(id) && found.page == 1);
        let known = found.origin != Origin::Unknown;
        FinderView {
            kinds: question.kinds(lang, base),
            chips: question.chips(lang, base, known.then_some(found.with)),
            state: match found.total {
                _ if index.all().is_empty() => State::Nowhere,
                1.. => State::Found,
                0 if known => State::Filtered,
                0 => State::Unknown,
            },
            told: told(lang, &found, &question.q),
            alternatives: alternatives(base, &found, &question),
            pages: pages(base, &found, &question),
            next_page: (found.page < found.pages).then(|| question.on_page(found.page + 1).href(base)),
            entries,
            last: remembered.and_then(|id| index.get(id)).map(|point| self.entry(point)),
            remembers: last.is_some(),
            age: age(lang, index),
            synthetic: index.age().synthetic,
            map: map(&found, &question, maps),
            question,
            base: self.base.clone(),
            instead: self.instead.clone(),
        }
    }

    fn wanted<'q>(&self, question: &'q Question) -> Wanted<'q> {
        Wanted {
            typed: &question.q,
            home: self.home_position(),
            kind: question.kind,
            filters: question.filters.clone(),
            now: self.swiss_now(),
            fits: self.fits(),
            page: question.page,
        }
    }
}

/// How old the points are, and whether Post could not be asked.
fn age(lang: Lang, index: &Shown) -> String {
    let age = index.age();
    let at = swiss(age.data_at);
    let day = dates::full(lang, at.date());
    let when = if at.time() == NaiveTime::MIN { day } else { format!("{day}, {}", dates::time(at)) };
    lang.x(if age.troubled { "point-as-of-troubled" } else { "point-as-of" }, when)
}

fn map(found: &Found, question: &Question, maps: &MapSettings) -> MapView {
    let centre = found.origin.position().map(|(lat, lon)| format!("{lat:.5},{lon:.5}")).unwrap_or_default();
    let tiles = maps.tiles.as_ref();
    MapView {
        centre,
        points: question.parameters(false),
        tiles: tiles.map(|tiles| tiles.template.clone()).unwrap_or_default(),
        tiles_credit: tiles.map(|tiles| tiles.credit.clone()).unwrap_or_default(),
        of_post: maps.post.is_some(),
    }
}

fn alternatives(base: &str, found: &Found, question: &Question) -> Vec<(String, String)> {
    let link = |place: &Place| {
        let q = place.line();
        let href = question.about(&q).href(base);
        // "Buchs SG" says its canton already.
        let says_it = place.name.ends_with(place.canton);
        (if says_it { q } else { format!("{q} ({})", place.canton) }, href)
    };
    found.alternatives.iter().map(link).collect()
}

/// The pages around this one, with the first and the last.
fn pages(base: &str, found: &Found, question: &Question) -> Vec<PageLink> {
    let near = |page: &usize| *page == 1 || *page == found.pages || page.abs_diff(found.page) <= 1;
    let numbers: Vec<usize> = (1..=found.pages).filter(near).collect();
    let link = |(at, number): (usize, &usize)| PageLink {
        number: *number,
        href: question.on_page(*number).href(base),
        current: *number == found.page,
        after_gap: at > 0 && numbers[at - 1] + 1 < *number,
    };
    numbers.iter().enumerate().map(link).collect()
}

impl FinderView {
    /// A view for samples; `last` says whether this device remembers a point.
    #[must_use]
    pub fn sample(lang: Lang, state: State, entries: Vec<Entry>, last: bool) -> Self {
        let base = format!("/{lang}/point");
        let question = PointQuery::default().read("Genf".into(), Kind::PickPost);
        let page = |number| PageLink {
            number,
            href: question.on_page(number).href(&base),
            current: number == 1,
            after_gap: number == 9,
        };
        Self {
            instead: format!("/{lang}/other"),
            kinds: question.kinds(lang, &base),
            chips: question.chips(lang, &base, Some([3; 7])),
            state,
            told: lang.x("point-none", "Genf"),
            alternatives: vec![("1200 Genève (GE)".into(), question.about("1200 Genève").href(&base))],
            pages: [1, 2, 9].map(page).into(),
            next_page: Some(question.on_page(2).href(&base)),
            last: entries.first().cloned(),
            remembers: last,
            entries,
            age: lang.x("point-as-of-troubled", "1 November 2026"),
            synthetic: true,
            map: MapView { of_post: true, ..MapView::default() },
            question,
            base,
        }
    }
}
