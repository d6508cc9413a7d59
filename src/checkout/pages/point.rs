//! The location search: a list that is complete by itself. The choice comes back as a sealed token (rule 3).

use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

use crate::basket::Summary;
use crate::checkout::arrival::{arrive, parcel};
use crate::checkout::pages::delivery::misfit;
use crate::checkout::{Checkout, Draft, Step};
use crate::i18n::{Lang, dates};
use crate::pickup::hours::Door;
use crate::pickup::search::{Found, Hit, Origin, Wanted, search};
use crate::pickup::{Filter, Kind, Point, Points, choice, fit};
use crate::shipping::DeliveryKind;
use crate::web::page::render;
use crate::web::steps::StepLink;
use crate::web::{Answer, Error, Form, Page, Query, Visit};

/// The search.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct PointQuery {
    q: Option<String>,
    kind: Option<String>,
    page: Option<String>,
    late: Option<String>,
    saturday: Option<String>,
    sunday: Option<String>,
    step_free: Option<String>,
    always: Option<String>,
}

impl PointQuery {
    fn filters(&self) -> Vec<Filter> {
        let asked = |filter: &Filter| match filter {
            Filter::Late => self.late.is_some(),
            Filter::Saturday => self.saturday.is_some(),
            Filter::Sunday => self.sunday.is_some(),
            Filter::StepFree => self.step_free.is_some(),
            Filter::Always => self.always.is_some(),
        };
        Filter::ALL.into_iter().filter(asked).collect()
    }
}

/// The form: the chosen point's token.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct PointForm {
    choice: String,
}

/// One point of the list.
struct Entry {
    number: usize,
    name: String,
    address: String,
    distance: String,
    /// Days and hours of the week.
    hours: Vec<(String, String)>,
    /// What the door says now, and whether it is open.
    door: (String, bool),
    /// The hours of the day on which the parcel arrives.
    on_arrival: String,
    step_free: bool,
    /// Why it cannot be chosen.
    refused: Option<String>,
    chosen: bool,
    token: String,
}

#[derive(Template)]
#[template(path = "checkout/point.html")]
struct PointView {
    p: Page,
    steps: Vec<StepLink>,
    back: String,
    /// Why the last choice was not taken.
    problem: Option<String>,
    q: String,
    kind: Kind,
    /// Every filter: its parameter, its name, whether it is set.
    filters: Vec<(&'static str, String, bool)>,
    /// What was found, in words, and whether it is anything.
    told: String,
    found: bool,
    /// Whether only the filters left nothing.
    filtered: bool,
    alternatives: Vec<(String, String)>,
    entries: Vec<Entry>,
    pages: Vec<(usize, String, bool)>,
    as_of: String,
    synthetic: bool,
    summary: Summary,
}

/// Shows the points around what is searched, or around the billing address at first sight.
///
/// # Errors
/// When the database fails.
pub async fn show(visit: Visit, points: Data<Points>, Query(query): Query<PointQuery>) -> Answer {
    let checkout = match arrive(&visit, &points, Step::Point).await? {
        Ok(checkout) => checkout,
        Err(elsewhere) => return Ok(elsewhere),
    };
    render(StatusCode::OK, &view(&visit, &checkout, &points, &query, None)?)
}

/// Takes the choice. The token says which point; everything else is looked up.
///
/// # Errors
/// When the database fails, or another tab was quicker.
pub async fn submit(
    visit: Visit,
    points: Data<Points>,
    Query(query): Query<PointQuery>,
    Form(form): Form<PointForm>,
) -> Answer {
    let checkout = match arrive(&visit, &points, Step::Point).await? {
        Ok(checkout) => checkout,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let problem = match chosen(&visit, &checkout, &points, &form.choice) {
        Ok(point) => {
            let same = checkout.draft.point_id.as_deref() == Some(point.id.as_str());
            let mandate = checkout
                .draft
                .mandate
                .clone()
                .filter(|_| same && checkout.draft.delivery == Some(point.kind.into()));
            let delivery = Some(DeliveryKind::from(point.kind));
            let point_id = Some(point.id.to_string());
            let draft = Draft { delivery, point_id, mandate, ..checkout.draft.clone() };
            return checkout.save(&visit, &points, &draft).await;
        }
        Err(problem) => problem,
    };
    render(StatusCode::UNPROCESSABLE_ENTITY, &view(&visit, &checkout, &points, &query, Some(problem))?)
}

/// The point behind a token, if it may be chosen; else why not, in words.
fn chosen(
    visit: &Visit,
    checkout: &Checkout,
    points: &Points,
    token: &str,
) -> Result<std::sync::Arc<Point>, String> {
    let p = &visit.page;
    if token.is_empty() {
        return Err(p.t("point-choose").into_owned());
    }
    let id =
        choice::read(&visit.ground.seal, token, checkout.id(), visit.now()).map_err(|error| match error {
            choice::ChoiceError::Expired => p.t("point-expired").into_owned(),
            choice::ChoiceError::Forged | choice::ChoiceError::OtherBasket => {
                p.t("point-foreign").into_owned()
            }
        })?;
    let point = points.get(&id).ok_or_else(|| p.t("point-gone").into_owned())?;
    match refusal(p, checkout, &point, visit.swiss_now().date()) {
        Some(reason) => Err(p.xy("point-refused", &point.name, reason)),
        None => Ok(point),
    }
}

/// Why a point cannot be chosen: closed, or the parcel does not fit.
fn refusal(p: &Page, checkout: &Checkout, point: &Point, today: chrono::NaiveDate) -> Option<String> {
    if let Some(closure) = point.closed.as_ref().filter(|_| point.is_closed_on(today)) {
        let until = dates::day_month(p.lang, closure.until);
        return Some(p.xy("point-closed", until, closure.reason.in_lang(p.lang)));
    }
    fit(&parcel(&checkout.basket), point.kind).err().map(|reason| misfit(p, &reason))
}

fn view(
    visit: &Visit,
    checkout: &Checkout,
    points: &Points,
    query: &PointQuery,
    problem: Option<String>,
) -> Result<PointView, Error> {
    let p = &visit.page;
    let own = checkout.draft.delivery.and_then(DeliveryKind::pickup).unwrap_or(Kind::PickPost);
    let kind = query.kind.as_deref().and_then(Kind::parse).unwrap_or(own);
    let billing = checkout.draft.billing.as_ref();
    let q = query.q.clone().unwrap_or_else(|| billing.map(|b| b.address.town_line()).unwrap_or_default());
    let q: String = q.chars().filter(|c| !c.is_control()).take(100).collect();
    let page = query.page.as_deref().and_then(|page| page.parse().ok()).unwrap_or(1);
    let wanted = Wanted { typed: &q, kind, filters: query.filters(), page };
    let found = search(points, &wanted);
    let first = (found.page - 1) * crate::pickup::search::PAGE_SIZE;
    let entries = found.hits.iter().enumerate();
    let entries = entries.map(|(at, hit)| entry(visit, checkout, first + at + 1, hit)).collect();
    Ok(PointView {
        steps: checkout.bar(visit, Step::Point),
        back: checkout.back(visit, Step::Point),
        problem,
        told: told(p, &found, &q),
        found: found.total > 0,
        filtered: found.origin != Origin::Unknown,
        filters: Filter::ALL
            .map(|f| (f.code(), p.t(f.key()).into_owned(), wanted.filters.contains(&f)))
            .into(),
        alternatives: alternatives(p, &found, &wanted)?,
        pages: pages(p, &found, &wanted)?,
        entries,
        as_of: dates::full(p.lang, points.as_of()),
        synthetic: points.synthetic(),
        summary: checkout.summary(),
        q,
        kind,
        p: p.clone(),
    })
}

fn entry(visit: &Visit, checkout: &Checkout, number: usize, hit: &Hit) -> Entry {
    let (p, point) = (&visit.page, &hit.point);
    let today = visit.swiss_now().date();
    let arrives = crate::shipping::calendar::Journey::of(today).arrives;
    let hours = point.hours.groups().into_iter().map(|group| {
        let first = dates::short_weekday(p.lang, group.first);
        let last = dates::short_weekday(p.lang, group.last);
        let days = if group.first == group.last { first } else { format!("{first}–{last}") };
        let spans: Vec<String> = group.spans.iter().map(ToString::to_string).collect();
        (days, if spans.is_empty() { p.t("hours-closed").into_owned() } else { spans.join(", ") })
    });
    let spans: Vec<String> = point.hours.on(arrives).iter().map(ToString::to_string).collect();
    let day = dates::short_weekday(p.lang, chrono::Datelike::weekday(&arrives));
    let always = point.hours.always();
    Entry {
        number,
        name: point.name.to_string(),
        address: format!("{}, {}", point.street_line(), point.town_line()),
        distance: distance(hit.metres),
        hours: if always { Vec::new() } else { hours.collect() },
        door: door(p, point.hours.door(visit.swiss_now()), today),
        on_arrival: match spans.as_slice() {
            // The door has said it already.
            _ if always => String::new(),
            [] => p.x("hours-closed-on-arrival", day),
            spans => p.xy("hours-on-arrival", day, spans.join(", ")),
        },
        step_free: point.step_free,
        refused: refusal(p, checkout, point, today),
        chosen: checkout.draft.point_id.as_deref() == Some(point.id.as_str()),
        token: choice::issue(&visit.ground.seal, point.id.as_str(), checkout.id(), visit.now()),
    }
}

/// "Open until 18:30", "Closed, opens Mon 07:30".
fn door(p: &Page, door: Door, today: chrono::NaiveDate) -> (String, bool) {
    match door {
        Door::Always => (p.t("hours-always").into_owned(), true),
        Door::OpenUntil(time) => (p.x("hours-open-until", time.format("%H:%M")), true),
        Door::Opens(at) if at.date() == today => (p.x("hours-opens-today", dates::time(at)), false),
        Door::Opens(at) => {
            let day = dates::short_weekday(p.lang, chrono::Datelike::weekday(&at));
            (p.xy("hours-opens", day, dates::time(at)), false)
        }
        Door::Closed => (p.t("hours-closed").into_owned(), false),
    }
}

/// `350 m`, `2.4 km`, `31 km`.
fn distance(metres: u32) -> String {
    match metres {
        0..950 => format!("{} m", (metres + 5) / 10 * 10),
        950..9950 => format!("{}.{} km", (metres + 50) / 1000, (metres + 50) % 1000 / 100),
        _ => format!("{} km", (metres + 500) / 1000),
    }
}

fn told(p: &Page, found: &Found, q: &str) -> String {
    // A town has many postcodes: one is named only where one was typed.
    let name = |place: &crate::pickup::place::Place| match &found.origin {
        Origin::Place(_) if !q.contains(place.postcode) => place.name.into(),
        _ => format!("{} {}", place.postcode, place.name).into(),
    };
    let n = i64::try_from(found.total).unwrap_or(i64::MAX);
    match &found.origin {
        Origin::Place(place) => p.with("point-found", &[("n", n.into()), ("x", name(place))]),
        Origin::Nearest(place) => {
            p.with("point-found-nearest", &[("n", n.into()), ("x", name(place)), ("y", q.to_owned().into())])
        }
        Origin::Unknown => p.x("point-none", q),
    }
}

fn alternatives(p: &Page, found: &Found, wanted: &Wanted<'_>) -> Result<Vec<(String, String)>, Error> {
    let link = |place: &crate::pickup::place::Place| {
        let q = format!("{} {}", place.postcode, place.name);
        Ok((format!("{q} ({})", place.canton), address(p, &q, wanted, 1)?))
    };
    found.alternatives.iter().map(link).collect()
}

/// The pages around this one, with the first and the last.
fn pages(p: &Page, found: &Found, wanted: &Wanted<'_>) -> Result<Vec<(usize, String, bool)>, Error> {
    let near = |page: &usize| *page == 1 || *page == found.pages || page.abs_diff(found.page) <= 1;
    let link = |page| Ok((page, address(p, wanted.typed, wanted, page)?, page == found.page));
    (1..=found.pages).filter(near).map(link).collect()
}

fn address(p: &Page, q: &str, wanted: &Wanted<'_>, page: usize) -> Result<String, Error> {
    let page = page.to_string();
    let mut query = vec![("q", q), ("kind", wanted.kind.code()), ("page", &page)];
    query.extend(wanted.filters.iter().map(|filter| (filter.code(), "1")));
    let query = serde_html_form::to_string(query);
    Ok(format!("{}?{}", p.href(Step::Point.path()), query.map_err(Error::internal)?))
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    let p = Page::plain(lang, Step::Point.path());
    let entry = |number, refused: Option<&str>| Entry {
        number,
        name: "Filiale Zürich".into(),
        address: "Seefeldstrasse 60, 8008 Zürich".into(),
        distance: distance(520),
        hours: vec![("Mo–Fr".into(), "07:30–18:30".into())],
        door: (p.x("hours-open-until", "18:30"), true),
        on_arrival: p.t("hours-always").into_owned(),
        step_free: true,
        refused: refused.map(Into::into),
        chosen: number == 2,
        token: "token".into(),
    };
    let view = |entries: Vec<Entry>, problem: Option<&str>| PointView {
        steps: crate::checkout::step::bar(&p, Step::Point, Step::Point, Some(DeliveryKind::PickPost)),
        back: p.href(Step::Delivery.path()),
        problem: problem.map(|key| p.t(key).into_owned()),
        q: "Genf".into(),
        kind: Kind::PickPost,
        filters: Filter::ALL.map(|f| (f.code(), p.t(f.key()).into_owned(), f == Filter::Saturday)).into(),
        told: p.x("point-none", "Genf"),
        found: !entries.is_empty(),
        filtered: false,
        alternatives: vec![("1200 Genève (GE)".into(), "/".into())],
        pages: vec![(1, "/".into(), true), (2, "/".into(), false)],
        entries,
        as_of: "1 November 2026".into(),
        synthetic: true,
        summary: Summary::sample(lang),
        p: p.clone(),
    };
    [
        ("point", view(vec![entry(1, None), entry(2, None), entry(3, Some("…"))], None)),
        ("point-none", view(Vec::new(), None)),
        ("point-expired", view(vec![entry(1, None)], Some("point-expired"))),
    ]
    .map(|(name, view)| (name, view.render().unwrap_or_default()))
    .into()
}
