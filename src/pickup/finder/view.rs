//! The page of a search, ready for `templates/pickup/finder.html`: the list with its links, and what the map begins with.

use chrono::NaiveTime;

use crate::clock::swiss;
use crate::config::MapSettings;
use crate::i18n::{Lang, dates};
use crate::pickup::Kind;
use crate::pickup::finder::links::{PageLink, alternatives, pages};
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
    /// Whether a point can be remembered on this device.
    pub can_remember: bool,
    /// Whether points are remembered on this device already.
    pub remembers: bool,
    /// What the form of the list carries, so that a later one is told what has changed; nothing where its page has none.
    pub version: String,
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
            can_remember: self.remembers,
            remembers: last.is_some(),
            version: String::new(),
            age: age(lang, index),
            synthetic: index.age().synthetic,
            map: map(&found, &question, (maps, self.offers_posts_map)),
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

fn map(found: &Found, question: &Question, (maps, posts_too): (&MapSettings, bool)) -> MapView {
    let centre = found.origin.position().map(|(lat, lon)| format!("{lat:.5},{lon:.5}")).unwrap_or_default();
    let tiles = maps.tiles.as_ref();
    MapView {
        centre,
        points: question.parameters(false),
        tiles: tiles.map(|tiles| tiles.template.clone()).unwrap_or_default(),
        tiles_credit: tiles.map(|tiles| tiles.credit.clone()).unwrap_or_default(),
        of_post: posts_too && maps.post.is_some(),
    }
}

impl FinderView {
    /// A view for samples, on a page of this address.
    #[must_use]
    pub fn sample(lang: Lang, base: &str, state: State, entries: Vec<Entry>) -> Self {
        let question = PointQuery::default().read("Genf".into(), Kind::PickPost);
        let page = |number| PageLink {
            number,
            href: question.on_page(number).href(base),
            current: number == 1,
            after_gap: number == 9,
        };
        Self {
            instead: base.to_owned(),
            kinds: question.kinds(lang, base),
            chips: question.chips(lang, base, Some([3; 7])),
            state,
            told: lang.x("point-none", "Genf"),
            alternatives: vec![("1200 Genève (GE)".into(), question.about("1200 Genève").href(base))],
            pages: [1, 2, 9].map(page).into(),
            next_page: Some(question.on_page(2).href(base)),
            last: entries.first().cloned(),
            can_remember: true,
            remembers: !entries.is_empty(),
            entries,
            version: String::new(),
            age: lang.x("point-as-of-troubled", "1 November 2026"),
            synthetic: true,
            map: MapView { of_post: true, ..MapView::default() },
            question,
            base: base.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use askama::Template;

    use super::{FinderView, State};
    use crate::i18n::Lang;
    use crate::pickup::finder::Entry;
    use crate::web::Page;

    #[derive(Template)]
    #[template(
        source = r#"{% import "pickup/finder.html" as search %}{% call search::list(p, finder) %}{% endcall %}{% call search::map(p, finder) %}{% endcall %}"#,
        ext = "html"
    )]
    struct Anywhere {
        p: Page,
        finder: FinderView,
    }

    #[test]
    fn on_whatever_page_it_stands_every_link_and_form_stays_below_it() {
        for (state, entries) in
            [(State::Found, vec![Entry::sample(Lang::Fr, 1, None)]), (State::Nowhere, Vec::new())]
        {
            let finder = FinderView::sample(Lang::Fr, "/fr/anywhere", state, entries);
            let html = Anywhere { p: Page::plain(Lang::Fr, "/anywhere"), finder }.render().expect("a page");
            let mut led = 0;
            for attribute in
                [" href=\"", " action=\"", " data-suggest=\"", " data-points=\"", " data-card=\""]
            {
                for link in html.split(attribute).skip(1) {
                    // Pictures are the site's own.
                    let own = link.starts_with("/static/") || link.starts_with('#');
                    assert!(own || link.starts_with("/fr/anywhere"), "{attribute}{}", &link[..40]);
                    led += usize::from(!own);
                }
            }
            assert!(led > 15, "{led} links in {html}");
        }
    }
}
