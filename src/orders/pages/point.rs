//! Another point for an order that stands: the location search of the checkout, below the order's address.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

use crate::catalogue::Goods;
use crate::config::{MapSettings, PostSettings};
use crate::i18n::Lang;
use crate::limit::ASK_POST;
use crate::orders::another::May;
use crate::orders::another::choose::{Chosen, choose};
use crate::orders::another::may::MOST;
use crate::orders::asker::Asker;
use crate::orders::event::Actor;
use crate::orders::pages::browser;
use crate::orders::pages::finder::at;
use crate::orders::{Order, store};
use crate::pickup::Points;
use crate::pickup::finder::view::MapView;
use crate::pickup::finder::{Entry, FinderView, PointQuery, State};
use crate::pickup::pages::tiles;
use crate::post::Carrier;
use crate::shipping::PointCopy;
use crate::web::page::{not_yet, render};
use crate::web::{Answer, Error, OpenForm, Page, Query, Visit, limit, see_other};

/// The form: the chosen point's token, and what was looked for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct PointForm {
    choice: String,
    q: Option<String>,
}

#[derive(Template)]
#[template(path = "orders/point.html")]
struct PointView {
    p: Page,
    /// The order's page.
    back: String,
    /// Where it goes now, or why nothing can be chosen.
    lead: String,
    /// What is the matter with the point of now.
    lost: Option<String>,
    /// Why the last choice was not taken.
    problem: Option<String>,
    /// `None` where nothing can be chosen.
    finder: Option<FinderView>,
}

/// What the search needs of this instance.
type Held = (Data<Goods>, Data<Points>, Data<MapSettings>, Data<Carrier>, Data<PostSettings>);

/// Shows the points around where the person lives who collects, or around what is searched.
///
/// # Errors
/// [`Error::NotFound`] for an unknown token.
pub async fn show(
    visit: Visit,
    held: Held,
    path: Path<(String, String)>,
    Query(query): Query<PointQuery>,
) -> Answer {
    let order = store::by_token(visit.lines(), &path.1).await?.ok_or(Error::NotFound)?;
    browser::demand(&visit, &order)?;
    let may = May::of(&order, &Actor::Shopper);
    if may != May::Yes {
        return refused(&visit, &order, may);
    }
    let view = view(&visit, &order, &held, &query, None);
    Ok(tiles::opened(render(StatusCode::OK, &view)?, &held.2))
}

/// Takes the choice. Whoever has the link may; what it costs is bounded by who asks, and by the order itself.
///
/// # Errors
/// [`Error::NotFound`] for an unknown token.
pub async fn submit(
    visit: Visit,
    held: Held,
    path: Path<(String, String)>,
    Query(query): Query<PointQuery>,
    // The link opens on any device, also where there is no session yet; who does not know it can do nothing here.
    OpenForm(form): OpenForm<PointForm>,
) -> Answer {
    let order = store::by_token(visit.lines(), &path.1).await?.ok_or(Error::NotFound)?;
    browser::demand(&visit, &order)?;
    let asker = asker(&visit, &held);
    let pick = |order: &Order| {
        let (shelf, points) = (held.0.now(), held.1.now());
        let at = at(&visit, order, &shelf);
        let point = order.finder(&at).pick(&points, &form.choice)?;
        Ok(PointCopy::of(&point, points.as_of()))
    };
    let ask = async || limit::take(&visit, &ASK_POST).await;
    let chosen = choose(&asker, &order, &Actor::Shopper, pick, ask).await?;
    let (status, problem, wait) = match chosen {
        Chosen::Now | Chosen::Already => return Ok(see_other(&visit.page.href(&order.path()))),
        Chosen::No(may) => return refused(&visit, &order, may),
        Chosen::Refused(problem) => (StatusCode::UNPROCESSABLE_ENTITY, problem, None),
        Chosen::Wait(seconds) => {
            let words = visit.page.x("another-too-many", visit.page.span(seconds));
            (StatusCode::TOO_MANY_REQUESTS, words, Some(seconds))
        }
    };
    // As it stands now, not as it stood when it was read.
    let order = store::by_id(visit.lines(), order.id).await?.ok_or(Error::NotFound)?;
    let view = view(&visit, &order, &held, &query.about(form.q), Some(problem));
    let answer = match wait {
        Some(seconds) => not_yet(status, seconds, &view)?,
        None => render(status, &view)?,
    };
    Ok(tiles::opened(answer, &held.2))
}

fn asker(visit: &Visit, (_, _, _, carrier, post): &Held) -> Asker {
    Asker::new(&visit.site.ground, carrier, post)
}

fn view(
    visit: &Visit,
    order: &Order,
    (goods, points, maps, ..): &Held,
    query: &PointQuery,
    problem: Option<String>,
) -> PointView {
    let p = visit.page.clone();
    let (shelf, index) = (goods.now(), points.now());
    let finder = order.finder(&at(visit, order, &shelf));
    let now = order.delivery.pickup().map(|pickup| pickup.point.one_line());
    PointView {
        back: p.href(&order.path()),
        lead: p.x("another-lead", now.unwrap_or_default()),
        lost: finder.lost(&index).filter(|_| problem.is_none()),
        problem,
        finder: Some(finder.view(&index, maps, query, None)),
        p,
    }
}

/// Nothing can be chosen: why, with the way back.
fn refused(visit: &Visit, order: &Order, may: May) -> Result<HttpResponse, Error> {
    let p = visit.page.clone();
    let lead = p.with(may.key(), &[("x", order.reached_at().into()), ("n", MOST.into())]);
    render(
        StatusCode::CONFLICT,
        &PointView { back: p.href(&order.path()), lead, lost: None, problem: None, finder: None, p },
    )
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    let p = Page::plain(lang, "/orders/x/point");
    let list = [(1, None), (2, None), (3, Some("…"))].map(|(at, no)| Entry::sample(lang, at, no)).to_vec();
    let finder = FinderView {
        remembers: false,
        can_remember: false,
        last: None,
        map: MapView::default(),
        ..FinderView::sample(lang, &p.href("/orders/x/point"), State::Found, list)
    };
    let view = |lead: String, problem: Option<&str>, finder| PointView {
        back: p.href("/orders/x"),
        lead,
        lost: problem.map(|key| p.t(key).into_owned()),
        problem: problem.map(|key| p.t(key).into_owned()),
        finder,
        p: p.clone(),
    };
    let now = || p.x("another-lead", "Filiale Zürich, 8008 Zürich");
    [
        ("another-point", view(now(), None, Some(finder.clone()))),
        ("another-point-gone", view(now(), Some("point-gone"), Some(finder))),
        ("another-point-late", view(p.t(May::TooLate.key()).into_owned(), None, None)),
        ("another-point-ours", view(p.x(May::Ours.key(), "hans.muster@example.ch"), None, None)),
    ]
    .map(|(name, view)| (name, view.render().unwrap_or_default()))
    .into()
}
