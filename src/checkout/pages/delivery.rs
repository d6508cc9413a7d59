//! "Where should we deliver?": home, another address, PickPost, My Post 24, each with price and day.

use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

use crate::address::Whose;
use crate::basket::Summary;
use crate::calendar::Calendar;
use crate::checkout::address_form::AddressForm;
use crate::checkout::arrival::arrive;
use crate::checkout::hint::{About, Suggestion};
use crate::checkout::inventory::Inventory;
use crate::checkout::{Checkout, Draft, Step, check_address};
use crate::i18n::{Lang, dates};
use crate::pickup::Kind;
use crate::post::Carrier;
use crate::shipping::{DeliveryKind, Offer};
use crate::web::page::render;
use crate::web::steps::StepLink;
use crate::web::{Answer, FormState, Page, TypedForm, Visit, limit, page, unprocessable};

/// The form: the kind, and the other address for `other`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct DeliveryForm {
    delivery: String,
    #[serde(flatten)]
    other: AddressForm,
}

/// One row of the choice.
struct Choice {
    kind: DeliveryKind,
    icon: &'static str,
    name: String,
    sentence: String,
    /// Nothing where it does not take the parcel.
    price: Option<String>,
    day: String,
    /// In how many parcels, where one is not enough.
    parcels: Option<String>,
    refused: Option<String>,
}

#[derive(Template)]
#[template(path = "checkout/delivery.html")]
struct DeliveryView {
    p: Page,
    steps: Vec<StepLink>,
    back: String,
    form: FormState,
    to_address: Vec<Choice>,
    to_point: Vec<Choice>,
    bill_to: String,
    /// Why there is no way at all, and what to do.
    too_much: Option<String>,
    hint: Option<Suggestion>,
    summary: Summary,
}

/// Shows the four kinds.
///
/// # Errors
/// When the database fails.
pub async fn show(visit: Visit, inventory: Inventory) -> Answer {
    let checkout = arrive(&visit, &inventory, Step::Delivery).await?;
    let chosen = checkout.draft.delivery.map_or("", DeliveryKind::code);
    let other = AddressForm::of(checkout.draft.other.as_deref(), None, None);
    let mut form = other.state(vec![("delivery", chosen.to_owned())]);
    form.put("version", &checkout.version());
    if checkout.draft.other.is_some() && !checkout.draft.has_other() {
        other.parse(visit.lang(), Whose::Anybody, &mut form);
    }
    if let Some(reason) = checkout.chosen().and_then(|offer| offer.refused.as_ref()) {
        form.refuse("delivery", reason.told(visit.lang()));
    }
    page(&view(&visit, &checkout, &inventory, form))
}

/// Takes the kind and, for another address, the address.
///
/// # Errors
/// When the database fails, or another tab was quicker.
pub async fn submit(
    visit: Visit,
    inventory: Inventory,
    carrier: Data<Carrier>,
    typed: TypedForm<DeliveryForm>,
) -> Answer {
    let form = &typed.form;
    let mut state = form.other.state(vec![("delivery", form.delivery.clone())]);
    let again = typed.again(visit.lang(), &mut state);
    let checkout = arrive(&visit, &inventory, Step::Delivery).await.map_err(|error| typed.lost(error))?;
    if let Some(status) = again {
        return render(status, &view(&visit, &checkout, &inventory, state));
    }
    let offer = DeliveryKind::parse(&form.delivery)
        .and_then(|kind| checkout.offers.iter().find(|offer| offer.kind == kind));
    let Some(offer) = offer else {
        state.refuse("delivery", visit.page.t("delivery-choose").into_owned());
        return unprocessable(&view(&visit, &checkout, &inventory, state));
    };
    // The server decides what fits, not the page that was shown.
    if let Some(reason) = &offer.refused {
        state.refuse("delivery", reason.told(visit.lang()));
        return unprocessable(&view(&visit, &checkout, &inventory, state));
    }
    let mut draft = checkout.draft.clone();
    if offer.kind == DeliveryKind::Other {
        let Some(address) = form.other.parse(visit.lang(), Whose::Anybody, &mut state) else {
            checkout.remember(&visit, &state, &form.other).await?;
            return unprocessable(&view(&visit, &checkout, &inventory, state));
        };
        draft.other = Some(address);
    }
    draft.begun = None;
    change_kind(&mut draft, offer.kind);
    if checkout.has_moved(&visit, &inventory, (&typed.version, &draft), &mut state) {
        return unprocessable(&view(&visit, &checkout, &inventory, state));
    }
    if let Some(address) = draft.other.clone().filter(|_| offer.kind == DeliveryKind::Other) {
        let asked = limit::help(&visit).is_ok().then_some(carrier.get_ref());
        draft.hint = check_address::hint(asked, &checkout.draft, About::Other, &address).await;
    }
    checkout.save(&visit, &inventory, &draft).await
}

/// Another kind forgets the point and its mandate: neither may leak into an address.
fn change_kind(draft: &mut Draft, kind: DeliveryKind) {
    if draft.delivery != Some(kind) {
        draft.point_id = None;
        draft.mandate = None;
    }
    draft.delivery = Some(kind);
}

fn view(visit: &Visit, checkout: &Checkout, inventory: &Inventory, form: FormState) -> DeliveryView {
    let billing = checkout.draft.billing.as_ref().map(|billing| &billing.address);
    let home = billing.map(|address| address.lines().join(", ")).unwrap_or_default();
    let counts = (inventory.points.count(Kind::PickPost), inventory.points.count(Kind::MyPost24));
    let (to_address, to_point) = choices(&visit.page, &checkout.offers, &home, counts);
    DeliveryView {
        p: visit.page.clone(),
        steps: checkout.bar(visit, Step::Delivery),
        back: checkout.back(visit, Step::Delivery),
        form,
        to_address,
        to_point,
        bill_to: billing.map(|address| address.street_line()).unwrap_or_default(),
        too_much: too_much(&visit.page, &checkout.offers),
        hint: checkout.draft.suggestion(),
        summary: checkout.summary(),
    }
}

/// What to do with goods that go nowhere as one parcel; `None` where they go to an address.
fn too_much(p: &Page, offers: &[Offer]) -> Option<String> {
    let home = offers.iter().find(|offer| offer.kind == DeliveryKind::Home)?;
    Some(p.x("delivery-too-much", home.refused.as_ref()?.told(p.lang)))
}

fn choices(p: &Page, offers: &[Offer], home: &str, counts: (usize, usize)) -> (Vec<Choice>, Vec<Choice>) {
    let rows = offers.iter().map(|offer| {
        let (icon, name, sentence) = match offer.kind {
            DeliveryKind::Home => ("house", "delivery-home", home.to_owned()),
            DeliveryKind::Other => ("buildings", "delivery-other", p.t("delivery-other-hint").into_owned()),
            DeliveryKind::PickPost => {
                ("counter", "delivery-pickpost", p.n("delivery-pickpost-hint", counts.0))
            }
            DeliveryKind::MyPost24 => {
                ("locker", "delivery-my-post-24", p.n("delivery-my-post-24-hint", counts.1))
            }
        };
        Choice {
            kind: offer.kind,
            icon,
            name: p.t(name).into_owned(),
            sentence,
            price: offer.price.map(|price| p.chf(&price)),
            day: dates::long(p.lang, offer.arrives),
            parcels: (offer.parcels > 1 && offer.refused.is_none())
                .then(|| p.n("delivery-parcels", offer.parcels)),
            refused: offer.refused.as_ref().map(|reason| reason.told(p.lang)),
        }
    });
    rows.partition(|row| row.kind.pickup().is_none())
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    let p = Page::plain(lang, Step::Delivery.path());
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 24).unwrap_or_default();
    let fits = crate::pickup::Parcel { items: Vec::new() };
    let sledge = crate::pickup::Item { name: "Davos".into(), mm: [1100, 350, 300], grams: 4200, quantity: 1 };
    let stone =
        crate::pickup::Item { name: "Stone".into(), grams: 34_000, mm: [420, 320, 160], ..sledge.clone() };
    let too_long = crate::pickup::Parcel { items: vec![sledge] };
    let too_heavy = crate::pickup::Parcel { items: vec![stone] };
    let view = |parcel, chosen: &str, hint: Option<Suggestion>| {
        let offers = crate::shipping::offer::offers(parcel, &Calendar::default(), today);
        let (to_address, to_point) =
            choices(&p, &offers, "Hans Muster, Bellerivestrasse 5, 8008 Zürich", (2440, 260));
        let mut form = AddressForm::of(None, None, None).state(vec![("delivery", chosen.to_owned())]);
        if chosen == "other" {
            AddressForm::default().parse(lang, Whose::Anybody, &mut form);
        }
        DeliveryView {
            steps: crate::checkout::step::bar(&p, Step::Delivery, Step::Delivery, None),
            back: p.href(Step::Address.path()),
            form,
            to_address,
            to_point,
            bill_to: "Bellerivestrasse 5".into(),
            too_much: too_much(&p, &offers),
            hint,
            summary: Summary::sample(lang),
            p: p.clone(),
        }
    };
    let [lost, meant] = Suggestion::samples();
    [
        ("delivery", view(&fits, "", None).render()),
        ("delivery-refused", view(&too_long, "", None).render()),
        ("delivery-too-much", view(&too_heavy, "", None).render()),
        ("delivery-other-wrong", view(&fits, "other", None).render()),
        ("delivery-did-you-mean", view(&fits, "", Some(meant)).render()),
        ("delivery-not-found", view(&fits, "", Some(lost)).render()),
    ]
    .map(|(name, html)| (name, html.unwrap_or_default()))
    .into()
}
