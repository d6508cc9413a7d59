//! "How would you like to pay?": invoice with QR-bill, or the demonstration card.

use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

use crate::basket::Summary;
use crate::checkout::arrival::arrive;
use crate::checkout::{Checkout, Draft, Step};
use crate::i18n::Lang;
use crate::orders::Payment;
use crate::orders::payment::{ACCEPTED_CARD, CardAnswer, DECLINED_CARD, charge};
use crate::pickup::Points;
use crate::shipping::{DeliveryKind, UserIdState};
use crate::web::steps::StepLink;
use crate::web::{Answer, Form, FormState, Page, Visit, page, unprocessable};

/// The form. The card number is looked at once and never kept.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct PaymentForm {
    payment: String,
    card_number: String,
}

#[derive(Template)]
#[template(path = "checkout/payment.html")]
struct PaymentView {
    p: Page,
    steps: Vec<StepLink>,
    back: String,
    form: FormState,
    /// What Post said on the step before, in words: is it good news?
    news: Option<(bool, String)>,
    accepted_card: String,
    declined_card: String,
    summary: Summary,
}

/// Shows the two ways to pay, below what Post has just said.
///
/// # Errors
/// When the database fails.
pub async fn show(visit: Visit, points: Data<Points>) -> Answer {
    let checkout = match arrive(&visit, &points, Step::Payment).await? {
        Ok(checkout) => checkout,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let chosen = checkout.draft.payment.as_ref().map_or("", Payment::code);
    let form = FormState::new(vec![("payment", chosen.to_owned())]);
    page(&view(&visit, &checkout, form))
}

/// Takes the way to pay. A declined card costs nothing of what was typed before.
///
/// # Errors
/// When the database fails, or another tab was quicker.
pub async fn submit(visit: Visit, points: Data<Points>, Form(form): Form<PaymentForm>) -> Answer {
    let checkout = match arrive(&visit, &points, Step::Payment).await? {
        Ok(checkout) => checkout,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let mut state = FormState::new(vec![("payment", form.payment.clone())]);
    let Some(payment) = form.parse(&visit.page, &mut state) else {
        return unprocessable(&view(&visit, &checkout, state));
    };
    let draft = Draft { payment: Some(payment), ..checkout.draft.clone() };
    checkout.save(&visit, &points, &draft).await
}

impl PaymentForm {
    fn parse(&self, page: &Page, state: &mut FormState) -> Option<Payment> {
        match self.payment.as_str() {
            "invoice" => Some(Payment::Invoice),
            "card" => {
                let refused = match charge(&self.card_number) {
                    CardAnswer::Accepted => return Some(Payment::Card { last4: last4(ACCEPTED_CARD) }),
                    CardAnswer::Declined => "payment-declined",
                    CardAnswer::NotADemoCard => "payment-no-demo-card",
                };
                state.refuse("card_number", page.t(refused));
                None
            }
            _ => {
                state.refuse("payment", page.t("payment-choose"));
                None
            }
        }
    }
}

fn last4(number: &str) -> String {
    number.chars().skip(number.len().saturating_sub(4)).collect()
}

/// In groups of four, as it stands on a card.
fn grouped(number: &str) -> String {
    number.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ")
}

/// What Post said of the person who collects.
fn news(page: &Page, draft: &Draft) -> Option<(bool, String)> {
    let locker = draft.delivery == Some(DeliveryKind::MyPost24);
    let state = &draft.mandate.as_ref().filter(|_| draft.point_id.is_some())?.state;
    Some(match state {
        UserIdState::Known(_, verified) if verified.is_verified() => {
            (true, page.t("news-verified").into_owned())
        }
        UserIdState::Known(..) if locker => (true, page.t("news-registered-locker").into_owned()),
        UserIdState::Known(..) => (true, page.t("news-registered").into_owned()),
        UserIdState::Requested | UserIdState::ToConfirm => (false, page.t("news-to-confirm").into_owned()),
    })
}

fn view(visit: &Visit, checkout: &Checkout, form: FormState) -> PaymentView {
    PaymentView {
        p: visit.page.clone(),
        steps: checkout.bar(visit, Step::Payment),
        back: checkout.back(visit, Step::Payment),
        form,
        news: news(&visit.page, &checkout.draft),
        accepted_card: grouped(ACCEPTED_CARD),
        declined_card: grouped(DECLINED_CARD),
        summary: checkout.summary(),
    }
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    let p = Page::plain(lang, Step::Payment.path());
    let view = |form: FormState, news: Option<(bool, &str)>| PaymentView {
        steps: crate::checkout::step::bar(&p, Step::Payment, Step::Payment, None),
        back: p.href(Step::Collector.path()),
        form,
        news: news.map(|(good, key)| (good, p.t(key).into_owned())),
        accepted_card: grouped(ACCEPTED_CARD),
        declined_card: grouped(DECLINED_CARD),
        summary: Summary::sample(lang),
        p: p.clone(),
    };
    let mut declined = FormState::new(vec![("payment", "card".into())]);
    PaymentForm { payment: "card".into(), card_number: DECLINED_CARD.into() }.parse(&p, &mut declined);
    [
        ("payment", view(FormState::default(), Some((true, "news-registered-locker"))).render()),
        ("payment-to-confirm", view(FormState::default(), Some((false, "news-to-confirm"))).render()),
        ("payment-declined", view(declined, None).render()),
    ]
    .map(|(name, html)| (name, html.unwrap_or_default()))
    .into()
}
