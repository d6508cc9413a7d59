//! What is kept of an order and how long, a copy of it, and its end.

use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use chrono::{DateTime, Utc};
use serde::Deserialize;

use crate::clock::swiss;
use crate::i18n::{Lang, dates};
use crate::limit::{DATA_ADDRESS, DATA_ORDER, Grant};
use crate::orders::pages::browser;
use crate::orders::personal::erase::{Erasure, erase};
use crate::orders::personal::retention;
use crate::orders::{Order, store};
use crate::web::{Answer, Error, FormState, OpenForm, Page, Visit, not_yet, page, see_other, unprocessable};

/// The form: `erase`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct DataForm {
    erase: Option<String>,
}

#[derive(Template)]
#[template(path = "orders/data.html")]
struct DataView {
    p: Page,
    number: String,
    back: String,
    /// The address of the copy.
    copy: String,
    people_until: String,
    books_until: String,
    /// When the people were erased.
    erased: Option<String>,
    /// Whether they can be now.
    finished: bool,
    form: FormState,
}

/// Shows it.
///
/// # Errors
/// [`Error::NotFound`] for an unknown token, [`Error::Elsewhere`] where it is to be said first whose the order is.
pub async fn show(visit: Visit, path: Path<(String, String)>) -> Answer {
    let order = store::by_token(visit.lines(), &path.1).await?.ok_or(Error::NotFound)?;
    browser::demand(&visit, &order)?;
    let now = visit.now();
    page(&view(visit.page, (&order, now), FormState::default()))
}

/// Erases what no law keeps, or says why not yet.
///
/// # Errors
/// As [`show`]; [`Error::Unreadable`] for a form that asks for nothing.
pub async fn submit(
    visit: Visit,
    path: Path<(String, String)>,
    OpenForm(form): OpenForm<DataForm>,
) -> Answer {
    form.erase.ok_or(Error::Unreadable)?;
    let order = store::by_token(visit.lines(), &path.1).await?.ok_or(Error::NotFound)?;
    browser::demand(&visit, &order)?;
    let now = visit.now();
    let mut state = FormState::default();
    let wanted = [(DATA_ORDER, &*order.token), (DATA_ADDRESS, visit.network())];
    if let Grant::Wait(seconds) = visit.site.limits.take(&visit.site.ground, wanted).await? {
        state.refuse("erase", visit.page.x("data-too-many", visit.page.span(seconds)));
        return not_yet(StatusCode::TOO_MANY_REQUESTS, seconds, &view(visit.page, (&order, now), state));
    }
    match erase(&visit.site.ground, &order).await? {
        Erasure::Done => Ok(see_other(&visit.page.href(&format!("{}/data", order.path())))),
        Erasure::NotYet => {
            let until = dates::full(visit.lang(), retention::people_until(order.placed_at));
            state.refuse("erase", visit.page.x("data-not-yet", until));
            unprocessable(&view(visit.page, (&order, now), state))
        }
    }
}

fn view(p: Page, (order, now): (&Order, DateTime<Utc>), form: FormState) -> DataView {
    let here = p.href(&order.path());
    DataView {
        number: order.number.to_string(),
        copy: format!("{here}/data.json"),
        back: here,
        people_until: dates::full(p.lang, retention::people_until(order.placed_at)),
        books_until: dates::full(p.lang, retention::books_until(order.placed_at)),
        erased: order.erased_at.map(|at| dates::full(p.lang, swiss(at).date())),
        finished: retention::is_finished(order, now),
        form,
        p,
    }
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    let p = Page::plain(lang, "/orders/x/data");
    let view = |finished: bool, erased: bool, form: FormState| DataView {
        number: "M-10042".into(),
        back: p.href("/orders/x"),
        copy: p.href("/orders/x/data.json"),
        people_until: "23 May 2027".into(),
        books_until: "31 December 2036".into(),
        erased: erased.then(|| "3 March 2027".into()),
        finished,
        form,
        p: p.clone(),
    };
    let mut refused = FormState::default();
    refused.refuse("erase", p.x("data-not-yet", "23 May 2027"));
    [
        ("order-data", view(true, false, FormState::default())),
        ("order-data-not-yet", view(false, false, refused)),
        ("order-data-erased", view(true, true, FormState::default())),
    ]
    .map(|(name, view)| (name, view.render().unwrap_or_default()))
    .into()
}
