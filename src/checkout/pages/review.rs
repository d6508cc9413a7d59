//! "Is everything right?": billing and delivery side by side, the label's lines, the total, and the order.

use std::ops::ControlFlow;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

use crate::about::TERMS;
use crate::address::OwnAddress;
use crate::basket::Summary;
use crate::catalogue::store as goods_store;
use crate::checkout::arrival::{arrive, moved_on};
use crate::checkout::hint::Suggestion;
use crate::checkout::inventory::Inventory;
use crate::checkout::pages::label_line::LabelLine;
use crate::checkout::pages::missing::Missing;
use crate::checkout::pages::refused::Refused;
use crate::checkout::place::{self, PlaceError};
use crate::checkout::shown::drift::but_for_the_shopper;
use crate::checkout::shown::{Shown, changes, store as shown_store};
use crate::checkout::{Checkout, Step};
use crate::clock::swiss;
use crate::config::{PostSettings, Sender};
use crate::i18n::{Lang, dates};
use crate::label::block::LINE;
use crate::label::{Layout, Orientation, draw};
use crate::limit::PLACE_ORDER;
use crate::orders::new_order::NewOrder;
use crate::orders::order::{Amounts, OrderLine};
use crate::orders::pages::browser;
use crate::orders::store as order_store;
use crate::orders::{DeliveryCard, label};
use crate::payments::Payment;
use crate::post::Carrier;
use crate::shipping::{Delivery, DeliveryKind, Mandate, PickUp, PointCopy};
use crate::web::page::render;
use crate::web::steps::StepLink;
use crate::web::{Answer, Change, Error, Form, Page, Visit, limit, not_yet, see_other};

/// How often an order is tried again that another request came in between of, before the shopper is asked again.
const TRIES: usize = 3;

/// The form: its own key, and the digest of what the shopper saw.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct ReviewForm {
    idempotency_key: String,
    shown: String,
}

#[derive(Template)]
#[template(path = "checkout/review.html")]
struct ReviewView {
    p: Page,
    steps: Vec<StepLink>,
    back: String,
    /// Why the order was not placed a moment ago.
    refused: Option<String>,
    /// What is no longer as it was shown.
    changes: Vec<Change>,
    /// What lay in the basket and is no longer sold, in words.
    gone: Vec<String>,
    /// What there is not enough of: nothing can be ordered before that is mended.
    missing: Vec<Missing>,
    billing: Vec<String>,
    contact: Vec<String>,
    delivery: DeliveryCard,
    label_lines: Vec<LabelLine>,
    /// The label as a drawing, with what is not known yet as a frame.
    label_picture: String,
    label_alt: String,
    to_confirm: bool,
    pickup: bool,
    payment: String,
    terms: String,
    idempotency_key: String,
    /// The digest of what this page shows.
    shown: String,
    order_now: String,
    hint: Option<Suggestion>,
    summary: Summary,
}

/// Shows everything once more.
///
/// # Errors
/// When the database fails.
pub async fn show(
    visit: Visit,
    inventory: Inventory,
    (carrier, sender): (Data<Carrier>, Data<Sender>),
) -> Answer {
    let checkout = arrive(&visit, &inventory, Step::Review).await?;
    let checkout = checkout.heard(&visit, &inventory, &carrier).await?;
    let order = new_order(&visit, &checkout, String::new()).await?;
    answer(&visit, &checkout, (&order, &sender), None).await
}

/// Places the order. The same form sent again, or the same basket from another tab, leads to the same order.
///
/// # Errors
/// When the database fails, or the key belongs to another basket's order.
pub async fn submit(
    visit: Visit,
    inventory: Inventory,
    (carrier, post, sender): (Data<Carrier>, Data<PostSettings>, Data<Sender>),
    Form(form): Form<ReviewForm>,
) -> Answer {
    let key = form.idempotency_key.as_bytes();
    if !(16..=255).contains(&key.len()) || !key.iter().all(u8::is_ascii_graphic) {
        return already(&visit).await?.ok_or(Error::Unreadable);
    }
    let mut tries = 0;
    loop {
        tries += 1;
        let mut checkout = match arrive(&visit, &inventory, Step::Review).await {
            // This click, or another one beside it, has ordered the basket already.
            Err(Error::Elsewhere(path)) => {
                return already(&visit).await?.ok_or(moved_on(Error::Elsewhere(path)));
            }
            arrived => arrived?.heard(&visit, &inventory, &carrier).await?,
        };
        if tries > 1 {
            checkout.let_go(&visit).await?;
        }
        let key = form.idempotency_key.clone();
        let order = new_order(&visit, &checkout, key).await?;
        // Never order what was not shown.
        if digest(&visit, &order, &Shown::of(&order, checkout.point.as_deref(), &visit.site.seal))?
            != form.shown
        {
            if tries == 1 {
                // What this instance holds in memory may not be the newest: all that has changed is said at once.
                goods_store::read(visit.lines(), &inventory.goods).await?;
                continue;
            }
            return answer(&visit, &checkout, (&order, &sender), Some((Refused::Changed, &form.shown))).await;
        }
        let refused = match attempt(&visit, &inventory, &post, &order).await? {
            ControlFlow::Break(ordered) => return Ok(ordered),
            ControlFlow::Continue(refused) => refused,
        };
        if let Refused::TooMany(_) = refused {
            return answer(&visit, &checkout, (&order, &sender), Some((refused, &form.shown))).await;
        }
        // What this instance holds in memory was not the newest.
        goods_store::read(visit.lines(), &inventory.goods).await?;
        // Something has moved since the question above: what it is, the next round sees.
        if refused != Refused::Changed || tries >= TRIES {
            // Seen again: of what there is too little, the page names.
            let checkout = arrive(&visit, &inventory, Step::Review).await.map_err(moved_on)?;
            let order = new_order(&visit, &checkout, String::new()).await?;
            return answer(&visit, &checkout, (&order, &sender), Some((refused, &form.shown))).await;
        }
    }
}

/// Tries to place the order: gives the way to it, or why it was refused.
async fn attempt(
    visit: &Visit,
    inventory: &Inventory,
    post: &PostSettings,
    order: &NewOrder,
) -> Result<ControlFlow<HttpResponse, Refused>, Error> {
    let grant = async || limit::take(visit, &PLACE_ORDER).await;
    Ok(ControlFlow::Continue(match place::place(&visit.site.ground, post, order, grant).await {
        Ok(placed) => {
            inventory.goods.left(&placed.left);
            return Ok(ControlFlow::Break(placed_at(visit, &placed.token)?));
        }
        // The answer may have been lost on the way back from a commit: then the order stands.
        Err(PlaceError::Database(error)) => {
            return already(visit).await?.map(ControlFlow::Break).ok_or(error.into());
        }
        Err(PlaceError::Busy) => return Err(Error::Busy(2)),
        Err(PlaceError::TooOften(seconds)) => Refused::TooMany(seconds),
        Err(PlaceError::Changed) => Refused::Changed,
        Err(PlaceError::SoldOut) => Refused::SoldOut,
        Err(PlaceError::NotOwn) => Refused::NotOwn,
    }))
}

fn digest(visit: &Visit, order: &NewOrder, shown: &Shown) -> Result<String, Error> {
    shown.digest(&visit.site.seal, order.basket).map_err(Error::internal)
}

/// The page, which remembers what it shows. After a refusal it says why, beside what the digest of the form stood for.
async fn answer(
    visit: &Visit,
    checkout: &Checkout,
    (order, sender): (&NewOrder, &Sender),
    refused: Option<(Refused, &str)>,
) -> Answer {
    let shown = Shown::of(order, checkout.point.as_deref(), &visit.site.seal);
    let digest = digest(visit, order, &shown)?;
    let was = match refused {
        Some((_, was)) => shown_store::load(visit.lines(), order.basket, was).await?,
        None => None,
    };
    let last = shown_store::keep(visit.lines(), order.basket, (&digest, &shown), visit.now()).await?;
    let mut view = view(visit, checkout, (order, sender), digest);
    let Some((why, _)) = refused else {
        let last = last.map(|last| but_for_the_shopper(last, &shown));
        view.changes = last.map_or_else(Vec::new, |last| changes::between(&visit.page, &last, &shown));
        return render(StatusCode::OK, &view);
    };
    view.changes = was.map_or_else(Vec::new, |was| changes::between(&visit.page, &was, &shown));
    view.refused = Some(why.words(&visit.page));
    match why {
        Refused::TooMany(wait) => not_yet(StatusCode::TOO_MANY_REQUESTS, wait, &view),
        _ => render(StatusCode::UNPROCESSABLE_ENTITY, &view),
    }
}

/// The way to the order that this visitor's basket has become already.
async fn already(visit: &Visit) -> Result<Option<HttpResponse>, Error> {
    let Some(basket) = visit.basket() else { return Ok(None) };
    let token = order_store::token_of_basket(visit.lines(), basket).await?;
    token.map(|token| placed_at(visit, &token)).transpose()
}

fn placed_at(visit: &Visit, token: &str) -> Result<HttpResponse, Error> {
    visit.empty_basket();
    browser::know(visit, token)?;
    Ok(see_other(&visit.page.href(&format!("/orders/{token}"))))
}

/// The order as the checkout stands.
///
/// # Errors
/// When the database fails; [`Error::Conflict`] where a part is missing, which the steps exclude.
async fn new_order(visit: &Visit, checkout: &Checkout, idempotency_key: String) -> Result<NewOrder, Error> {
    let mandate = checkout.mandate(visit).await?;
    assembled(visit.lang(), checkout, mandate, idempotency_key).ok_or(Error::Conflict)
}

fn assembled(
    lang: Lang,
    checkout: &Checkout,
    mandate: Option<Mandate>,
    idempotency_key: String,
) -> Option<NewOrder> {
    let draft = &checkout.draft;
    let billing = draft.billing.as_ref()?;
    let offer = checkout.chosen()?;
    let line = |line: &crate::basket::BasketLine| OrderLine {
        product_id: line.product.id,
        name: line.product.name.clone(),
        quantity: line.quantity,
        unit_price: line.product.price,
        vat: line.product.vat,
        weight_g: line.product.weight_g,
        mm: Some(line.product.mm),
    };
    let lines: Vec<OrderLine> = checkout.basket.lines.iter().map(line).collect();
    Some(NewOrder {
        basket: checkout.id(),
        checkout_version: draft.version,
        idempotency_key,
        lang,
        email: billing.email.clone(),
        phone: billing.phone.clone(),
        terms_version: TERMS,
        payment: draft.payment.clone()?,
        amounts: Amounts::of(&lines, offer.price?),
        lines,
        expected_on: offer.arrives,
        billing: billing.address.clone(),
        delivery: delivery(checkout, mandate, &billing.address)?,
    })
}

/// The delivery, with the point copied from the shop's own data (rule 3).
fn delivery(checkout: &Checkout, mandate: Option<Mandate>, billing: &OwnAddress) -> Option<Delivery> {
    let draft = &checkout.draft;
    match draft.delivery? {
        DeliveryKind::Home => Some(Delivery::Home(billing.clone())),
        DeliveryKind::Other => draft.other.clone().map(Delivery::Other),
        DeliveryKind::PickPost | DeliveryKind::MyPost24 => {
            let point = PointCopy::of(checkout.point.as_deref()?, checkout.points_as_of);
            let pickup = PickUp { point, collector: draft.collector.clone()?, mandate: mandate? };
            Some(Delivery::PickUp(Box::new(pickup)))
        }
    }
}

fn view(
    visit: &Visit,
    checkout: &Checkout,
    (order, sender): (&NewOrder, &Sender),
    shown: String,
) -> ReviewView {
    let p = &visit.page;
    let label = label::early(&order.delivery, &order.lines, swiss(visit.now()).date(), sender);
    let block = label.recipient.block(Layout::A6);
    ReviewView {
        steps: checkout.bar(visit, Step::Review),
        back: checkout.back(visit, Step::Review),
        refused: None,
        changes: Vec::new(),
        gone: checkout.basket.gone_words(p.lang),
        missing: Missing::all(p, &checkout.basket),
        billing: order.billing.lines(),
        contact: contact(order),
        delivery: DeliveryCard::of(p.lang, &order.delivery, order.arrival(), checkout.point.as_deref()),
        label_lines: block.lines.iter().map(|line| LabelLine::of(p, line)).collect(),
        label_picture: draw::enlarged(&label.scene(Layout::A6, Orientation::Landscape), 1.0),
        label_alt: p.x("merchant-label-alt", block.texts().join(", ")),
        to_confirm: order.delivery.pickup().is_some_and(|pickup| pickup.mandate.state.is_open()),
        pickup: order.delivery.pickup().is_some(),
        payment: order.payment.words(p.lang),
        terms: dates::full(p.lang, order.terms_version),
        idempotency_key: visit.site.ground.random.token(),
        shown,
        order_now: p.x("review-order-now", p.chf(&order.amounts.total())),
        hint: checkout.draft.suggestion(),
        summary: checkout.summary(),
        p: p.clone(),
    }
}

fn contact(order: &NewOrder) -> Vec<String> {
    let phone = order.phone.as_ref().map(|phone| phone.as_str().to_owned());
    [order.email.readable()].into_iter().chain(phone).collect()
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    let p = Page::plain(lang, Step::Review.path());
    let changes = || {
        let (was, now) = ("CHF 149.00".into(), "CHF 159.00".into());
        vec![Change { what: p.x("change-price", "Davos"), was, now }]
    };
    let view = |to_confirm: bool, refused: Option<Refused>| ReviewView {
        steps: crate::checkout::step::bar(&p, Step::Review, Step::Review, None),
        back: p.href(Step::Payment.path()),
        refused: refused.map(|refused| refused.words(&p)),
        changes: refused.map_or_else(Vec::new, |_| changes()),
        gone: Vec::new(),
        missing: Vec::from_iter((refused == Some(Refused::SoldOut)).then(|| Missing {
            id: 1,
            words: p.x("missing-none", "Davos"),
            take: Some(p.n("missing-take", 2)),
        })),
        billing: vec!["Hans Muster".into(), "Bellerivestrasse 5".into(), "8008 Zürich".into()],
        contact: vec!["hans.muster@example.ch".into()],
        delivery: DeliveryCard::sample(p.lang),
        label_lines: vec![
            LabelLine { text: "Hans Muster".into(), count: None },
            LabelLine {
                text: "My Post 24 ABCDEFGHIJKLMNOPQRST".into(),
                count: Some(p.xy("label-count", 31, LINE)),
            },
        ],
        label_picture: draw::enlarged(&label::sample().scene(Layout::A6, Orientation::Landscape), 1.0),
        label_alt: p.x("merchant-label-alt", "Hans Muster"),
        to_confirm,
        pickup: true,
        payment: Payment::Invoice.words(lang),
        terms: dates::full(lang, TERMS),
        idempotency_key: String::new(),
        shown: String::new(),
        order_now: p.x("review-order-now", "CHF 58.90"),
        hint: None,
        summary: Summary::sample(lang),
        p: p.clone(),
    };
    [
        ("review", view(false, None).render()),
        ("review-to-confirm", view(true, None).render()),
        ("review-changed", view(false, Some(Refused::Changed)).render()),
        (
            "review-drift",
            ReviewView { changes: changes(), gone: vec![p.x("missing-gone", "Davos")], ..view(false, None) }
                .render(),
        ),
        ("review-sold-out", view(false, Some(Refused::SoldOut)).render()),
    ]
    .map(|(name, html)| (name, html.unwrap_or_default()))
    .into()
}
