//! Asks whose an order is, once its link is old: the page of the order without anything personal.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Path;
use askama::Template;
use serde::Deserialize;

use crate::clock::swiss;
use crate::i18n::{Lang, dates};
use crate::limit::{Grant, PROOF_ADDRESS, PROOF_ORDER};
use crate::orders::card;
use crate::orders::pages::browser;
use crate::orders::personal::sight;
use crate::orders::{Order, store, timeline};
use crate::pasted;
use crate::web::{Answer, Error, FormState, OpenForm, Page, Visit, not_yet, page, see_other, unprocessable};

/// The form: a postcode or an e-mail address.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ProofForm {
    proof: String,
}

#[derive(Template)]
#[template(path = "orders/proof.html")]
struct ProofView {
    p: Page,
    number: String,
    placed: String,
    delivery: String,
    state: String,
    /// The key of the label: once the e-mail address is erased only the postcode is asked for.
    label: &'static str,
    form: FormState,
}

/// Shows the question.
///
/// # Errors
/// Only when the template fails, which its sample excludes.
pub fn show(visit: Visit, order: &Order) -> Result<HttpResponse, Error> {
    page(&view(visit.page, order, FormState::default()))
}

/// Takes the answer. A right one is remembered in the session, for this order; a wrong one says nothing of what is right, and
/// counts: by order and by address.
///
/// # Errors
/// [`Error::NotFound`] for an unknown token.
pub async fn submit(
    visit: Visit,
    path: Path<(String, String)>,
    OpenForm(form): OpenForm<ProofForm>,
) -> Answer {
    let order = store::by_token(visit.lines(), &path.1).await?.ok_or(Error::NotFound)?;
    let there = visit.page.href(&order.path());
    if browser::sees(&visit, &order) {
        return Ok(see_other(&there));
    }
    let typed = form.proof.chars().take(200).collect::<String>();
    let mut state = FormState::new(vec![("proof", typed.clone())]);
    if pasted::clean(&typed).is_empty() {
        state.refuse("proof", visit.page.t("proof-missing"));
        return unprocessable(&view(visit.page, &order, state));
    }
    let wanted = [(PROOF_ORDER, &*order.token), (PROOF_ADDRESS, visit.network())];
    // Taken before it is looked at, so that guesses at the same moment count one by one.
    let taken = match visit.site.limits.take(&visit.site.ground, wanted).await? {
        Grant::Given(taken) => taken,
        Grant::Wait(seconds) => {
            state.refuse("proof", visit.page.x("proof-too-many", visit.page.span(seconds)));
            return not_yet(StatusCode::TOO_MANY_REQUESTS, seconds, &view(visit.page, &order, state));
        }
    };
    if !sight::proves(&order, &typed) {
        state.refuse("proof", visit.page.t("proof-wrong"));
        return unprocessable(&view(visit.page, &order, state));
    }
    taken.give_back(&visit.site.ground).await?;
    browser::know(&visit, &order.token)?;
    Ok(see_other(&there))
}

fn view(p: Page, order: &Order, form: FormState) -> ProofView {
    ProofView {
        number: order.number.to_string(),
        placed: dates::full(p.lang, swiss(order.placed_at).date()),
        delivery: p.t(card::sign(order.delivery.kind()).1).into_owned(),
        state: p.t(timeline::word(order.life.state)).into_owned(),
        label: if order.email.is_some() { "field-proof" } else { "field-proof-postcode" },
        form,
        p,
    }
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    let p = Page::plain(lang, "/orders/x");
    let view = |form: FormState| ProofView {
        number: "M-10042".into(),
        placed: "24 November 2026".into(),
        delivery: p.t("delivery-pickpost").into_owned(),
        state: p.t("stop-arrived").into_owned(),
        label: "field-proof",
        form,
        p: p.clone(),
    };
    let mut wrong = FormState::new(vec![("proof", "3000".into())]);
    wrong.refuse("proof", p.t("proof-wrong"));
    [("order-proof", view(FormState::default())), ("order-proof-wrong", view(wrong))]
        .map(|(name, view)| (name, view.render().unwrap_or_default()))
        .into()
}
