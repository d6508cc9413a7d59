//! Another point for an order, chosen behind the counter by the same search; and back to the billing address for one that came back.

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

use crate::catalogue::Goods;
use crate::config::{MapSettings, PostSettings};
use crate::i18n::Lang;
use crate::limit::{Grant, Taken};
use crate::merchant::clerk::Clerk;
use crate::merchant::pages::finder::at;
use crate::orders::another::May;
use crate::orders::another::choose::{Chosen, choose};
use crate::orders::asker::Asker;
use crate::orders::event::Actor;
use crate::orders::life::{LifeState, Move};
use crate::orders::redirect::Way;
use crate::orders::{Order, list};
use crate::pickup::Points;
use crate::pickup::finder::view::MapView;
use crate::pickup::finder::{Entry, FinderView, PointQuery, State};
use crate::pickup::pages::tiles;
use crate::post::Carrier;
use crate::shipping::{Delivery, PointCopy};
use crate::web::page::render;
use crate::web::{Answer, Form, Page, Query, see_other};

/// The form: the chosen point's token and what was looked for, or `home` for the billing address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct PointForm {
    choice: String,
    q: Option<String>,
    home: Option<String>,
}

#[derive(Template)]
#[template(path = "merchant/point.html")]
struct PointView {
    p: Page,
    email: String,
    waiting: i64,
    number: String,
    lead: String,
    /// What is the matter with the point of now.
    lost: Option<String>,
    /// Why the last choice was not taken.
    problem: Option<String>,
    /// The billing address, where it can go there instead.
    home: Option<String>,
    /// `None` where nothing can be chosen.
    finder: Option<FinderView>,
}

/// What the search needs of this instance.
type Held = (Data<Goods>, Data<Points>, Data<MapSettings>, Data<Carrier>, Data<PostSettings>);

/// Shows the points around where the person lives who collects, or around what is searched.
///
/// # Errors
/// [`crate::web::Error::NotFound`] for an unknown order.
pub async fn show(clerk: Clerk, held: Held, number: Path<String>, Query(query): Query<PointQuery>) -> Answer {
    let order = clerk.order(&number).await?;
    answer(&clerk, &order, &held, &query, None).await
}

/// Takes the choice.
///
/// # Errors
/// [`crate::web::Error::NotFound`] for an unknown order.
pub async fn submit(
    clerk: Clerk,
    held: Held,
    number: Path<String>,
    Query(query): Query<PointQuery>,
    Form(form): Form<PointForm>,
) -> Answer {
    let order = clerk.order(&number).await?;
    let (asker, by) = (asker(&clerk, &held), Actor::Merchant(clerk.email.clone()));
    let back = see_other(&format!("/merchant/orders/{}", order.number));
    if form.home.is_some() {
        if can_go_home(&order) {
            let way = Way::Address(Delivery::Home(order.billing.clone()));
            // Too late, or a second click: the order's page says where it goes.
            asker.redirect(&order, way, Move::PointChanged, &by).await?;
        }
        return Ok(back);
    }
    let pick = |order: &Order| {
        let (shelf, points) = (held.0.now(), held.1.now());
        let point = order.finder(&at(&clerk, order, &shelf)).pick(&points, &form.choice)?;
        Ok(PointCopy::of(&point, points.as_of()))
    };
    // Whoever is signed in may ask as often as it takes.
    let ask = async || Ok(Grant::Given(Taken::default()));
    match choose(&asker, &order, &by, pick, ask).await? {
        Chosen::Now | Chosen::Already => Ok(back),
        Chosen::Refused(problem) => {
            let order = clerk.order(&number).await?;
            answer(&clerk, &order, &held, &query.about(form.q), Some(problem)).await
        }
        Chosen::No(_) | Chosen::Wait(_) => {
            let order = clerk.order(&number).await?;
            answer(&clerk, &order, &held, &query, None).await
        }
    }
}

fn can_go_home(order: &Order) -> bool {
    order.life.state == LifeState::Returned && order.delivery.pickup().is_some()
}

fn asker(clerk: &Clerk, (_, _, _, carrier, post): &Held) -> Asker {
    Asker::new(&clerk.visit.site.ground, carrier, post)
}

async fn answer(
    clerk: &Clerk,
    order: &Order,
    held: &Held,
    query: &PointQuery,
    problem: Option<String>,
) -> Answer {
    let p = clerk.visit.page.clone();
    let may = May::of(order, &Actor::Merchant(clerk.email.clone()));
    let (shelf, index) = (held.0.now(), held.1.now());
    let finder = order.finder(&at(clerk, order, &shelf));
    let now = match order.delivery.pickup() {
        Some(pickup) => pickup.point.one_line(),
        None => p.t("history-address").into_owned(),
    };
    let yes = may == May::Yes;
    let status = match &problem {
        _ if !yes => StatusCode::CONFLICT,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let view = PointView {
        email: clerk.email.clone(),
        waiting: list::waiting(clerk.pool()).await?,
        number: order.number.to_string(),
        lead: if yes { p.x("merchant-point-lead", now) } else { p.x(may.key(), order.reached_at()) },
        lost: finder.lost(&index).filter(|_| yes && problem.is_none()),
        problem,
        home: can_go_home(order).then(|| order.billing.lines().join(", ")),
        finder: yes.then(|| finder.view(&index, &held.2, query, None)),
        p,
    };
    Ok(tiles::opened(render(status, &view)?, &held.2))
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples() -> Vec<(&'static str, String)> {
    let p = Page::plain(Lang::En, "/merchant/orders/M-10042/point");
    let list =
        [(1, None), (2, None), (3, Some("…"))].map(|(at, no)| Entry::sample(Lang::En, at, no)).to_vec();
    let finder = FinderView {
        remembers: false,
        can_remember: false,
        last: None,
        map: MapView::default(),
        ..FinderView::sample(Lang::En, "/merchant/orders/M-10042/point", State::Found, list)
    };
    let view = |lead: String, home: Option<String>, finder| PointView {
        email: "anna@example.ch".into(),
        waiting: 1,
        number: "M-10042".into(),
        lead,
        lost: None,
        problem: None,
        home,
        finder,
        p: p.clone(),
    };
    let now = || p.x("merchant-point-lead", "Filiale Zürich, 8008 Zürich");
    let home = Some("Hans Muster, Bellerivestrasse 5, 8008 Zürich".into());
    [
        ("merchant-point", view(now(), None, Some(finder.clone()))),
        ("merchant-point-returned", view(now(), home, Some(finder))),
        ("merchant-point-late", view(p.t(May::TooLate.key()).into_owned(), None, None)),
    ]
    .map(|(name, view)| (name, view.render().unwrap_or_default()))
    .into()
}
