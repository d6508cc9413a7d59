//! Why the label of an order cannot be ordered from Post, and what to do about it.

use crate::carrier::{Goes, Services};
use crate::merchant::obstacle::Obstacle;
use crate::orders::Order;
use crate::orders::life::Move;
use crate::shipping::shipment::Shipment;
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
        let obstacle = Obstacle::of(order, shipments)?;
        let (why, way) = Self::words(p, obstacle);
        let at_the_point = matches!(obstacle, Obstacle::UserId | Obstacle::Point);
        let elsewhere = at_the_point && order.life.state.after(Move::PointChanged).is_some();
        Some(Self { why, way, elsewhere, is_asked_wrongly: false })
    }

    /// Why not, and what to do.
    #[must_use]
    pub fn words(p: &Page, obstacle: Obstacle) -> (String, String) {
        let key = obstacle.code();
        let why = p.t(&format!("label-refused-{key}")).into_owned();
        (why, p.t(&format!("label-way-{key}")).into_owned())
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
