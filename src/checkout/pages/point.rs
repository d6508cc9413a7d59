//! The location search: a list that is complete by itself. The choice comes back as a sealed token (rule 3).

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde::Deserialize;

use crate::address::Address;
use crate::basket::Summary;
use crate::checkout::arrival::arrive;
use crate::checkout::listing::{self, Entry, Listing};
use crate::checkout::pages::last_point;
use crate::checkout::question::{Chip, PointQuery, Question};
use crate::checkout::{Checkout, Draft, Step};
use crate::clock::swiss;
use crate::config::MapSettings;
use crate::i18n::{Lang, dates};
use crate::pickup::choice::{self, ChoiceError};
use crate::pickup::index::Index;
use crate::pickup::places::Places;
use crate::pickup::points::Shown;
use crate::pickup::search::{Found, Origin, PAGE_SIZE, Wanted, search};
use crate::pickup::{Kind, Point, Points};
use crate::shipping::DeliveryKind;
use crate::web::headers::Opened;
use crate::web::page::render;
use crate::web::steps::StepLink;
use crate::web::{Answer, Error, Form, Page, Query, Visit};

/// The form: the chosen point's token, what was looked for, and whether to remember the point on this device.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct PointForm {
    choice: String,
    q: Option<String>,
    /// Whether the form asked for `remember`: only there the absence of a tick says no.
    asked: Option<String>,
    remember: Option<String>,
}

#[derive(Template)]
#[template(path = "checkout/point.html")]
struct PointView {
    p: Page,
    steps: Vec<StepLink>,
    back: String,
    /// Why the last choice was not taken.
    problem: Option<String>,
    question: Question,
    kinds: Vec<Chip>,
    chips: Vec<Chip>,
    state: State,
    /// What was found, in words.
    told: String,
    alternatives: Vec<(String, String)>,
    entries: Vec<Entry>,
    pages: Vec<PageLink>,
    next_page: Option<String>,
    /// The point of the last order, checked again.
    last: Option<Entry>,
    /// Whether points are remembered on this device already.
    remembers: bool,
    age: String,
    synthetic: bool,
    map: MapView,
    summary: Summary,
}

/// What the page has to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
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
struct PageLink {
    number: usize,
    href: String,
    current: bool,
    /// Whether pages are left out before it.
    after_gap: bool,
}

/// What the map needs to begin; it asks for the rest itself.
#[derive(Clone, Debug, Default)]
struct MapView {
    centre: String,
    points: String,
    tiles: String,
    tiles_credit: String,
    /// Whether Post's own map is offered as well.
    of_post: bool,
}

/// Shows the points around what is searched, or around the billing address at first sight.
///
/// # Errors
/// When the database fails.
pub async fn show(
    visit: Visit,
    http: HttpRequest,
    points: Data<Points>,
    maps: Data<MapSettings>,
    Query(query): Query<PointQuery>,
) -> Answer {
    let checkout = match arrive(&visit, &points, Step::Point).await? {
        Ok(checkout) => checkout,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let problem = lost(&visit, &checkout, &points);
    let parts = Parts {
        checkout: &checkout,
        index: &points.now(),
        maps: &maps,
        last: last_point::read(&http, &visit),
    };
    answer(StatusCode::OK, &visit, &parts, &query, problem)
}

/// Takes the choice. The token says which point; everything else is looked up.
///
/// # Errors
/// When the database fails, or another tab was quicker.
pub async fn submit(
    visit: Visit,
    http: HttpRequest,
    points: Data<Points>,
    maps: Data<MapSettings>,
    Query(query): Query<PointQuery>,
    Form(form): Form<PointForm>,
) -> Answer {
    let checkout = match arrive(&visit, &points, Step::Point).await? {
        Ok(checkout) => checkout,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let index = points.now();
    let problem = match chosen(&visit, &checkout, &index, &form.choice) {
        Ok(point) => {
            let mut answer = checkout.save(&visit, &points, &with_point(&checkout, &point)).await?;
            if form.remember.is_some() {
                let cookie = last_point::cookie(&visit, point.id.as_str());
                answer.add_cookie(&cookie).map_err(Error::internal)?;
            } else if form.asked.is_some() && last_point::read(&http, &visit).is_some() {
                answer.add_cookie(&last_point::removal(&visit)).map_err(Error::internal)?;
            }
            return Ok(answer);
        }
        Err(problem) => problem,
    };
    let parts =
        Parts { checkout: &checkout, index: &index, maps: &maps, last: last_point::read(&http, &visit) };
    answer(StatusCode::UNPROCESSABLE_ENTITY, &visit, &parts, &query.about(form.q), Some(problem))
}

/// The draft with this point. The same point keeps its mandate: nothing has changed for Post.
fn with_point(checkout: &Checkout, point: &Point) -> Draft {
    let draft = &checkout.draft;
    let same =
        draft.point_id.as_deref() == Some(point.id.as_str()) && draft.delivery == Some(point.kind.into());
    Draft {
        delivery: Some(DeliveryKind::from(point.kind)),
        point_id: Some(point.id.to_string()),
        mandate: draft.mandate.clone().filter(|_| same),
        ..draft.clone()
    }
}

/// The point behind a token, if it may be chosen; else why not, in words.
fn chosen(visit: &Visit, checkout: &Checkout, index: &Index, token: &str) -> Result<Arc<Point>, String> {
    let p = &visit.page;
    if token.is_empty() {
        return Err(p.t("point-choose").into_owned());
    }
    let choice = choice::read(&visit.site.seal, token, checkout.id(), visit.now()).map_err(|error| {
        let key = match error {
            ChoiceError::Expired => "point-expired",
            ChoiceError::Forged | ChoiceError::OtherBasket => "point-foreign",
        };
        p.t(key).into_owned()
    })?;
    // A second click on the same button finds its point chosen already, and goes on.
    let again = checkout.draft.point_id.as_deref() == Some(choice.point.as_str());
    if choice.version != checkout.draft.version && !again {
        return Err(p.t("point-used").into_owned());
    }
    let point = index.get(&choice.point).ok_or_else(|| p.t("point-gone").into_owned())?;
    match Listing::new(visit, checkout).refusal(point) {
        Some(reason) => Err(p.xy("point-refused", &point.name, reason)),
        None => Ok(Arc::clone(point)),
    }
}

/// Why the point that was chosen does not count any more.
fn lost(visit: &Visit, checkout: &Checkout, points: &Points) -> Option<String> {
    let id = checkout.draft.point_id.as_deref().filter(|_| checkout.point.is_none())?;
    let p = &visit.page;
    Some(match points.get(id) {
        Some(point) => p.xy("point-refused", &point.name, Listing::new(visit, checkout).refusal(&point)?),
        None => p.t("point-gone").into_owned(),
    })
}

/// What a page is made from.
struct Parts<'a> {
    checkout: &'a Checkout,
    index: &'a Shown,
    maps: &'a MapSettings,
    last: Option<String>,
}

fn answer(
    status: StatusCode,
    visit: &Visit,
    parts: &Parts<'_>,
    query: &PointQuery,
    problem: Option<String>,
) -> Result<HttpResponse, Error> {
    let mut answer = render(status, &view(visit, parts, query, problem)?)?;
    if let Some(tiles) = &parts.maps.tiles {
        answer.extensions_mut().insert(Opened::images(&tiles.origin));
    }
    Ok(answer)
}

fn view(
    visit: &Visit,
    parts: &Parts<'_>,
    query: &PointQuery,
    problem: Option<String>,
) -> Result<PointView, Error> {
    let (p, checkout, index) = (&visit.page, parts.checkout, parts.index);
    let billing = checkout.draft.billing.as_ref().map(|billing| &billing.address);
    let near = billing.map(Address::town_line).unwrap_or_default();
    let own = checkout.draft.delivery.and_then(DeliveryKind::pickup).unwrap_or(Kind::PickPost);
    let mut question = query.read(near, own);
    let list = Listing::new(visit, checkout);
    let wanted = Wanted {
        typed: &question.q,
        home: billing.and_then(home),
        kind: question.kind,
        filters: question.filters.clone(),
        now: list.now(),
        fits: list.fits(),
        page: question.page,
    };
    let found = search(index, &wanted);
    question.page = found.page;
    let first = (found.page - 1) * PAGE_SIZE;
    let entries = found.hits.iter().enumerate().map(|(at, hit)| list.hit(first + at + 1, hit)).collect();
    let remembered = parts.last.as_ref().filter(|id| checkout.draft.point_id.as_ref() != Some(id));
    let known = found.origin != Origin::Unknown;
    Ok(PointView {
        steps: checkout.bar(visit, Step::Point),
        back: checkout.back(visit, Step::Point),
        problem,
        kinds: question.kinds(p)?,
        chips: question.chips(p, found.with, known)?,
        state: match found.total {
            _ if index.all().is_empty() => State::Nowhere,
            1.. => State::Found,
            0 if known => State::Filtered,
            0 => State::Unknown,
        },
        told: listing::told(p, &found, &question.q),
        alternatives: alternatives(p, &found, &question)?,
        pages: pages(p, &found, &question)?,
        next_page: (found.page < found.pages)
            .then(|| question.on_page(found.page + 1).href(p))
            .transpose()?,
        entries,
        last: remembered
            .and_then(|id| index.get(id))
            .filter(|_| found.page == 1)
            .map(|point| list.entry(point)),
        remembers: parts.last.is_some(),
        age: age(p, index),
        synthetic: index.age().synthetic,
        map: map(&found, &question, parts.maps)?,
        summary: checkout.summary(),
        question,
        p: p.clone(),
    })
}

/// The middle of an address's place, in degrees.
fn home(address: &Address) -> Option<(f64, f64)> {
    Places::all().with_postcode(address.postcode.as_str()).first().map(|place| place.position)
}

/// How old the points are, and whether Post could not be asked.
fn age(p: &Page, index: &Shown) -> String {
    let age = index.age();
    let at = swiss(age.data_at);
    let day = dates::full(p.lang, at.date());
    let when = if at.time() == chrono::NaiveTime::MIN { day } else { format!("{day}, {}", dates::time(at)) };
    p.x(if age.troubled { "point-as-of-troubled" } else { "point-as-of" }, when)
}

fn map(found: &Found, question: &Question, maps: &MapSettings) -> Result<MapView, Error> {
    let centre = found.origin.position().map(|(lat, lon)| format!("{lat:.5},{lon:.5}")).unwrap_or_default();
    let tiles = maps.tiles.as_ref();
    Ok(MapView {
        centre,
        points: question.parameters(false)?,
        tiles: tiles.map(|tiles| tiles.template.clone()).unwrap_or_default(),
        tiles_credit: tiles.map(|tiles| tiles.credit.clone()).unwrap_or_default(),
        of_post: maps.post.is_some(),
    })
}

fn alternatives(p: &Page, found: &Found, question: &Question) -> Result<Vec<(String, String)>, Error> {
    let link = |place: &crate::pickup::place::Place| {
        let q = format!("{} {}", place.postcode, place.name);
        // "Buchs SG" says its canton already.
        let says_it = place.name.ends_with(place.canton);
        let name = if says_it { q.clone() } else { format!("{q} ({})", place.canton) };
        Ok((name, question.about(&q).href(p)?))
    };
    found.alternatives.iter().map(link).collect()
}

/// The pages around this one, with the first and the last.
fn pages(p: &Page, found: &Found, question: &Question) -> Result<Vec<PageLink>, Error> {
    let near = |page: &usize| *page == 1 || *page == found.pages || page.abs_diff(found.page) <= 1;
    let numbers: Vec<usize> = (1..=found.pages).filter(near).collect();
    let link = |(at, number): (usize, &usize)| {
        Ok(PageLink {
            number: *number,
            href: question.on_page(*number).href(p)?,
            current: *number == found.page,
            after_gap: at > 0 && numbers[at - 1] + 1 < *number,
        })
    };
    numbers.iter().enumerate().map(link).collect()
}

impl PageLink {
    fn sample(number: usize) -> Self {
        Self { number, href: "/".into(), current: number == 1, after_gap: number == 9 }
    }
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    let p = Page::plain(lang, Step::Point.path());
    let question = PointQuery::default().read("Genf".into(), Kind::PickPost);
    let view = |state, entries: Vec<Entry>, problem: Option<&str>| PointView {
        steps: crate::checkout::step::bar(&p, Step::Point, Step::Point, Some(DeliveryKind::PickPost)),
        back: p.href(Step::Delivery.path()),
        problem: problem.map(|key| p.t(key).into_owned()),
        kinds: question.kinds(&p).unwrap_or_default(),
        chips: question.chips(&p, [3; 7], true).unwrap_or_default(),
        state,
        told: p.x("point-none", "Genf"),
        alternatives: vec![("1200 Genève (GE)".into(), "/".into())],
        pages: [1, 2, 9].map(PageLink::sample).into(),
        next_page: Some("/".into()),
        last: entries.first().cloned(),
        remembers: problem.is_some(),
        entries,
        age: p.x("point-as-of-troubled", "1 November 2026"),
        synthetic: true,
        map: MapView { of_post: true, ..MapView::default() },
        summary: Summary::sample(lang),
        question: question.clone(),
        p: p.clone(),
    };
    let list = vec![Entry::sample(&p, 1, None), Entry::sample(&p, 2, None), Entry::sample(&p, 3, Some("…"))];
    [
        ("point", view(State::Found, list.clone(), None)),
        ("point-none", view(State::Unknown, Vec::new(), None)),
        ("point-filtered", view(State::Filtered, Vec::new(), None)),
        ("point-nowhere", view(State::Nowhere, Vec::new(), None)),
        ("point-expired", view(State::Found, list, Some("point-expired"))),
    ]
    .map(|(name, view)| (name, view.render().unwrap_or_default()))
    .into()
}
