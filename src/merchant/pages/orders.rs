//! The list of orders, newest first; or only those that wait for Post.

use askama::Template;
use serde::Deserialize;

use crate::clock::swiss;
use crate::i18n::{Lang, dates};
use crate::merchant::clerk::Clerk;
use crate::orders::store;
use crate::web::{Answer, Page, Query, page};

const PAGE_SIZE: i64 = 25;

/// What is asked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct OrdersQuery {
    waiting: Option<String>,
    page: Option<u32>,
}

struct Row {
    number: String,
    placed: String,
    who: String,
    icon: &'static str,
    place: String,
    state: Option<(&'static str, &'static str)>,
    total: String,
}

#[derive(Template)]
#[template(path = "merchant/orders.html")]
struct OrdersView {
    p: Page,
    email: String,
    only_waiting: bool,
    waiting: i64,
    rows: Vec<Row>,
    all: i64,
    page: i64,
    pages: i64,
}

/// Shows the list.
///
/// # Errors
/// When the database fails.
pub async fn show(clerk: Clerk, Query(query): Query<OrdersQuery>) -> Answer {
    let only_waiting = query.waiting.is_some();
    let at = i64::from(query.page.unwrap_or(1)).clamp(1, 1_000_000);
    let pool = clerk.visit.pool();
    let (orders, all) = store::list(pool, only_waiting, at, PAGE_SIZE).await?;
    let waiting = store::waiting(pool).await?;
    let p = clerk.visit.page;
    let rows = orders.into_iter().map(|order| row(&p, order)).collect();
    let pages = ((all + PAGE_SIZE - 1) / PAGE_SIZE).max(1);
    page(&OrdersView { email: clerk.email, only_waiting, waiting, rows, all, page: at, pages, p })
}

fn row(p: &Page, order: store::OrderRow) -> Row {
    let placed = swiss(order.placed_at);
    Row {
        number: order.number.to_string(),
        placed: format!("{}, {}", dates::day_month(p.lang, placed.date()), dates::time(placed)),
        who: order.who,
        icon: match order.kind.as_str() {
            "pickpost" => "counter",
            "my_post_24" => "locker",
            "other" => "buildings",
            _ => "house",
        },
        place: order.place,
        state: order.state.as_deref().map(pill),
        total: p.chf(&order.total),
    }
}

/// The colour and the key of the words for a User ID's state.
#[must_use]
pub fn pill(state: &str) -> (&'static str, &'static str) {
    if state == "known" { ("known", "state-known") } else { ("waiting", "state-to-confirm") }
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples() -> Vec<(&'static str, String)> {
    let p = Page::plain(Lang::En, "/merchant/orders");
    let row = |state| Row {
        number: "M-10042".into(),
        placed: "24 November, 14:05".into(),
        who: "Hans Muster".into(),
        icon: "counter",
        place: "Filiale Zürich".into(),
        state,
        total: "CHF 58.90".into(),
    };
    let rows = vec![row(Some(pill("known"))), row(Some(pill("to_confirm"))), row(None)];
    let view = |rows: Vec<Row>| OrdersView {
        p: p.clone(),
        email: "anna@example.ch".into(),
        only_waiting: rows.is_empty(),
        waiting: 1,
        all: 3,
        page: 1,
        pages: 2,
        rows,
    };
    [("orders", view(rows)), ("orders-none", view(Vec::new()))]
        .map(|(name, view)| (name, view.render().unwrap_or_default()))
        .into()
}
