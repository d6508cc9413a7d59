//! Settles an order that waits for Post: asks again, and announces the parcel once the User ID is known.

use chrono::TimeDelta;
use sqlx::Connection;

use crate::db::turns::TurnError;
use crate::ground::Ground;
use crate::label::IdentCode;
use crate::orders::asker::Asker;
use crate::orders::event::{Actor, Event, EventKind};
use crate::orders::life::LifeState;
use crate::orders::mail::MailKind;
use crate::orders::mails::outbox;
use crate::orders::order::goods;
use crate::orders::{Order, steps, store};
use crate::shipping::jobs::send_shipment;
use crate::shipping::packed::store as packed_store;
use crate::shipping::places::store as place_store;
use crate::shipping::{PickUp, UserIdState, ask, loads, question, store as shipping_store};

/// Who clicks on a page that is older than the newest answer is led to that answer, if it is no older than this; else Post
/// is asked.
const JUST_NOW: TimeDelta = TimeDelta::minutes(1);

impl Asker {
    /// Asks Post again about a pick-up order whose User ID is to be confirmed; gives whether it still waits. An order that
    /// waits for nothing is left as it is. `seen` is how many calls had been made when the page was shown: those who click
    /// on the same page, the job, and other instances have one question together.
    ///
    /// # Errors
    /// When the database does not answer or refuses, or too many are asking about this order.
    pub async fn confirm(&self, order: &Order, by: Actor, seen: Option<i64>) -> Result<bool, TurnError> {
        let Some(pickup) = order.delivery.pickup().filter(|_| order.parcels.is_empty()) else {
            return Ok(false);
        };
        // Held, cancelled: nobody waits for the answer.
        if order.life.state != LifeState::ToConfirm {
            return Ok(false);
        }
        // Erased on its date: what the order waited for is long over.
        if pickup.mandate.state == UserIdState::Erased {
            return Ok(false);
        }
        let Ground { pool, clock, .. } = &self.ground;
        let mandate = pickup.mandate.id;
        let seen = match seen {
            Some(seen) => {
                let before = clock.now() - JUST_NOW;
                seen.max(shipping_store::call_count(pool, mandate, Some(before)).await?)
            }
            None => shipping_store::call_count(pool, mandate, None).await?,
        };
        // Where an instance ended between the answer and the parcel, the answer stands.
        if pickup.mandate.state.is_open() {
            question::alone(&self.ground, order.id, async |_| self.ask(order, pickup, by, seen).await)
                .await?;
        }
        self.announce(order).await?;
        let mandate = shipping_store::mandate(pool, mandate).await?;
        Ok(mandate.is_some_and(|mandate| mandate.state.is_open()))
    }

    async fn ask(&self, order: &Order, pickup: &PickUp, by: Actor, seen: i64) -> Result<(), TurnError> {
        let Ground { pool, clock, .. } = &self.ground;
        let mandate = pickup.mandate.id;
        // While it waited for its turn the order may have got another mandate; and who clicked while Post was being asked is
        // answered by that answer.
        let places = place_store::of(pool, order.id).await?;
        if places.first().and_then(|place| place.mandate) != Some(mandate)
            || shipping_store::call_count(pool, mandate, None).await? > seen
        {
            return Ok(());
        }
        let event = Event { at: clock.now(), kind: EventKind::AskedAgain, by, why: None };
        let mut connection = pool.acquire().await?;
        match event.by {
            // Every call stands in the history; that it is the shop which goes on asking is said once.
            Actor::Shop => store::insert_event_once(&mut connection, order.id, &event).await?,
            _ => store::insert_event(&mut connection, order.id, &event).await?,
        }
        drop(connection);
        let Asker { ground, carrier, .. } = self;
        ask::ask(ground, carrier, mandate, &pickup.collector, pickup.point.kind, order.lang).await?;
        Ok(())
    }

    /// What counts is what stands in the database: another call may have been quicker.
    async fn announce(&self, order: &Order) -> sqlx::Result<()> {
        let Ground { pool, clock, random, bell, .. } = &self.ground;
        let mut connection = pool.acquire().await?;
        let mut transaction = connection.begin().await?;
        let loads = loads(goods(&order.lines).as_ref(), order.delivery.kind(), random);
        let (prefix, now) = (IdentCode::prefix(&self.licence), clock.now());
        // Somebody may have held or cancelled it while Post was being asked.
        let still = steps::store::hold(&mut transaction, order.id).await? == Some(LifeState::ToConfirm);
        if still && packed_store::announce(&mut transaction, order.id, (&loads, &prefix), now).await? {
            for kind in [EventKind::UserIdKnown, EventKind::ParcelAnnounced] {
                let event = Event { at: now, kind, by: Actor::Shop, why: None };
                store::insert_event(&mut transaction, order.id, &event).await?;
            }
            outbox::write(&mut transaction, order.id, (MailKind::UserIdKnown, &Actor::Shop), now).await?;
            let due = now + self.hold;
            send_shipment::begin(&mut transaction, order.id, order.freight(), (now, due)).await?;
        }
        transaction.commit().await?;
        bell.ring();
        Ok(())
    }
}
