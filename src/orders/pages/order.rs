//! The page of an order: confirmation, where the parcel is, what to bring, the bill.

use actix_web::HttpRequest;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::calendar::Calendar;
use crate::config::Sender;
use crate::i18n::{Lang, dates};
use crate::invoice;
use crate::label::IdentCode;
use crate::money::{Rappen, VatRate};
use crate::orders::another::May;
use crate::orders::bill::{bill, supply};
use crate::orders::event::Actor;
use crate::orders::jobs::confirm_user_id::{self, Next};
use crate::orders::life::LifeState;
use crate::orders::order::GivenBack;
use crate::orders::pages::{browser, proof};
use crate::orders::parcels::ParcelLine;
use crate::orders::timeline::{Stop, stops};
use crate::orders::{Arrival, DeliveryCard, Order, Reason, store};
use crate::payments::{Payment, PaymentState};
use crate::pickup::{Point, Points};
use crate::shipping::places::store::{self as place_store, Place};
use crate::shipping::recipient::name2;
use crate::web::{Answer, Error, Page, Visit, page};

/// What the page offers to whoever's order it is.
#[derive(Default)]
struct Mine {
    /// The token for the form that remembers the order in this browser, where it does not yet.
    remember: Option<String>,
    /// The address of the page about what is kept.
    data: String,
    /// When the people in it were erased.
    erased: Option<String>,
}

impl Mine {
    fn of(p: &Page, order: &Order, remembered: bool) -> Self {
        Self {
            remember: (!remembered).then(|| order.token.clone()),
            data: p.href(&format!("{}/data", order.path())),
            erased: order.erased_at.map(|at| dates::full(p.lang, crate::clock::swiss(at).date())),
        }
    }
}

/// What is needed at the point, as long as there is something to collect.
struct Collecting {
    /// Keyword and User ID.
    name2: Option<String>,
    /// Of its only parcel; several are listed by themselves.
    ident_code: Option<String>,
}

impl Collecting {
    /// Nothing before Post has answered, where another point is to be chosen, and once it is over.
    fn of(order: &Order, arrival: Arrival) -> Option<Self> {
        let pickup = order.delivery.pickup().filter(|_| arrival != Arrival::Over)?;
        let ident_code = order.ident_code().filter(|_| order.parcels.len() == 1).map(IdentCode::grouped);
        let name2 = pickup.mandate.state.known().is_some().then(|| name2(pickup));
        (name2.is_some() || ident_code.is_some()).then_some(Self { name2, ident_code })
    }
}

#[derive(Template)]
#[template(path = "orders/order.html")]
struct OrderView {
    p: Page,
    number: String,
    thanks: String,
    lead: String,
    mine: Mine,
    stops: Vec<Stop>,
    /// What there is to know about where it stands, where that is not as usual.
    now: Option<String>,
    /// Where another point is chosen, and whether that is what comes next.
    point: Option<(String, bool)>,
    /// Where it can be cancelled.
    cancel: Option<String>,
    delivery: DeliveryCard,
    collecting: Option<Collecting>,
    /// What becomes of an order whose User ID is to be confirmed.
    to_confirm: Option<String>,
    /// Its parcels, where they are several.
    parcels: Vec<ParcelLine>,
    billing: Vec<String>,
    payment: Vec<String>,
    /// The address of the PDF, for an invoice that is not void, and the payment part as SVG, while it is to be paid.
    bill: Option<(String, Option<String>)>,
    lines: Vec<(String, i32, Rappen)>,
    delivery_price: Rappen,
    total: Rappen,
    vat: Vec<(VatRate, Rappen)>,
    terms: String,
}

/// Shows the order to whoever knows its address.
///
/// # Errors
/// [`Error::NotFound`] for an unknown token.
pub async fn show(
    visit: Visit,
    http: HttpRequest,
    sender: Data<Sender>,
    points: Data<Points>,
    path: Path<(String, String)>,
) -> Answer {
    let order = store::by_token(visit.lines(), &path.1).await?.ok_or(Error::NotFound)?;
    if !browser::sees(&visit, &order) {
        return proof::show(visit, &order);
    }
    let mine = Mine::of(&visit.page, &order, browser::remembered(&http, &visit).contains(&order.token));
    let next = if order.waits_for_post() {
        Some(confirm_user_id::next_of(visit.lines(), order.id).await?)
    } else {
        None
    };
    let places = if order.version > 1 { place_store::of(visit.lines(), order.id).await? } else { Vec::new() };
    let calendar = visit.site.ground.calendar.clone();
    let point = order.delivery.point().and_then(|point| points.get(point.id.as_str()));
    page(&view(visit.page, (&order, next, &places), mine, (&sender, &calendar, point.as_deref()))?)
}

fn view(
    p: Page,
    (order, next, places): (&Order, Option<Next>, &[Place]),
    mine: Mine,
    (sender, calendar, point): (&Sender, &Calendar, Option<&Point>),
) -> Result<OrderView, Error> {
    let arrival = order.arrival_there(calendar);
    let part = || {
        invoice::draw::payment_part(&bill(order, sender, supply(order, calendar))).map_err(Error::internal)
    };
    let part = match (&order.payment, order.payment_state) {
        // Nobody shall pay what is cancelled, nor once more what is paid.
        (Payment::Card { .. }, _) | (_, PaymentState::Cancelled | PaymentState::Refunded) => None,
        (Payment::Invoice, PaymentState::Due) => Some(Some(part()?)),
        (Payment::Invoice, PaymentState::Paid) => Some(None),
    };
    Ok(OrderView {
        number: order.number.to_string(),
        thanks: match order.billing.party.person() {
            Some(person) => p.x("order-thanks", &person.first_name),
            None => p.t("order-thanks-plain").into_owned(),
        },
        lead: match &order.email {
            Some(email) => p.xy("order-lead", order.number, email.readable()),
            None => p.x("order-lead-erased", order.number),
        },
        mine,
        stops: stops(&p, order, calendar, point),
        now: now(&p, order),
        point: another(&p, order),
        cancel: order.life.state.is_here().then(|| p.href(&format!("{}/cancel", order.path()))),
        delivery: with_the_one_before(&p, DeliveryCard::of(p.lang, &order.delivery, arrival, point), places),
        collecting: Collecting::of(order, arrival),
        to_confirm: next.map(|next| match next {
            Next::Asked(_) => p.t("order-to-confirm").into_owned(),
            // Somebody behind the counter decides.
            Next::Decided(_) | Next::Nothing => p.x("order-to-confirm-person", order.reached_at()),
        }),
        parcels: if order.parcels.len() > 1 { ParcelLine::all(&p, order) } else { Vec::new() },
        billing: order.billing.lines(),
        payment: vec![order.payment.words(p.lang)],
        bill: part.map(|part| (p.href(&format!("{}/bill.pdf", order.path())), part)),
        lines: order.lines.iter().map(|line| (line.name.clone(), line.quantity, line.amount())).collect(),
        delivery_price: order.amounts.delivery,
        total: order.amounts.total(),
        vat: order.amounts.vat.iter().map(|(rate, _, vat)| (*rate, *vat)).collect(),
        terms: dates::full(p.lang, order.terms_version),
        p,
    })
}

/// Where another point is chosen; first of all where the order waits for that.
fn another(p: &Page, order: &Order) -> Option<(String, bool)> {
    // Whoever has chosen too often is told so there.
    let may = matches!(May::of(order, &Actor::Shopper), May::Yes | May::Often);
    let first = order.life.state == LifeState::Held;
    may.then(|| (p.href(&format!("{}/point", order.path())), first))
}

/// The card of a delivery, with the point that was chosen before; `places` are those of an order that went elsewhere once.
fn with_the_one_before(p: &Page, mut card: DeliveryCard, places: &[Place]) -> DeliveryCard {
    let now = places.first().and_then(|place| place.point.as_ref());
    let mut before = places.iter().skip(1).filter_map(|place| place.point.as_ref());
    if let Some(before) = before.find(|point| Some(*point) != now) {
        card.notes.push(p.x("order-point-before", before));
    }
    card
}

/// What became of the order, where it does not simply go its way; and of its money, where it ended.
fn now(p: &Page, order: &Order) -> Option<String> {
    let words = match order.life.state {
        LifeState::Held => match order.life.why.as_ref().filter(|_| order.erased_at.is_none()) {
            Some(Reason::PointGone) => p.t("order-now-point-gone").into_owned(),
            Some(Reason::PointClosed) => p.t("order-now-point-closed").into_owned(),
            // Nobody is left whom we could write to.
            _ if order.erased_at.is_some() => p.t("order-now-erased").into_owned(),
            _ => p.x("order-now-held", order.reached_at()),
        },
        LifeState::Returned => p.x("order-now-returned", order.reached_at()),
        LifeState::Cancelled => p.t("order-now-cancelled").into_owned(),
        LifeState::Refunded => p.t("order-now-refunded").into_owned(),
        _ => return None,
    };
    let money = match order.given_back() {
        Some(GivenBack::ByCard) => p.t("order-money-refunded"),
        Some(GivenBack::ByHand) => p.t("order-money-back"),
        None if order.payment_state == PaymentState::Cancelled => p.t("order-money-cancelled"),
        None => return Some(words),
    };
    Some(format!("{words} {money}"))
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    let p = Page::plain(lang, "/orders/x");
    let stop = |key, done| Stop { name: p.t(key).into_owned(), when: "26 November".into(), done };
    let view = |to_confirm: bool, now: Option<&'static str>| OrderView {
        number: "M-10042".into(),
        thanks: p.x("order-thanks", "Hans"),
        lead: p.xy("order-lead", "M-10042", "hans.muster@example.ch"),
        mine: Mine { remember: Some("x".into()), ..Mine::default() },
        stops: vec![stop("stop-ordered", true), stop("stop-packing", false), stop("stop-ready", false)],
        now: now.map(|key| p.x(key, "hans.muster@example.ch")),
        point: (now != Some("order-now-returned")).then(|| (p.href("/orders/x/point"), now.is_some())),
        cancel: now.is_none().then(|| p.href("/orders/x/cancel")),
        delivery: match now {
            Some(_) => {
                DeliveryCard { arrives: String::new(), notes: Vec::new(), ..DeliveryCard::sample(p.lang) }
            }
            None => DeliveryCard::sample(p.lang),
        },
        collecting: (!to_confirm && now.is_none()).then(|| Collecting {
            name2: Some("PickPost PT011227".into()),
            ident_code: Some("99.00.123456.00010042".into()),
        }),
        to_confirm: to_confirm.then(|| p.t("order-to-confirm").into_owned()),
        parcels: if now.is_some() { ParcelLine::samples(&p) } else { Vec::new() },
        billing: vec!["Hans Muster".into(), "Bellerivestrasse 5".into(), "8008 Zürich".into()],
        payment: vec![Payment::Invoice.words(p.lang)],
        bill: None,
        lines: vec![("Mountain cheese".into(), 2, Rappen(5700))],
        delivery_price: Rappen(700),
        total: Rappen(6400),
        vat: vec![(VatRate(260), Rappen(162))],
        terms: "1 November 2026".into(),
        p: p.clone(),
    };
    [
        ("order", view(false, None)),
        ("order-to-confirm", view(true, None)),
        ("order-returned", view(false, Some("order-now-returned"))),
        ("order-point-closed", view(false, Some("order-now-point-closed"))),
    ]
    .map(|(name, view)| (name, view.render().unwrap_or_default()))
    .into()
}
