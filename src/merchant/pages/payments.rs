//! Invoices: what came in, by the reference of a bill or as the bank tells it, and which are overdue.

use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;

use crate::clock::swiss;
use crate::i18n::{Lang, dates};
use crate::invoice::reference;
use crate::merchant::clerk::Clerk;
use crate::merchant::receipts::{self, Outcome, Unlooked};
use crate::money::Rappen;
use crate::orders::event::Actor;
use crate::orders::overdue::{self, Overdue};
use crate::orders::receive::Receipt;
use crate::orders::{OrderNumber, list};
use crate::payments::camt::{self, CamtError, Unusable};
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

/// What came of a credit.
struct Told {
    /// The order, where there is one.
    number: Option<String>,
    /// What came in.
    amount: Option<String>,
    /// `known` where it paid, `waiting` where nothing is to be done, `refused` where somebody has to look.
    color: &'static str,
    /// In words.
    words: String,
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
    let outcomes = if camt.trim().is_empty() {
        receipts::by_reference(&ground, &reference, &by).await.map(|outcome| vec![outcome])
    } else {
        receipts::by_file(&ground, &camt, &by).await
    };
    match outcomes {
        Ok(outcomes) => {
            let told = outcomes.into_iter().map(|outcome| Told::of(&p, outcome)).collect();
            page(&view(clerk, None, told).await?)
        }
        Err(unlooked) => {
            let problem = problem(&p, unlooked)?;
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

/// Why nothing was looked at, in words.
fn problem(p: &Page, unlooked: Unlooked) -> Result<String, Error> {
    let key = match unlooked {
        Unlooked::Database(error) => return Err(error.into()),
        Unlooked::NoReference => return Ok(p.n("receipt-no-reference", reference::LENGTH)),
        Unlooked::NoCredits => "receipt-no-lines",
        Unlooked::Unread(CamtError::NotXml) => "receipt-not-xml",
        Unlooked::Unread(CamtError::NotCamt) => "receipt-not-camt",
        Unlooked::Unread(CamtError::TooMany) => "receipt-too-many",
    };
    Ok(p.n(key, camt::MOST))
}

impl Told {
    fn of(p: &Page, outcome: Outcome) -> Self {
        let ((number, color, words), amount) = match outcome {
            Outcome::Looked(receipt, amount) => (looked(p, receipt, amount.is_some()), amount),
            Outcome::Unusable(why, number) => {
                let (color, key) = unusable(why);
                ((number, color, p.t(key).into_owned()), None)
            }
        };
        Self {
            number: number.map(|number| number.to_string()),
            amount: amount.map(|amount| p.chf(&amount)),
            color,
            words,
        }
    }

    fn samples(p: &Page) -> Vec<Self> {
        let number = OrderNumber::new(10042);
        let receipts = [
            Receipt::Paid(number),
            Receipt::WrongAmount(number, Rappen(3550)),
            Receipt::Unknown,
            Receipt::AlreadyPaid(number),
            Receipt::Told(number),
            Receipt::NotDue(number),
        ];
        let receipts = receipts.map(|receipt| Outcome::Looked(receipt, Some(Rappen(5890))));
        let unusable =
            [Unusable::Currency, Unusable::Amount, Unusable::Debit, Unusable::Reversal, Unusable::Pending];
        let unusable = unusable.map(|why| Outcome::Unusable(why, Some(number)));
        receipts.into_iter().chain(unusable).map(|outcome| Self::of(p, outcome)).collect()
    }
}

/// What came of money: the order, the colour, the words. Told by a bank, a bill that is paid already was paid twice.
fn looked(p: &Page, receipt: Receipt, by_bank: bool) -> (Option<OrderNumber>, &'static str, String) {
    let (number, color, key) = match receipt {
        Receipt::WrongAmount(number, due) => {
            return (Some(number), "refused", p.x("receipt-wrong-amount", p.chf(&due)));
        }
        Receipt::Paid(number) => (Some(number), "known", "receipt-paid"),
        Receipt::Unknown => (None, "refused", "receipt-unknown"),
        Receipt::AlreadyPaid(number) if by_bank => (Some(number), "refused", "receipt-already-paid"),
        Receipt::AlreadyPaid(number) => (Some(number), "waiting", "receipt-already-marked"),
        Receipt::Told(number) => (Some(number), "waiting", "receipt-told"),
        Receipt::NotDue(number) => (Some(number), "refused", "receipt-not-due"),
    };
    (number, color, p.t(key).into_owned())
}

/// The colour and the key of what cannot be used: whoever has to look at it knows where.
fn unusable(why: Unusable) -> (&'static str, &'static str) {
    match why {
        Unusable::Currency => ("refused", "receipt-currency"),
        Unusable::Amount => ("refused", "receipt-amount"),
        Unusable::Debit => ("waiting", "receipt-debit"),
        Unusable::Reversal => ("refused", "receipt-reversal"),
        Unusable::Pending => ("waiting", "receipt-pending"),
    }
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
