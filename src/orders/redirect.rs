//! Sends an order another way: to another point, for a person who was corrected, or once more after it came back. The delivery
//! becomes a new version with a User ID of its own; billing and price stay, and a label that was made is void.

use sqlx::Connection;

use crate::db::unreadable;
use crate::ground::Ground;
use crate::label::IdentCode;
use crate::orders::Order;
use crate::orders::asker::Asker;
use crate::orders::event::{Actor, Event, EventKind};
use crate::orders::jobs::confirm_user_id;
use crate::orders::life::Move;
use crate::orders::order::goods;
use crate::orders::steps::{self, Step, step};
use crate::orders::store as order_store;
use crate::shipping::jobs::send_shipment;
use crate::shipping::store::{self as shipping_store, Sending};
use crate::shipping::tracking::store as tracking_store;
use crate::shipping::{Collector, Delivery, PickUp, PointCopy, ask, loads};

/// Where an order goes from now on.
#[derive(Clone, Debug)]
pub enum Way {
    /// To a pick-up point, for this person: Post is asked anew, as for every mandate.
    To(Box<PointCopy>, Box<Collector>),
    /// To an address: the same one once more, or another.
    Address(Delivery),
}

/// Why a parcel was withdrawn whose order goes another way.
const REDIRECTED: &str = "redirected";

impl Asker {
    /// Sends an order another way; `false` where it is too late: the parcel is on its way, the order has ended, or the people in
    /// it were erased.
    ///
    /// # Errors
    /// When the database does not answer or refuses.
    pub async fn redirect(&self, order: &Order, way: Way, by: Move, actor: &Actor) -> sqlx::Result<bool> {
        // Nobody is registered with Post for what cannot be any more; what counts is asked again below.
        // Nor is anything sent to somebody who was erased.
        if order.life.state.after(by).is_none() || order.erased_at.is_some() {
            return Ok(false);
        }
        let delivery = match way {
            Way::To(point, collector) => self.mandated(order, *point, *collector).await?,
            Way::Address(delivery) => delivery,
        };
        let Ground { pool, clock, random, bell, .. } = &self.ground;
        let now = clock.now();
        let mut connection = pool.acquire().await?;
        let mut transaction = connection.begin().await?;
        if step(&mut transaction, order.id, Step { by, actor, why: None }, now).await?.is_none()
            || steps::store::is_forgotten(&mut *transaction, order.id).await?
        {
            return Ok(false);
        }
        tracking_store::withdraw(&mut transaction, order.id, REDIRECTED, now).await?;
        send_shipment::end(&mut transaction, order.id).await?;
        confirm_user_id::end(&mut transaction, order.id).await?;
        let prefix = IdentCode::prefix(&self.licence);
        let loads = loads(goods(&order.lines).as_ref(), delivery.kind(), random);
        let sending = Sending { order: order.id, basket: None, loads: &loads, prefix: &prefix };
        shipping_store::insert(&mut transaction, sending, &delivery, now).await?;
        let kind = if delivery.may_be_labelled() {
            send_shipment::begin(&mut transaction, order.id, order.freight(), (now, now + self.hold)).await?;
            EventKind::ParcelAnnounced
        } else {
            confirm_user_id::begin(&mut transaction, order.id, now).await?;
            EventKind::UserIdToConfirm
        };
        let event = Event { at: now, kind, by: Actor::Shop, why: None };
        order_store::insert_event(&mut transaction, order.id, &event).await?;
        transaction.commit().await?;
        bell.ring();
        Ok(true)
    }

    /// The delivery to a point with a mandate of its own, for which Post was asked. Where Post is silent it is to confirm.
    async fn mandated(
        &self,
        order: &Order,
        point: PointCopy,
        collector: Collector,
    ) -> sqlx::Result<Delivery> {
        let (ground, carrier, kind) = (&self.ground, &self.carrier, point.kind);
        let at = (kind, point.id.as_str());
        let mandate = ask::anew(ground, carrier, None, at, &collector, order.lang).await?;
        let mandate =
            mandate.ok_or_else(|| unreadable("a mandate of no basket was refused for its basket"))?;
        Ok(Delivery::PickUp(Box::new(PickUp { point, collector, mandate })))
    }
}
