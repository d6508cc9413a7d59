//! The list of orders, newest first; or only those that wait for Post. Pages go on from an order's number.

use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;

use crate::clock::swiss;
use crate::i18n::{Lang, dates};
use crate::merchant::clerk::Clerk;
use crate::merchant::waits::Waits;
use crate::orders::OrderNumber;
use crate::orders::list::{self, OrderRow, Start};
use crate::shipping::DeliveryKind;
use crate::web::{Answer, Page, Query, page};

/// What is asked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct OrdersQuery {
    waiting: Option<String>,
    /// The order that the page goes on from, towards the older or the newer ones. Addresses of before had `page=`,
    /// which leads to the first page: what stood on a numbered page moved with every order.
    before: Option<String>,
    after: Option<String>,
}

#[derive(Clone)]
struct Row {
    number: String,
    placed: String,
    who: String,
    icon: &'static str,
    place: String,
    state: Option<(&'static str, &'static str)>,
    waits: Option<Waits>,
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
    /// Orders in all, counted no further than to [`MANY`].
    all: i64,
    newer: Option<String>,
    older: Option<String>,
}

/// From here on the page says "more than".
const MANY: i64 = 1000;

/// Shows the list.
///
/// # Errors
/// When the database fails.
pub async fn show(clerk: Clerk, Query(query): Query<OrdersQuery>) -> Answer {
    let only_waiting = query.waiting.is_some();
    let pool = clerk.pool();
    let list = list::orders(pool, only_waiting, query.start()).await?;
    let waiting = list::waiting(pool).await?;
    let all = if only_waiting { waiting } else { list::count(pool).await? };
    let (now, p) = (clerk.visit.now(), clerk.visit.page);
    let link = |there: bool, name: &str, row: Option<&OrderRow>| {
        let only = if only_waiting { "waiting=1&" } else { "" };
        row.filter(|_| there).map(|row| format!("?{only}{name}={}", row.number))
    };
    page(&OrdersView {
        email: clerk.email,
        only_waiting,
        waiting,
        all,
        newer: link(list.newer, "after", list.rows.first()),
        older: link(list.older, "before", list.rows.last()),
        rows: list.rows.into_iter().map(|order| row(&p, order, now)).collect(),
        p,
    })
}

impl OrdersQuery {
    fn start(&self) -> Start {
        let number = |typed: &Option<String>| typed.as_deref().and_then(OrderNumber::parse);
        match (number(&self.before), number(&self.after)) {
            (Some(number), _) => Start::Before(number),
            (None, Some(number)) => Start::After(number),
            (None, None) => Start::Newest,
        }
    }
}

fn row(p: &Page, order: OrderRow, now: DateTime<Utc>) -> Row {
    let placed = swiss(order.placed_at);
    Row {
        number: order.number.to_string(),
        placed: dates::moment(p.lang, placed),
        who: order.who,
        icon: match order.kind {
            DeliveryKind::PickPost => "counter",
            DeliveryKind::MyPost24 => "locker",
            DeliveryKind::Other => "buildings",
            DeliveryKind::Home => "house",
        },
        place: order.place,
        state: order.waits.map(pill),
        waits: order.waiting.map(|waiting| Waits::of(p, &waiting, now)),
        total: p.chf(&order.total),
    }
}

/// The colour and the key of the words for a User ID that is still to come, or known.
#[must_use]
pub fn pill(waits: bool) -> (&'static str, &'static str) {
    if waits { ("waiting", "state-to-confirm") } else { ("known", "state-known") }
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples() -> Vec<(&'static str, String)> {
    let p = Page::plain(Lang::En, "/merchant/orders");
    let row = |state, waits| Row {
        number: "M-10042".into(),
        placed: "24 November, 14:05".into(),
        who: "Hans Muster".into(),
        icon: "counter",
        place: "Filiale Zürich".into(),
        state,
        waits,
        total: "CHF 58.90".into(),
    };
    let rows = vec![row(Some(pill(false)), None), row(Some(pill(true)), None), row(None, None)];
    let waits = |decide| row(Some(pill(true)), Some(Waits::sample(&p, decide)));
    let view = |only_waiting: bool, rows: Vec<Row>| OrdersView {
        p: p.clone(),
        email: "anna@example.ch".into(),
        only_waiting,
        waiting: 1,
        all: 3,
        newer: None,
        older: Some("?before=M-10042".into()),
        rows,
    };
    let many = OrdersView {
        waiting: 100,
        all: MANY,
        newer: Some("?after=M-10042".into()),
        ..view(false, rows.clone())
    };
    let samples = [
        ("orders", view(false, rows)),
        ("orders-many", many),
        ("orders-waiting", view(true, vec![waits(false), waits(true)])),
        ("orders-none", view(true, Vec::new())),
    ];
    samples.map(|(name, view)| (name, view.render().unwrap_or_default())).into()
}
