//! The orders of this browser: found again by its session for a day, and longer where it was asked to remember them.

use actix_web::HttpRequest;
use askama::Template;
use serde::Deserialize;

use crate::clock::swiss;
use crate::i18n::{Lang, dates};
use crate::orders::pages::browser;
use crate::orders::personal::store::{self, Head};
use crate::orders::store as order_store;
use crate::orders::timeline;
use crate::web::{Answer, Error, OpenForm, Page, Visit, page, see_other};

/// The form: `remember` with an order's token, or `forget`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct MineForm {
    remember: Option<String>,
    forget: Option<String>,
}

/// One order of the list.
struct Row {
    href: String,
    number: String,
    placed: String,
    state: String,
    remembered: bool,
}

#[derive(Template)]
#[template(path = "orders/mine.html")]
struct MineView {
    p: Page,
    rows: Vec<Row>,
}

/// Shows the list: numbers and days, nothing personal.
///
/// # Errors
/// When the database fails.
pub async fn show(visit: Visit, http: HttpRequest) -> Answer {
    let remembered = browser::remembered(&http, &visit);
    let mut tokens = browser::known(&visit);
    tokens.extend(remembered.iter().filter(|token| !tokens.contains(token)).cloned().collect::<Vec<_>>());
    let heads = if tokens.is_empty() { Vec::new() } else { store::heads(visit.lines(), &tokens).await? };
    let p = visit.page;
    let row = |head: Head| Row {
        href: p.href(&format!("/orders/{}", head.token)),
        number: head.number.to_string(),
        placed: dates::full(p.lang, swiss(head.placed_at).date()),
        state: p.t(timeline::word(head.state)).into_owned(),
        remembered: remembered.contains(&head.token),
    };
    let rows = heads.into_iter().map(row).collect();
    page(&MineView { p, rows })
}

/// Remembers an order in this browser for half a year, or forgets all of them.
///
/// # Errors
/// [`Error::NotFound`] for an unknown token, [`Error::Unreadable`] for a form that asks for nothing.
pub async fn submit(visit: Visit, http: HttpRequest, OpenForm(form): OpenForm<MineForm>) -> Answer {
    let cookie = match (form.remember, form.forget) {
        (Some(token), _) => {
            let order = order_store::by_token(visit.lines(), &token).await?.ok_or(Error::NotFound)?;
            browser::demand(&visit, &order)?;
            browser::remember(&http, &visit, &order.token)
        }
        (None, Some(_)) => browser::forget(&visit),
        (None, None) => return Err(Error::Unreadable),
    };
    let mut answer = see_other(&visit.page.href("/orders"));
    answer.add_cookie(&cookie).map_err(Error::internal)?;
    Ok(answer)
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    let p = Page::plain(lang, "/orders");
    let row = |number: &str, remembered: bool| Row {
        href: p.href("/orders/x"),
        number: number.into(),
        placed: "24 November 2026".into(),
        state: p.t("life-to-pack").into_owned(),
        remembered,
    };
    let view = |rows: Vec<Row>| MineView { rows, p: p.clone() };
    let some = vec![row("M-10043", false), row("M-10042", true)];
    [("orders-mine", view(some)), ("orders-mine-none", view(Vec::new()))]
        .map(|(name, view)| (name, view.render().unwrap_or_default()))
        .into()
}
