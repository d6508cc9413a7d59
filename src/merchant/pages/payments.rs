//! Invoices: what came in, by the reference of a bill or as the bank tells it, and which are overdue.

use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;

use crate::clock::swiss;
use crate::i18n::{Lang, dates};
use crate::merchant::clerk::Clerk;
use crate::merchant::receipts::{self, Told};
use crate::orders::event::Actor;
use crate::orders::overdue::{self, Overdue};
use crate::orders::{OrderNumber, list};
use crate::web::page::render;
use crate::web::{Answer, Error, LargeForm, Page, Query, page};

/// Where the form with a bank's file goes: the door lets a larger one through there.
pub const ADDRESS: &str = "/merchant/payments";

/// What is asked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct PaymentsQuery {
    /// The order that the list of overdue ones goes on from.
    after: Option<String>,
}

/// The form: a reference, or the text of a camt.054 file.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct PaymentsForm {
    reference: String,
    camt: String,
}

struct Row {
    number: String,
    who: String,
    amount: String,
    due: String,
    days: i64,
}

#[derive(Template)]
#[template(path = "merchant/payments.html")]
struct PaymentsView {
    p: Page,
    email: String,
    waiting: i64,
    /// What came of what was sent, a line each.
    told: Vec<Told>,
    /// Why nothing was looked at.
    problem: Option<String>,
    /// As it was typed.
    reference: String,
    count: i64,
    rows: Vec<Row>,
    more: Option<String>,
}

/// Shows the forms and what is overdue.
///
/// # Errors
/// When the database fails.
pub async fn show(clerk: Clerk, Query(query): Query<PaymentsQuery>) -> Answer {
    let after = query.after.as_deref().and_then(OrderNumber::parse);
    page(&view(clerk, after, Vec::new()).await?)
}

/// Takes what came in. Sent twice, the second time says that nothing is left to do.
///
/// # Errors
/// When the database fails, or the form cannot be read.
pub async fn submit(clerk: Clerk, form: LargeForm) -> Answer {
    let PaymentsForm { reference, camt } = form.read().await?;
    let ground = clerk.visit.site.ground.clone();
    let by = Actor::Merchant(clerk.email.clone());
    let p = clerk.visit.page.clone();
    let told = if camt.trim().is_empty() {
        receipts::by_reference(&p, &ground, &reference, &by).await?
    } else {
        receipts::by_file(&p, &ground, &camt, &by).await?
    };
    match told {
        Ok(told) => page(&view(clerk, None, told).await?),
        Err(problem) => {
            let view = view(clerk, None, Vec::new()).await?;
            let reference = reference.chars().take(60).collect();
            let view = PaymentsView { problem: Some(problem), reference, ..view };
            render(actix_web::http::StatusCode::UNPROCESSABLE_ENTITY, &view)
        }
    }
}

async fn view(clerk: Clerk, after: Option<OrderNumber>, told: Vec<Told>) -> Result<PaymentsView, Error> {
    let now = clerk.visit.now();
    let pool = clerk.pool();
    let overdue = overdue::of(pool, now, after).await?;
    let count = overdue::count(pool, now).await?;
    let waiting = list::waiting(pool).await?;
    let p = clerk.visit.page;
    Ok(PaymentsView {
        email: clerk.email,
        waiting,
        told,
        problem: None,
        reference: String::new(),
        count,
        more: overdue.more.map(|number| format!("?after={number}")),
        rows: overdue.rows.into_iter().map(|overdue| row(&p, overdue, now)).collect(),
        p,
    })
}

fn row(p: &Page, overdue: Overdue, now: DateTime<Utc>) -> Row {
    Row {
        number: overdue.number.to_string(),
        who: overdue.who,
        amount: p.chf(&overdue.amount),
        due: dates::long(p.lang, overdue.due),
        days: (swiss(now).date() - overdue.due).num_days(),
    }
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples() -> Vec<(&'static str, String)> {
    let p = Page::plain(Lang::En, ADDRESS);
    let view = |told: Vec<Told>, rows: Vec<Row>, problem: Option<&str>| PaymentsView {
        p: p.clone(),
        email: "anna@example.ch".into(),
        waiting: 1,
        told,
        problem: problem.map(|key| p.t(key).into_owned()),
        reference: String::new(),
        count: i64::try_from(rows.len()).unwrap_or_default(),
        more: (!rows.is_empty()).then(|| "?after=M-10042".into()),
        rows,
    };
    let row = || Row {
        number: "M-10042".into(),
        who: "Hans Muster".into(),
        amount: "CHF 58.90".into(),
        due: "Thursday, 24 December 2026".into(),
        days: 3,
    };
    let samples = [
        ("merchant-payments", view(Vec::new(), Vec::new(), None)),
        ("merchant-payments-told", view(Told::samples(&p), vec![row(), row()], None)),
        ("merchant-payments-wrong", view(Vec::new(), Vec::new(), Some("receipt-not-xml"))),
    ];
    samples.map(|(name, view)| (name, view.render().unwrap_or_default())).into()
}
