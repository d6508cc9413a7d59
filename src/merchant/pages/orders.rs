//! The list of orders, newest first, or one of the queues; many can be marked at once. Pages go on from an order's number.

use askama::Template;
use serde::Deserialize;

use crate::i18n::Lang;
use crate::jobs::store as jobs_store;
use crate::merchant::clerk::Clerk;
use crate::merchant::row::{self, Row};
use crate::orders::event::Actor;
use crate::orders::life::{LifeState, Move};
use crate::orders::list::{self, OrderRow, Start, Which};
use crate::orders::many::{self, Moved};
use crate::orders::{OrderNumber, overdue};
use crate::web::{Answer, Error, Form, Page, Query, page};

/// What is asked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct OrdersQuery {
    waiting: Option<String>,
    queue: Option<String>,
    /// The order that the page goes on from, towards the older or the newer ones. Addresses of before had `page=`,
    /// which leads to the first page: what stood on a numbered page moved with every order.
    before: Option<String>,
    after: Option<String>,
}

/// The form: what was chosen in a queue (`all` stands for everything on the page, which is `shown`), and what it is marked as.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ManyForm {
    number: Vec<String>,
    all: Option<String>,
    shown: String,
    mark: String,
    queue: String,
}

/// A link to a queue, with how many stand in it.
struct Queue {
    href: String,
    name: String,
    count: String,
    here: bool,
    urgent: bool,
}

#[derive(Template)]
#[template(path = "merchant/orders.html")]
struct OrdersView {
    p: Page,
    email: String,
    waiting: i64,
    q: String,
    /// The list's name, and its code in addresses.
    name: String,
    which: &'static str,
    queues: Vec<Queue>,
    others: Vec<Queue>,
    /// Whether the rows say why, since when and what next.
    is_queue: bool,
    /// What the chosen ones can be marked as: value and words.
    marks: Vec<(&'static str, String)>,
    /// What came of those that were marked: colour and words.
    told: Vec<(&'static str, String)>,
    rows: Vec<Row>,
    /// Orders in the list, counted no further than to [`MANY`] (of those that wait to 100).
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
    page(&view(clerk, query.which(), query.start(), Vec::new()).await?)
}

/// Marks the chosen orders as packed or handed over; each that cannot be is named with where it stands. Who clicks twice, or
/// after a colleague, is told so.
///
/// # Errors
/// When the database fails; [`Error::Unreadable`] for a form that asks for nothing.
pub async fn submit(clerk: Clerk, Form(form): Form<ManyForm>) -> Answer {
    let by = match form.mark.as_str() {
        "packed" => Move::Packed,
        "handed_over" => Move::HandedOver,
        _ => return Err(Error::Unreadable),
    };
    let chosen: Vec<&str> = match form.all {
        Some(_) => form.shown.split('.').filter(|number| !number.is_empty()).collect(),
        None => form.number.iter().map(String::as_str).collect(),
    };
    if chosen.len() > many::MOST {
        return Err(Error::Unreadable);
    }
    let numbers = chosen.into_iter().map(|number| OrderNumber::parse(number).ok_or(Error::Unreadable));
    let numbers = numbers.collect::<Result<Vec<_>, _>>()?;
    let actor = Actor::Merchant(clerk.email.clone());
    let moved = many::move_on(&clerk.visit.site.ground, &numbers, by, &actor).await?;
    let told = told(&clerk.visit.page, &moved);
    page(&view(clerk, Which::parse(&form.queue), Start::Newest, told).await?)
}

async fn view(
    clerk: Clerk,
    which: Which,
    start: Start,
    told: Vec<(&'static str, String)>,
) -> Result<OrdersView, Error> {
    let (now, p) = (clerk.visit.now(), clerk.visit.page.clone());
    // One for all: each that goes back to its pool is tried first, which is a question more.
    let mut connection = clerk.pool().acquire().await?;
    let list = list::orders(&mut connection, which, start).await?;
    let waiting = list::waiting(&mut *connection).await?;
    let mut queues = Vec::new();
    for queue in Which::QUEUES {
        let count = if queue == Which::Waiting { waiting } else { queue.count(&mut connection).await? };
        queues.push(link(&p, queue, which, count));
    }
    let all = which.count(&mut connection).await?;
    let dead = jobs_store::dead(&mut *connection).await?;
    queues.push(elsewhere(&p, "/merchant/jobs", "queue-jobs", dead));
    let overdue = overdue::count(&mut *connection, now).await?;
    queues.push(elsewhere(&p, "/merchant/payments", "queue-overdue", overdue));
    drop(connection);
    let go_on = |there: bool, name: &str, row: Option<&OrderRow>| {
        row.filter(|_| there).map(|row| format!("?{}{name}={}", query(which), row.number))
    };
    Ok(OrdersView {
        email: clerk.email,
        waiting,
        q: String::new(),
        name: row::name(&p, which),
        which: which.code(),
        queues,
        others: Which::OTHERS.into_iter().map(|other| link(&p, other, which, 0)).collect(),
        is_queue: Which::QUEUES.contains(&which),
        marks: marks(&p, which),
        told,
        all,
        newer: go_on(list.newer, "after", list.rows.first()),
        older: go_on(list.older, "before", list.rows.last()),
        rows: list.rows.into_iter().map(|order| Row::in_queue(&p, order, which, now)).collect(),
        p,
    })
}

/// How a list stands in an address, before the number.
fn query(which: Which) -> String {
    match which {
        Which::All => String::new(),
        Which::Waiting => "waiting=1&".into(),
        other => format!("queue={}&", other.code()),
    }
}

fn link(p: &Page, queue: Which, which: Which, count: i64) -> Queue {
    Queue {
        href: format!("/merchant/orders?{}", query(queue).trim_end_matches('&')),
        name: row::name(p, queue),
        count: counted(count, if queue == Which::Waiting { 100 } else { MANY }),
        here: queue == which,
        urgent: !matches!(queue, Which::State(LifeState::ToPack | LifeState::Packed)),
    }
}

fn elsewhere(p: &Page, href: &str, key: &str, count: i64) -> Queue {
    let count = counted(count, MANY);
    Queue { href: href.into(), name: p.t(key).into_owned(), count, here: false, urgent: true }
}

/// A number as far as it was counted; nothing for none.
fn counted(count: i64, most: i64) -> String {
    match count {
        0 => String::new(),
        count if count >= most => format!("{}+", most - 1),
        count => count.to_string(),
    }
}

fn marks(p: &Page, which: Which) -> Vec<(&'static str, String)> {
    let packed = ("packed", p.t("many-packed").into_owned());
    let handed_over = ("handed_over", p.t("many-handed-over").into_owned());
    match which {
        Which::State(LifeState::ToPack) => vec![packed, handed_over],
        Which::State(LifeState::Packed) => vec![handed_over],
        _ => Vec::new(),
    }
}

fn told(p: &Page, moved: &[(OrderNumber, Moved)]) -> Vec<(&'static str, String)> {
    let done = moved.iter().filter(|(_, moved)| *moved == Moved::Now).count();
    let mut told = match (moved.len(), done) {
        (0, _) => vec![("waiting", p.t("many-none").into_owned())],
        (_, 0) => Vec::new(),
        _ => vec![("known", p.n("many-done", done))],
    };
    told.extend(moved.iter().filter_map(|(number, moved)| match moved {
        Moved::Now => None,
        Moved::Before => Some(("waiting", p.x("many-before", number))),
        Moved::Refused(state) => Some(("refused", p.xy("many-refused", number, row::state_name(p, *state)))),
        Moved::Unknown => Some(("refused", p.x("many-unknown", number))),
    }));
    told
}

impl OrdersQuery {
    /// Which list is asked for.
    #[must_use]
    pub fn which(&self) -> Which {
        match (&self.queue, &self.waiting) {
            (Some(queue), _) => Which::parse(queue),
            (None, Some(_)) => Which::Waiting,
            (None, None) => Which::All,
        }
    }

    /// Where its page begins.
    #[must_use]
    pub fn start(&self) -> Start {
        let number = |typed: &Option<String>| typed.as_deref().and_then(OrderNumber::parse);
        match (number(&self.before), number(&self.after)) {
            (Some(number), _) => Start::Before(number),
            (None, Some(number)) => Start::After(number),
            (None, None) => Start::Newest,
        }
    }
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples() -> Vec<(&'static str, String)> {
    let p = Page::plain(Lang::En, "/merchant/orders");
    let view = |which: Which, rows: Vec<Row>| OrdersView {
        p: p.clone(),
        email: "anna@example.ch".into(),
        waiting: 1,
        q: String::new(),
        name: row::name(&p, which),
        which: which.code(),
        queues: Which::QUEUES.into_iter().map(|queue| link(&p, queue, which, 3)).collect(),
        others: Which::OTHERS.into_iter().map(|queue| link(&p, queue, which, 0)).collect(),
        is_queue: Which::QUEUES.contains(&which),
        marks: marks(&p, which),
        told: Vec::new(),
        all: 3,
        newer: None,
        older: Some("?before=M-10042".into()),
        rows,
    };
    let many = OrdersView {
        waiting: 100,
        all: MANY,
        newer: Some("?after=M-10042".into()),
        ..view(Which::All, Row::samples(&p))
    };
    let number = OrderNumber::new(10042);
    let moved = [
        (number, Moved::Now),
        (number, Moved::Before),
        (number, Moved::Refused(LifeState::Cancelled)),
        (number, Moved::Unknown),
    ];
    let to_pack = Which::State(LifeState::ToPack);
    let marked = OrdersView { told: told(&p, &moved), ..view(to_pack, Row::samples(&p)) };
    let samples = [
        ("orders", view(Which::All, Row::samples(&p))),
        ("orders-many", many),
        ("orders-waiting", view(Which::Waiting, Row::samples(&p))),
        ("orders-to-pack", marked),
        ("orders-none", view(Which::Waiting, Vec::new())),
        ("orders-empty", OrdersView { all: 0, ..view(Which::All, Vec::new()) }),
    ];
    samples.map(|(name, view)| (name, view.render().unwrap_or_default())).into()
}
