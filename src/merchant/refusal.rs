//! Why the label of an order cannot be ordered from Post, and what to do about it.

use crate::carrier::{Goes, Services};
use crate::orders::Order;
use crate::orders::life::{LifeState, Move};
use crate::shipping::UserIdState;
use crate::shipping::shipment::{Shipment, ShipmentState};
use crate::web::Page;

/// Why not, and the way on, both in words.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// Why.
    pub why: String,
    /// What to do.
    pub way: String,
    /// Whether another point is a way on.
    pub elsewhere: bool,
    /// Whether the form asked for what cannot be, rather than the order standing in its way.
    pub is_asked_wrongly: bool,
}

impl Refusal {
    /// Of an order that stands so; nothing where Post can be asked, or has answered already.
    #[must_use]
    pub fn of(p: &Page, order: &Order, shipments: &[Shipment]) -> Option<Self> {
        let key = key(order, shipments)?;
        Some(Self {
            why: p.t(&format!("label-refused-{key}")).into_owned(),
            way: p.t(&format!("label-way-{key}")).into_owned(),
            elsewhere: ["user-id", "point"].contains(&key)
                && order.life.state.after(Move::PointChanged).is_some(),
            is_asked_wrongly: false,
        })
    }

    /// Of services that a merchant has chosen: the codes to ask Post for; none where they are to stay as they are.
    ///
    /// # Errors
    /// The refusal.
    pub fn of_services(
        p: &Page,
        order: &Order,
        codes: &[String],
        point_services: bool,
    ) -> Result<Option<Vec<String>>, Self> {
        if codes.is_empty() {
            return Ok(None);
        }
        let goes = if order.delivery.point().is_some() { Goes::Point(point_services) } else { Goes::Address };
        Services::read(codes, goes).map(|services| Some(services.codes())).map_err(|unfit| Self {
            why: unfit.told(p.lang),
            way: p.t("label-way-services").into_owned(),
            elsewhere: false,
            is_asked_wrongly: true,
        })
    }
}

fn key(order: &Order, shipments: &[Shipment]) -> Option<&'static str> {
    let state = order.life.state;
    let here = [LifeState::ToPack, LifeState::Packed].contains(&state);
    match state {
        LifeState::Cancelled | LifeState::Refunded => Some("ended"),
        _ if is_erased(order) => Some("erased"),
        LifeState::Held if order.life.wants_another_point() => Some("point"),
        LifeState::Held => Some("held"),
        _ if order.parcels.is_empty() || !order.delivery.may_be_labelled() => Some("user-id"),
        _ => (!here && !is_sent(shipments)).then_some("left"),
    }
}

fn is_sent(shipments: &[Shipment]) -> bool {
    !shipments.is_empty() && ShipmentState::of_all(shipments) == ShipmentState::Sent
}

fn is_erased(order: &Order) -> bool {
    let of_point = order.delivery.user_id_state() == Some(UserIdState::Erased.code());
    order.erased_at.is_some() || order.delivery.is_erased() || of_point
}
