//! Orders found by what somebody knows of them. The form is sent, so that nobody's name stands in an address.

use askama::Template;
use serde::Deserialize;

use crate::i18n::Lang;
use crate::merchant::clerk::Clerk;
use crate::merchant::row::Row;
use crate::orders::search::{self, Found};
use crate::orders::{OrderNumber, list};
use crate::web::{Answer, Form, Page, Query, page, see_other};

/// What is asked.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct SearchForm {
    q: String,
    /// The order that the page goes on from.
    before: Option<String>,
}

#[derive(Template)]
#[template(path = "merchant/search.html")]
struct SearchView {
    p: Page,
    email: String,
    waiting: i64,
    q: String,
    asked: bool,
    rows: Vec<Row>,
    older: Option<String>,
    vague: bool,
    /// Whether this is not the first page.
    further: bool,
}

/// Shows the search; a number, an ident code or a reference in the address (`q`) leads on as when it is sent.
///
/// # Errors
/// When the database fails.
pub async fn show(clerk: Clerk, Query(form): Query<SearchForm>) -> Answer {
    answer(clerk, form).await
}

/// Shows what is found; where it is exactly one order by its number, leads there.
///
/// # Errors
/// When the database fails.
pub async fn submit(clerk: Clerk, Form(form): Form<SearchForm>) -> Answer {
    answer(clerk, form).await
}

async fn answer(clerk: Clerk, form: SearchForm) -> Answer {
    let before = form.before.as_deref().and_then(OrderNumber::parse);
    let found = search::find(clerk.pool(), &form.q, before).await?;
    let asked = !matches!(found, Found::Nothing);
    let (rows, older, vague) = match found {
        Found::Order(number) => return Ok(see_other(&format!("/merchant/orders/{number}"))),
        Found::Nothing => (Vec::new(), None, false),
        Found::Orders { rows, older, vague } => (rows, older, vague),
    };
    let waiting = list::waiting(clerk.pool()).await?;
    let (now, p) = (clerk.visit.now(), clerk.visit.page);
    page(&SearchView {
        email: clerk.email,
        waiting,
        q: form.q.chars().take(search::find::LONGEST).collect(),
        asked,
        rows: rows.into_iter().map(|order| Row::of(&p, order, now)).collect(),
        older: older.map(|number| number.to_string()),
        vague,
        further: before.is_some(),
        p,
    })
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples() -> Vec<(&'static str, String)> {
    let p = Page::plain(Lang::En, "/merchant/search");
    let view = |rows: Vec<Row>, asked: bool, vague: bool| SearchView {
        p: p.clone(),
        email: "anna@example.ch".into(),
        waiting: 1,
        q: if asked { "muster".into() } else { String::new() },
        asked,
        older: (!rows.is_empty()).then(|| "M-10042".into()),
        rows,
        vague,
        further: false,
    };
    let samples = [
        ("search", view(Vec::new(), false, false)),
        ("search-none", view(Vec::new(), true, false)),
        ("search-found", view(Row::samples(&p), true, true)),
    ];
    samples.map(|(name, view)| (name, view.render().unwrap_or_default())).into()
}
