//! "Your address": who pays, asked once.

use actix_web::web::Data;
use askama::Template;

use crate::address::Whose;
use crate::basket::Summary;
use crate::checkout::address_form::AddressForm;
use crate::checkout::arrival::{arrive, take};
use crate::checkout::draft::Billing;
use crate::checkout::hint::About;
use crate::checkout::inventory::Inventory;
use crate::checkout::{Checkout, Draft, Step, check_address};
use crate::i18n::Lang;
use crate::post::Carrier;
use crate::web::page::render;
use crate::web::steps::StepLink;
use crate::web::{Answer, FormState, Page, TypedForm, Visit, limit, page, unprocessable};

#[derive(Template)]
#[template(path = "checkout/address.html")]
struct AddressView {
    p: Page,
    steps: Vec<StepLink>,
    back: String,
    form: FormState,
    summary: Summary,
}

/// Shows the form with what is known already.
///
/// # Errors
/// When the database fails.
pub async fn show(visit: Visit, inventory: Inventory) -> Answer {
    let checkout = arrive(&visit, &inventory, Step::Address).await?;
    let known = checkout.draft.billing.as_ref();
    let form = AddressForm::of(
        known.map(|billing| &*billing.address),
        known.map(|billing| &billing.email),
        known.and_then(|billing| billing.phone.as_ref()),
    );
    let form = match (known, &checkout.draft.begun) {
        (None, Some(begun)) => begun.clone(),
        _ => form,
    };
    let mut state = form.state(Vec::new());
    state.put("version", &checkout.version());
    if known.is_some() {
        // One that was typed under an older rule says at once what is wrong with it.
        form.parse(visit.lang(), Whose::Anybody, &mut state);
    }
    page(&view(&visit, &checkout, state))
}

/// Takes the address, and asks Post what it thinks of it: the next page shows that, and nobody has to care.
///
/// # Errors
/// When the database fails, or another tab was quicker.
pub async fn submit(
    visit: Visit,
    inventory: Inventory,
    carrier: Data<Carrier>,
    typed: TypedForm<AddressForm>,
) -> Answer {
    let form = &typed.form;
    let mut state = form.state(Vec::new());
    if let Some(status) = typed.again(visit.lang(), &mut state) {
        let checkout = arrive(&visit, &inventory, Step::Address).await.map_err(|error| typed.lost(error))?;
        return render(status, &view(&visit, &checkout, state));
    }
    let arrival = take(&visit, &inventory, Step::Address).await?;
    let address = form.parse(visit.lang(), Whose::Anybody, &mut state);
    let email = form.email(visit.lang(), &mut state);
    let phone = form.phone(visit.lang(), &mut state);
    let (Some(address), Some(email), Some(phone)) = (address, email, phone) else {
        arrival.remember(&visit, &state, form).await?;
        return unprocessable(&view(&visit, &arrival.look_into(&visit).await?, state));
    };
    let billing = Some(Billing { address: address.clone(), email, phone });
    let draft = Draft { billing, begun: None, ..arrival.draft.clone() };
    if arrival.has_moved(&visit, (&typed.version, &draft), &mut state) {
        return unprocessable(&view(&visit, &arrival.look_into(&visit).await?, state));
    }
    let asked = limit::help(&visit).is_ok().then_some(carrier.get_ref());
    let hint = check_address::hint(asked, &arrival.draft, About::Billing, &address).await;
    let draft = Draft { hint, ..draft };
    arrival.save(&visit, &draft).await
}

fn view(visit: &Visit, checkout: &Checkout, form: FormState) -> AddressView {
    AddressView {
        p: visit.page.clone(),
        steps: checkout.bar(visit, Step::Address),
        back: visit.page.href("/basket"),
        form,
        summary: checkout.summary(),
    }
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    let p = Page::plain(lang, Step::Address.path());
    let view = |form: FormState| AddressView {
        steps: crate::checkout::step::bar(&p, Step::Address, Step::Address, None),
        back: p.href("/basket"),
        form,
        summary: Summary::sample(lang),
        p: p.clone(),
    };
    let mut wrong = AddressForm::default().state(Vec::new());
    AddressForm::default().parse(lang, Whose::Anybody, &mut wrong);
    let empty = view(AddressForm::of(None, None, None).state(Vec::new()));
    [("address", empty.render()), ("address-wrong", view(wrong).render())]
        .map(|(name, html)| (name, html.unwrap_or_default()))
        .into()
}
