//! One order behind the counter: billing and delivery side by side, its history, its label; and as JSON.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;
use serde::Deserialize;

use crate::carrier::Goes;
use crate::clock::swiss;
use crate::config::PostSettings;
use crate::contact::{Email, readable};
use crate::i18n::{Lang, dates};
use crate::label::{IdentCode, Layout, Service};
use crate::merchant::address_journey::{self, Station};
use crate::merchant::as_json::as_json;
use crate::merchant::clerk::{Clerk, order_over};
use crate::merchant::day::DayCard;
use crate::merchant::label_remarks::remarks;
use crate::merchant::life::LifeCard;
use crate::merchant::pages::return_label;
use crate::merchant::parcels::ParcelCard;
use crate::merchant::returned::ReturnCard;
use crate::merchant::shipment::{self, ShipmentCard};
use crate::merchant::waits::Waits;
use crate::orders::asker::Asker;
use crate::orders::event::Actor;
use crate::orders::history::{self, Entry, Past, Run, What};
use crate::orders::jobs::confirm_user_id;
use crate::orders::life::LifeState;
use crate::orders::{DeliveryCard, Order, list, waiting as why};
use crate::payments::PaymentState;
use crate::pickup::Points;
use crate::post::Carrier;
use crate::shipping::UserIdState;
use crate::shipping::jobs::send_shipment;
use crate::shipping::recipient::{name2, recipient};
use crate::shipping::shipment::{ShipmentState, store as shipment_store};
use crate::web::headers::Opened;
use crate::web::{Answer, Error, Form, Page, page, see_other};

struct Moment {
    time: String,
    what: String,
    detail: String,
}

#[derive(Template)]
#[template(path = "merchant/order.html")]
struct OrderView {
    p: Page,
    email: String,
    waiting: i64,
    number: String,
    billing: Vec<String>,
    contact: Vec<String>,
    delivery: DeliveryCard,
    user_id: Option<String>,
    verified: &'static str,
    pickup: bool,
    to_confirm: bool,
    /// How it waits, where it does.
    waits: Option<Waits>,
    erased: bool,
    /// Why there is no label any more.
    no_label: Option<String>,
    /// When the people in it were erased.
    forgotten: Option<String>,
    /// Where it stands.
    life: LifeCard,
    ident_code: Option<String>,
    label_lines: Vec<String>,
    parcels: Vec<ParcelCard>,
    /// The services that can be asked for beside the basic one.
    extras: &'static [Service],
    /// What did not fit on it, and what became of a long name.
    label_remarks: Vec<String>,
    /// How far its parcel's data have come, once there is a parcel.
    shipment: Option<ShipmentCard>,
    /// The label with which a parcel comes back.
    returned: ReturnCard,
    /// Packing slip, payment and notes.
    day: DayCard,
    /// The journey of the address.
    stations: Vec<Station>,
    journey: Vec<Moment>,
    lines: Vec<(String, i32, String)>,
    delivery_price: String,
    total: String,
}

/// Shows the order.
///
/// # Errors
/// [`Error::NotFound`] for an unknown number.
pub async fn show(
    clerk: Clerk,
    number: Path<String>,
    post: Data<PostSettings>,
    points: Data<Points>,
) -> Answer {
    // One for all: each that goes back to its pool is tried first, which is a question more.
    let mut connection = clerk.pool().acquire().await?;
    let order = order_over(&mut connection, &number).await?;
    let history = Past::read(&mut connection, order.id).await?;
    let waiting = list::waiting(&mut *connection).await?;
    let waits = if order.waits_for_post() {
        why::of(&mut connection, &[order.id]).await?.remove(&order.id)
    } else {
        None
    };
    let shipments = shipment_store::of(&mut *connection, order.id).await?;
    let when = send_shipment::when(&mut *connection, order.id).await?;
    drop(connection);
    let calls = order.delivery.pickup().map_or_else(Vec::new, |pickup| history.calls_of(pickup.mandate.id));
    let console = post.console();
    let stations = address_journey::stations(&clerk.visit.page, &order, calls, console.as_deref());
    let now = clerk.visit.now();
    let waits = waits.map(|waits| Waits::of(&clerk.visit.page, &waits, now));
    let none = is_void(&order) || order.erased_at.is_some() || !order.delivery.may_be_labelled();
    let shipment = ShipmentCard::of(&clerk.visit.page, &shipments, when, (none, now));
    let day = DayCard::of(&clerk.visit.page, &order, &history.record.notes);
    let point = order.delivery.point().and_then(|point| points.get(point.id.as_str()));
    let arrival = order.arrival_there(&clerk.visit.site.ground.calendar);
    let delivery = DeliveryCard::of(clerk.visit.lang(), &order.delivery, arrival, point.as_deref());
    let parcels = ParcelCard::all(&clerk.visit.page, &order, (&shipments, &history.way.prints), none);
    let view =
        view(clerk.visit.page, (clerk.email, waiting), (&order, waits, shipment, delivery), history.told());
    let returned = ReturnCard::of(&view.p, &history.questions, return_label::may(&order));
    let goes =
        if order.delivery.point().is_some() { Goes::Point(post.point_services) } else { Goes::Address };
    let extras = goes.extras();
    let mut answer = page(&OrderView { parcels, extras, returned, day, stations, ..view })?;
    // Post's label is shown beside ours.
    answer.extensions_mut().insert(Opened::files());
    Ok(answer)
}

/// The form: `ask` asks Post again; `seen` is how often it had been asked when the page was made.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct OrderForm {
    ask: Option<String>,
    seen: Option<String>,
}

/// Asks Post again for the User ID of an order that is to be confirmed.
///
/// # Errors
/// [`Error::NotFound`] for an unknown number; [`Error::Unreadable`] for a form that asks for nothing.
pub async fn submit(
    clerk: Clerk,
    number: Path<String>,
    carrier: Data<Carrier>,
    post: Data<PostSettings>,
    Form(form): Form<OrderForm>,
) -> Answer {
    form.ask.ok_or(Error::Unreadable)?;
    let order = clerk.order(&number).await?;
    let by = Actor::Merchant(clerk.email.clone());
    let seen = form.seen.and_then(|seen| seen.parse().ok());
    let asker = Asker::new(&clerk.visit.site.ground, &carrier, &post);
    let waits = asker.confirm(&order, by, seen).await?;
    confirm_user_id::follow(&asker.ground, order.id, waits).await?;
    Ok(see_other(&format!("/merchant/orders/{}?asked", order.number)))
}

/// The order as JSON, for whoever connects a system.
///
/// # Errors
/// [`Error::NotFound`] for an unknown number.
pub async fn json(clerk: Clerk, number: Path<String>) -> Answer {
    let mut connection = clerk.pool().acquire().await?;
    let order = order_over(&mut connection, &number).await?;
    let history = Past::read(&mut connection, order.id).await?.told();
    let shipments = shipment_store::of(&mut *connection, order.id).await?;
    drop(connection);
    Ok(HttpResponse::Ok().json(as_json(&order, &clerk.visit.site.ground.calendar, &shipments, &history)))
}

fn contact(order: &Order) -> Vec<String> {
    let phone = order.phone.as_ref().map(|phone| phone.as_str().to_owned());
    order.email.iter().map(Email::readable).chain(phone).collect()
}

/// How old, in days, the list of points was from which the order's was chosen, where that is worth a word: it is refreshed
/// several times a day, so that after two days something was amiss.
fn list_age(order: &Order, history: &[Entry]) -> Option<i64> {
    let pickup = order.delivery.pickup()?;
    let changed = history.iter().rev().find(|entry| matches!(entry.what, What::PointChanged(..)));
    let chosen = changed.map_or(order.placed_at, |entry| entry.at);
    let days = (swiss(chosen).date() - pickup.point.data_as_of).num_days();
    (days > 2 && order.life.state.is_here()).then_some(days)
}

fn view(
    p: Page,
    (email, waiting): (String, i64),
    (order, waits, shipment, mut delivery): (&Order, Option<Waits>, Option<ShipmentCard>, DeliveryCard),
    history: Vec<Entry>,
) -> OrderView {
    let pickup = order.delivery.pickup();
    let known = pickup.and_then(|pickup| pickup.mandate.state.known());
    let block = recipient(&order.delivery).block(Layout::A6);
    delivery.notes.extend(list_age(order, &history).map(|days| p.x("merchant-point-old", days)));
    let erased =
        order.delivery.is_erased() || order.delivery.user_id_state() == Some(UserIdState::Erased.code());
    OrderView {
        email,
        waiting,
        number: order.number.to_string(),
        billing: order.billing.lines(),
        contact: contact(order),
        delivery,
        user_id: pickup.filter(|_| known.is_some()).map(name2),
        verified: known.map_or("", |(_, verified)| verified.printed()),
        pickup: order.delivery.point().is_some(),
        to_confirm: order.waits_for_post(),
        waits,
        no_label: if erased {
            Some(p.t("merchant-erased").into_owned())
        } else {
            is_void(order).then(|| p.t("merchant-void").into_owned())
        },
        erased,
        forgotten: order.erased_at.map(|at| dates::full(p.lang, swiss(at).date())),
        ident_code: order.ident_code().map(IdentCode::grouped),
        label_lines: block.texts(),
        label_remarks: remarks(&p, &block),
        parcels: Vec::new(),
        extras: &[],
        returned: ReturnCard::default(),
        life: LifeCard::of(&p, order, shipment.as_ref().is_some_and(|shipment| shipment.has_label)),
        shipment,
        stations: Vec::new(),
        day: DayCard::without_notes(&p, order),
        journey: history::runs(history).into_iter().map(|run| moment(&p, run)).collect(),
        lines: order
            .lines
            .iter()
            .map(|line| (line.name.clone(), line.quantity, line.amount().to_string()))
            .collect(),
        delivery_price: order.amounts.delivery.to_string(),
        total: p.chf(&order.amounts.total()),
        p,
    }
}

/// Whether the order has ended without its parcel, so that a label of it must not be used, whoever has drawn one.
fn is_void(order: &Order) -> bool {
    [LifeState::Cancelled, LifeState::Refunded].contains(&order.life.state)
}

fn moment(p: &Page, Run { entry, times, until }: Run) -> Moment {
    let who = readable(entry.by.shown());
    // Who did it, and why: of what Post or the shop does by itself the words say enough.
    let somebody = matches!(entry.by, Actor::Merchant(_) | Actor::Shopper);
    let detail = match shipment::detail(p, &entry.what) {
        Some(detail) if somebody || matches!(entry.what, What::PointChanged(..) | What::Event(..)) => {
            format!("{detail} · {who}")
        }
        detail => detail.unwrap_or(who),
    };
    let until = swiss(until);
    let until = dates::moment(p.lang, until);
    Moment {
        time: dates::time_with_seconds(swiss(entry.at)),
        what: p.t(&format!("event-{}", entry.what.code().replace('_', "-"))).into_owned(),
        detail: if times > 1 { format!("{detail}; {}", p.xy("event-times", times, until)) } else { detail },
    }
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples() -> Vec<(&'static str, String)> {
    let p = Page::plain(Lang::En, "/merchant/orders/M-10042");
    let view = |to_confirm: bool, erased: bool, waits: Option<Waits>, state: Option<ShipmentState>, life| {
        OrderView {
            email: "anna@example.ch".into(),
            waiting: 1,
            number: "M-10042".into(),
            billing: vec!["Hans Muster".into(), "8008 Zürich".into()],
            contact: vec!["hans.muster@example.ch".into()],
            delivery: DeliveryCard::sample(p.lang),
            user_id: (!to_confirm && !erased).then(|| "PickPost PT011227".into()),
            verified: "NONE",
            pickup: true,
            to_confirm,
            waits,
            erased,
            no_label: erased.then(|| p.t("merchant-erased").into_owned()),
            forgotten: erased.then(|| "23 May 2027".into()),
            life: LifeCard::sample(&p, life),
            ident_code: (!to_confirm).then(|| "99.00.123456.00010042".into()),
            label_lines: vec!["Hans Muster".into(), "PickPost PT011227".into()],
            parcels: ParcelCard::samples(&p),
            extras: Goes::Address.extras(),
            returned: ReturnCard::sample(&p, !erased),
            label_remarks: vec![p.t("label-name-two-lines").into_owned()],
            stations: Station::samples(&p, !to_confirm),
            day: DayCard::sample(&p, if erased { PaymentState::Paid } else { PaymentState::Due }),
            shipment: state.and_then(|state| ShipmentCard::sample(&p, state)),
            journey: vec![Moment {
                time: "14:05:40".into(),
                what: p.t("event-placed").into(),
                detail: "shopper".into(),
            }],
            lines: vec![("Mountain cheese".into(), 1, "28.50".into())],
            delivery_price: "7.00".into(),
            total: "CHF 35.50".into(),
            p: p.clone(),
        }
    };
    let waits = |decide| Some(Waits::sample(&p, decide));
    let samples = [
        ("merchant-order", view(false, false, None, Some(ShipmentState::Sent), LifeState::Ready)),
        ("merchant-order-held", view(false, false, None, Some(ShipmentState::Waiting), LifeState::Held)),
        ("merchant-order-refused", view(false, false, None, Some(ShipmentState::Refused), LifeState::ToPack)),
        ("merchant-order-to-confirm", view(true, false, waits(false), None, LifeState::ToConfirm)),
        ("merchant-order-to-decide", view(true, false, waits(true), None, LifeState::ToConfirm)),
        ("merchant-order-erased", view(false, true, None, None, LifeState::Returned)),
    ];
    samples.map(|(name, view)| (name, view.render().unwrap_or_default())).into()
}
