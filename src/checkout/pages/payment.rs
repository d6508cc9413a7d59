//! "How would you like to pay?": invoice with QR-bill, or the demonstration card.

use askama::Template;
use serde::Deserialize;

use crate::address::Person;
use crate::basket::Summary;
use crate::checkout::arrival::{arrive, take};
use crate::checkout::hint::Suggestion;
use crate::checkout::inventory::Inventory;
use crate::checkout::{Checkout, Draft, Step};
use crate::gazetteer::name::folded;
use crate::i18n::Lang;
use crate::payments::Payment;
use crate::payments::payment::{ACCEPTED_CARD, CardAnswer, DECLINED_CARD, charge};
use crate::pickup::Kind;
use crate::pickup::finder::PointQuery;
use crate::shipping::Mandate;
use crate::web::page::render;
use crate::web::steps::StepLink;
use crate::web::{Answer, FormState, Page, TypedForm, Visit, page, unprocessable};

/// The form. The card number is looked at once and never kept.
#[derive(Default, Deserialize)]
#[serde(default)]
pub struct PaymentForm {
    payment: String,
    card_number: String,
}

/// What came of asking Post. No word of it tells whether Post knew the person, whom anybody may have named.
struct News {
    good: bool,
    words: String,
    /// At a terminal: the way to a counter near by, and whether it stands out.
    counter: Option<(String, bool)>,
}

#[derive(Template)]
#[template(path = "checkout/payment.html")]
struct PaymentView {
    p: Page,
    steps: Vec<StepLink>,
    back: String,
    form: FormState,
    news: Option<News>,
    accepted_card: String,
    declined_card: String,
    hint: Option<Suggestion>,
    summary: Summary,
}

/// Shows the two ways to pay, below what Post has just said.
///
/// # Errors
/// When the database fails.
pub async fn show(visit: Visit, inventory: Inventory) -> Answer {
    let checkout = arrive(&visit, &inventory, Step::Payment).await?;
    let chosen = checkout.draft.payment.as_ref().map_or("", Payment::code);
    let version = checkout.version();
    let form = FormState::new(vec![("payment", chosen.to_owned()), ("version", version)]);
    page(&view(&visit, &checkout, form).await?)
}

/// Takes the way to pay. A declined card costs nothing of what was typed before.
///
/// # Errors
/// When the database fails, or another tab was quicker.
pub async fn submit(visit: Visit, inventory: Inventory, typed: TypedForm<PaymentForm>) -> Answer {
    let form = &typed.form;
    let mut state = FormState::new(vec![("payment", form.payment.clone())]);
    if let Some(status) = typed.again(visit.lang(), &mut state) {
        let checkout = arrive(&visit, &inventory, Step::Payment).await.map_err(|error| typed.lost(error))?;
        return render(status, &view(&visit, &checkout, state).await?);
    }
    let arrival = take(&visit, &inventory, Step::Payment).await?;
    let Some(payment) = form.parse(&visit.page, &mut state) else {
        return unprocessable(&view(&visit, &arrival.look_into(&visit).await?, state).await?);
    };
    let draft = Draft { payment: Some(payment), ..arrival.draft.clone() };
    if arrival.has_moved(&visit, (&typed.version, &draft), &mut state) {
        return unprocessable(&view(&visit, &arrival.look_into(&visit).await?, state).await?);
    }
    arrival.save(&visit, &draft).await
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

/// What to say of a pick-up. Post's status decides one thing only: at a terminal, how much the counter near by stands
/// out, for those whose identity Post may have to check first.
fn news(page: &Page, checkout: &Checkout, mandate: Option<&Mandate>) -> Option<News> {
    let point = checkout.point.as_ref()?;
    let known = mandate?.state.known();
    let counter = match point.kind {
        Kind::PickPost => None,
        Kind::MyPost24 => {
            let near = PointQuery::default().read(String::new(), Kind::PickPost).about(&point.town_line());
            let unverified = known.is_some_and(|(_, verified)| !verified.is_verified());
            Some((near.href(&page.href(Step::Point.path())), unverified))
        }
    };
    let draft = &checkout.draft;
    let buyer = draft.billing.as_ref().and_then(|billing| billing.address.party.person());
    let other = draft.collector.as_ref().map(|collector| &collector.person).filter(|person| {
        let name = |person: &Person| folded(&person.full_name());
        buyer.is_none_or(|buyer| name(buyer) != name(person))
    });
    let words = match (known.is_some(), other) {
        (false, _) => page.t("news-to-confirm").into_owned(),
        (true, None) => page.t("news-given").into_owned(),
        (true, Some(other)) => page.x("news-given-other", other.full_name()),
    };
    Some(News { good: known.is_some(), words, counter })
}

async fn view(visit: &Visit, checkout: &Checkout, form: FormState) -> sqlx::Result<PaymentView> {
    let mandate = checkout.mandate(visit).await?;
    Ok(PaymentView {
        p: visit.page.clone(),
        steps: checkout.bar(visit, Step::Payment),
        back: checkout.back(visit, Step::Payment),
        form,
        news: news(&visit.page, checkout, mandate.as_ref()),
        accepted_card: grouped(ACCEPTED_CARD),
        declined_card: grouped(DECLINED_CARD),
        hint: checkout.draft.suggestion(),
        summary: checkout.summary(),
    })
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    let p = Page::plain(lang, Step::Payment.path());
    let view = |form: FormState, news: Option<News>| PaymentView {
        steps: crate::checkout::step::bar(&p, Step::Payment, Step::Payment, None),
        back: p.href(Step::Collector.path()),
        form,
        news,
        accepted_card: grouped(ACCEPTED_CARD),
        declined_card: grouped(DECLINED_CARD),
        hint: None,
        summary: Summary::sample(lang),
        p: p.clone(),
    };
    let given = News { good: true, words: p.t("news-given").into_owned(), counter: Some(("/".into(), true)) };
    let silent =
        News { good: false, words: p.t("news-to-confirm").into_owned(), counter: Some(("/".into(), false)) };
    let mut declined = FormState::new(vec![("payment", "card".into())]);
    PaymentForm { payment: "card".into(), card_number: DECLINED_CARD.into() }.parse(&p, &mut declined);
    [
        ("payment", view(FormState::default(), Some(given)).render()),
        ("payment-to-confirm", view(FormState::default(), Some(silent)).render()),
        ("payment-declined", view(declined, None).render()),
    ]
    .map(|(name, html)| (name, html.unwrap_or_default()))
    .into()
}
