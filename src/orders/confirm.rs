//! Settles an order that waits for Post: asks again, and announces the parcel once the User ID is known.

use sqlx::Connection;

use crate::db::turns::TurnError;
use crate::ground::Ground;
use crate::label::IdentCode;
use crate::orders::event::{Actor, Event, EventKind};
use crate::orders::{Order, store};
use crate::post::Carrier;
use crate::shipping::{UserIdState, ask, store as shipping_store};

/// Asks Post again about a pick-up order whose User ID is to be confirmed. An order that waits for nothing is left as it
/// is.
///
/// # Errors
/// When the database does not answer or refuses, or too many are asking about this order.
pub async fn confirm(
    ground: &Ground,
    carrier: &Carrier,
    licence: &str,
    order: &Order,
    by: Actor,
) -> Result<(), TurnError> {
    let Some(pickup) = order.delivery.pickup().filter(|_| order.parcels.is_empty()) else {
        return Ok(());
    };
    // Erased on its date: what the order waited for is long over.
    if pickup.mandate.state == UserIdState::Erased {
        return Ok(());
    }
    let mandate = pickup.mandate.id;
    let known = shipping_store::call_count(&ground.pool, mandate).await?;
    let _turn = ground.turns.wait_for(order.id).await?;
    let event = |kind, by| Event { at: ground.clock.now(), kind, by, why: None };
    // Who clicked while Post was being asked is answered by that answer; what is known already is not asked for again.
    if order.waits_for_post() && shipping_store::call_count(&ground.pool, mandate).await? == known {
        let mut connection = ground.pool.acquire().await?;
        store::insert_event(&mut connection, order.id, &event(EventKind::AskedAgain, by)).await?;
        drop(connection);
        ask::ask(ground, carrier, mandate, &pickup.collector, pickup.point.kind, order.lang).await?;
    }
    let mut connection = ground.pool.acquire().await?;
    let mut transaction = connection.begin().await?;
    let parcel = (ground.random.uuid(), &*IdentCode::prefix(licence));
    let now = ground.clock.now();
    // What counts is what stands in the database: another call may have been quicker.
    if shipping_store::announce(&mut transaction, order.id, parcel, now).await? {
        for kind in [EventKind::UserIdKnown, EventKind::ParcelAnnounced] {
            store::insert_event(&mut transaction, order.id, &event(kind, Actor::Shop)).await?;
        }
    }
    Ok(transaction.commit().await?)
}
