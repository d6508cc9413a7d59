//! The location search: a list that is complete by itself. The choice comes back as a sealed token (rule 3).

use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde::Deserialize;

use crate::basket::Summary;
use crate::checkout::arrival::{arrive, moved_on};
use crate::checkout::inventory::Inventory;
use crate::checkout::pages::last_point;
use crate::checkout::{Checkout, Draft, Step};
use crate::config::MapSettings;
use crate::i18n::Lang;
use crate::pickup::Point;
use crate::pickup::finder::{Entry, FinderView, PointQuery, State};
use crate::pickup::pages::tiles;
use crate::shipping::DeliveryKind;
use crate::web::page::render;
use crate::web::steps::StepLink;
use crate::web::{Answer, Change, Error, Form, FormState, Page, Query, Visit};

/// The form: the chosen point's token, what was looked for, and whether to remember the point on this device.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct PointForm {
    choice: String,
    /// The version of the draft that the list was made from.
    version: String,
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
    /// What another window has changed since the list was made.
    meanwhile: Vec<Change>,
    finder: FinderView,
    summary: Summary,
}

/// Shows the points around what is searched, or around the billing address at first sight.
///
/// # Errors
/// When the database fails.
pub async fn show(
    visit: Visit,
    http: HttpRequest,
    inventory: Inventory,
    maps: Data<MapSettings>,
    Query(query): Query<PointQuery>,
) -> Answer {
    let checkout = arrive(&visit, &inventory, Step::Point).await?;
    let (finder, index) = (checkout.finder(&visit), inventory.points.now());
    let problem = if checkout.point.is_none() { finder.lost(&index) } else { None };
    let last = last_point::read(&http, &visit);
    let finder = finder.view(&index, &maps, &query, last.as_deref());
    answer(StatusCode::OK, &maps, &view(&visit, &checkout, finder, problem))
}

/// Takes the choice. The token says which point; everything else is looked up.
///
/// # Errors
/// When the database fails, or another tab was quicker.
pub async fn submit(
    visit: Visit,
    http: HttpRequest,
    inventory: Inventory,
    maps: Data<MapSettings>,
    Query(query): Query<PointQuery>,
    Form(form): Form<PointForm>,
) -> Answer {
    let checkout = arrive(&visit, &inventory, Step::Point).await.map_err(moved_on)?;
    let (finder, index) = (checkout.finder(&visit), inventory.points.now());
    let last = last_point::read(&http, &visit);
    match finder.pick(&index, &form.choice) {
        Ok(point) => {
            let mut answer = checkout.save(&visit, &inventory, &with_point(&checkout, &point)).await?;
            if form.remember.is_some() {
                let cookie = last_point::cookie(&visit, point.id.as_str());
                answer.add_cookie(&cookie).map_err(Error::internal)?;
            } else if form.asked.is_some() && last.is_some() {
                answer.add_cookie(&last_point::removal(&visit)).map_err(Error::internal)?;
            }
            Ok(answer)
        }
        Err(problem) => {
            let finder = finder.view(&index, &maps, &query.about(form.q), last.as_deref());
            // Whatever was wanted, it was not taken: everything that has moved is told.
            let mut state = FormState::default();
            checkout.has_moved(&visit, &inventory, (&form.version, &Draft::default()), &mut state);
            let mut view = view(&visit, &checkout, finder, Some(problem));
            view.meanwhile = state.meanwhile;
            answer(StatusCode::UNPROCESSABLE_ENTITY, &maps, &view)
        }
    }
}

/// The draft with this point. The same point keeps its mandate: nothing has changed for Post.
fn with_point(checkout: &Checkout, point: &Point) -> Draft {
    let draft = &checkout.draft;
    let same =
        draft.point_id.as_deref() == Some(point.id.as_str()) && draft.delivery == Some(point.kind.into());
    Draft {
        delivery: Some(DeliveryKind::from(point.kind)),
        point_id: Some(point.id.to_string()),
        mandate: draft.mandate.filter(|_| same),
        ..draft.clone()
    }
}

fn answer(status: StatusCode, maps: &MapSettings, view: &PointView) -> Result<HttpResponse, Error> {
    Ok(tiles::opened(render(status, view)?, maps))
}

fn view(visit: &Visit, checkout: &Checkout, finder: FinderView, problem: Option<String>) -> PointView {
    let finder = FinderView { version: checkout.version(), ..finder };
    PointView {
        meanwhile: Vec::new(),
        p: visit.page.clone(),
        steps: checkout.bar(visit, Step::Point),
        back: checkout.back(visit, Step::Point),
        problem,
        finder,
        summary: checkout.summary(),
    }
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    let p = Page::plain(lang, Step::Point.path());
    let view = |state, entries: Vec<Entry>, problem: Option<&str>| PointView {
        steps: crate::checkout::step::bar(&p, Step::Point, Step::Point, Some(DeliveryKind::PickPost)),
        back: p.href(Step::Delivery.path()),
        problem: problem.map(|key| p.t(key).into_owned()),
        meanwhile: Vec::from_iter(problem.map(|_| Change {
            what: p.t("step-payment").into_owned(),
            was: "…".to_owned(),
            now: "…".to_owned(),
        })),
        finder: FinderView {
            remembers: problem.is_some(),
            ..FinderView::sample(lang, &p.href(Step::Point.path()), state, entries)
        },
        summary: Summary::sample(lang),
        p: p.clone(),
    };
    let list = [(1, None), (2, None), (3, Some("…"))].map(|(at, no)| Entry::sample(lang, at, no)).to_vec();
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
