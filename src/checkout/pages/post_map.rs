//! Post's own location search, embedded in a frame (way A, docs/post.md), behind a setting. All that comes back from the
//! frame is an id. What the frame says, and how, is assumed in `static/js/post_map.js` and nowhere else.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

use crate::basket::Summary;
use crate::checkout::arrival::arrive;
use crate::checkout::inventory::Inventory;
use crate::checkout::{Checkout, Step};
use crate::config::MapSettings;
use crate::i18n::Lang;
use crate::pickup::finder::Entry;
use crate::post::map::Frame;
use crate::web::headers::Opened;
use crate::web::page::render;
use crate::web::steps::StepLink;
use crate::web::{Answer, Error, Form, Page, Visit};

/// The form: what the frame said.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct PostMapForm {
    id: String,
}

#[derive(Template)]
#[template(path = "checkout/post_map.html")]
struct PostMapView {
    p: Page,
    steps: Vec<StepLink>,
    back: String,
    problem: Option<String>,
    /// The address of the frame, and the origin that may speak to us from it.
    frame: String,
    origin: String,
    /// The point that was picked in the frame, as our own data describe it.
    picked: Option<Entry>,
    summary: Summary,
}

/// Shows the frame.
///
/// # Errors
/// [`Error::NotFound`] where Post's map is not set up; when the database fails.
pub async fn show(visit: Visit, inventory: Inventory, maps: Data<MapSettings>) -> Answer {
    let post = maps.post.as_ref().and_then(Frame::of).ok_or(Error::NotFound)?;
    let checkout = arrive(&visit, &inventory, Step::Point).await?;
    answer(StatusCode::OK, &visit, &checkout, &post, (None, None))
}

/// Looks up what was picked in the frame, and shows it for the choice: the frame chooses nothing by itself.
///
/// # Errors
/// [`Error::NotFound`] where Post's map is not set up; when the database fails.
pub async fn submit(
    visit: Visit,
    inventory: Inventory,
    maps: Data<MapSettings>,
    Form(form): Form<PostMapForm>,
) -> Answer {
    let post = maps.post.as_ref().and_then(Frame::of).ok_or(Error::NotFound)?;
    let checkout = arrive(&visit, &inventory, Step::Point).await?;
    let Some(point) = inventory.points.get(form.id.trim()) else {
        let problem = visit.page.t("post-map-unknown").into_owned();
        return answer(StatusCode::UNPROCESSABLE_ENTITY, &visit, &checkout, &post, (None, Some(problem)));
    };
    let entry = checkout.finder(&visit).entry(&point);
    answer(StatusCode::OK, &visit, &checkout, &post, (Some(entry), None))
}

fn answer(
    status: StatusCode,
    visit: &Visit,
    checkout: &Checkout,
    post: &Frame,
    (picked, problem): (Option<Entry>, Option<String>),
) -> Result<HttpResponse, Error> {
    let view = PostMapView {
        p: visit.page.clone(),
        steps: checkout.bar(visit, Step::Point),
        back: visit.page.href(Step::Point.path()),
        problem,
        frame: post.address(visit.lang()),
        origin: post.origin(),
        picked,
        summary: checkout.summary(),
    };
    let answer = render(status, &view)?;
    let mut answer = answer;
    answer.extensions_mut().insert(Opened::frames(&post.origin()));
    Ok(answer)
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    let p = Page::plain(lang, "/checkout/point/post");
    let view = |picked, problem: Option<&str>| PostMapView {
        steps: crate::checkout::step::bar(&p, Step::Point, Step::Point, None),
        back: p.href(Step::Point.path()),
        problem: problem.map(|key| p.t(key).into_owned()),
        frame: "https://places.example.ch/".into(),
        origin: "https://places.example.ch".into(),
        picked,
        summary: Summary::sample(lang),
        p: p.clone(),
    };
    [
        ("post-map", view(None, None)),
        ("post-map-picked", view(Some(Entry { number: None, ..Entry::sample(lang, 1, None) }), None)),
        ("post-map-unknown", view(None, Some("post-map-unknown"))),
    ]
    .map(|(name, view)| (name, view.render().unwrap_or_default()))
    .into()
}
