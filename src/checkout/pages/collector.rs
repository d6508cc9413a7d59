//! "Who collects?": the person with the identity document. Submitting asks Post for the User ID of this order.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;

use crate::basket::Summary;
use crate::checkout::address_form::AddressForm;
use crate::checkout::arrival::{arrive, basket, take};
use crate::checkout::ask::{Asked, ask};
use crate::checkout::collector_form::CollectorForm;
use crate::checkout::hint::{About, Suggestion};
use crate::checkout::inventory::Inventory;
use crate::checkout::{Checkout, Draft, Step, check_address, seen};
use crate::i18n::Lang;
use crate::limit::ASK_POST;
use crate::pickup::Kind;
use crate::post::Carrier;
use crate::shipping::{Collector, question};
use crate::web::page::render;
use crate::web::steps::StepLink;
use crate::web::{Answer, Error, FormState, Page, TypedForm, Visit, limit, not_yet, page, unprocessable};

#[derive(Template)]
#[template(path = "checkout/collector.html")]
struct CollectorView {
    p: Page,
    steps: Vec<StepLink>,
    back: String,
    form: FormState,
    point: String,
    locker: bool,
    company_orders: bool,
    hint: Option<Suggestion>,
    summary: Summary,
}

/// Shows the form, filled with the billing person until somebody else is named.
///
/// # Errors
/// When the database fails.
pub async fn show(visit: Visit, inventory: Inventory) -> Answer {
    let checkout = arrive(&visit, &inventory, Step::Collector).await?;
    let form = CollectorForm::known(&checkout.draft);
    let mut state = form.state();
    state.put("version", &checkout.version());
    if checkout.draft.collector.is_some() {
        // One that was typed under an older rule says at once what is wrong with it.
        form.parse(&visit.page, &mut state);
    }
    page(&view(&visit, &checkout, state))
}

/// Takes the person and asks Post, once per state of the form: those who send the same one meanwhile, or again, wait for the
/// first one's answer and go where it leads. Whatever Post does, the sale goes on (rule 7).
///
/// # Errors
/// When the database fails, or another tab was quicker.
pub async fn submit(
    visit: Visit,
    inventory: Inventory,
    carrier: Data<Carrier>,
    typed: TypedForm<CollectorForm>,
) -> Answer {
    let form = &typed.form;
    let mut state = form.state();
    if let Some(status) = typed.again(visit.lang(), &mut state) {
        let checkout =
            arrive(&visit, &inventory, Step::Collector).await.map_err(|error| typed.lost(error))?;
        return render(status, &view(&visit, &checkout, state));
    }
    let Some(collector) = form.parse(&visit.page, &mut state) else {
        let checkout = arrive(&visit, &inventory, Step::Collector).await?;
        return unprocessable(&view(&visit, &checkout, state));
    };
    let basket = basket(&visit)?;
    let asked = (collector, typed.version.as_str());
    let ask = async |waited| Box::pin(ask_once(&visit, (&inventory, &carrier), asked, (waited, state))).await;
    question::alone(&visit.site.ground, basket, ask).await
}

/// Asks Post, unless the same form was answered since the page was shown.
async fn ask_once(
    visit: &Visit,
    (inventory, carrier): (&Inventory, &Carrier),
    (collector, seen): (Collector, &str),
    (waited, mut state): (bool, FormState),
) -> Answer {
    let arrival = take(visit, inventory, Step::Collector).await?;
    let draft = &arrival.draft;
    // Those who click while another click waits for Post are no later than that one; whoever comes after its answer is.
    let moved = if waited {
        arrival.has_moved_otherwise(visit, (seen, &collector), &mut state)
    } else {
        let typed = Draft { collector: Some(collector.clone()), ..draft.clone() };
        arrival.has_moved(visit, (seen, &typed), &mut state)
    };
    if moved {
        return unprocessable(&view(visit, &arrival.look_into(visit).await?, state));
    }
    // Whoever sends no version has seen none.
    if Some(draft.version) != seen::number(seen) && draft.was_asked_about(&collector, visit.lang()) {
        return Ok(arrival.onward(visit));
    }
    let home = collector.home.clone();
    let hint = async {
        let helped = limit::help(visit).is_ok().then_some(carrier);
        check_address::hint(helped, draft, About::Collector, &home).await
    };
    let point = arrival.point.as_ref().ok_or(Error::Conflict)?;
    let grant = async || limit::take(visit, &ASK_POST).await;
    let (at, whom) = ((arrival.id(), draft, &**point), (collector, visit.lang()));
    match ask(&visit.site.ground, carrier, at, whom, grant, hint).await? {
        Asked::Now(draft) => Ok(arrival.onward_with(visit, &draft)),
        Asked::Changed => Err(Error::Conflict),
        Asked::Wait(seconds) => {
            state.refuse("notify", visit.page.x("collector-too-many", visit.page.span(seconds)));
            let checkout = arrival.look_into(visit).await?;
            not_yet(StatusCode::TOO_MANY_REQUESTS, seconds, &view(visit, &checkout, state))
        }
    }
}

fn view(visit: &Visit, checkout: &Checkout, form: FormState) -> CollectorView {
    let point = checkout.point.as_ref();
    let billing = checkout.draft.billing.as_ref();
    CollectorView {
        p: visit.page.clone(),
        steps: checkout.bar(visit, Step::Collector),
        back: checkout.back(visit, Step::Collector),
        form,
        point: point.map(|point| format!("{}, {}", point.name, point.town_line())).unwrap_or_default(),
        locker: point.is_some_and(|point| point.kind == Kind::MyPost24),
        company_orders: billing.is_some_and(|billing| billing.address.party.company().is_some()),
        hint: checkout.draft.suggestion(),
        summary: checkout.summary(),
    }
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    let p = Page::plain(lang, Step::Collector.path());
    let view = |form: FormState, locker| CollectorView {
        steps: crate::checkout::step::bar(&p, Step::Collector, Step::Collector, None),
        back: p.href(Step::Point.path()),
        form,
        point: "Filiale Zürich, 8008 Zürich".into(),
        locker,
        company_orders: locker,
        hint: None,
        summary: Summary::sample(lang),
        p: p.clone(),
    };
    let mut wrong = AddressForm::default().state(Vec::new());
    CollectorForm::default().parse(&p, &mut wrong);
    let filled = AddressForm::of(None, None, None);
    [
        ("collector", view(filled.state(vec![("notify", "email".into())]), false).render()),
        ("collector-wrong", view(wrong, true).render()),
    ]
    .map(|(name, html)| (name, html.unwrap_or_default()))
    .into()
}
