//! What a merchant does with an order by hand: packs it, holds it, lets it go on, hands it over.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{Connection, PgConnection};
use uuid::Uuid;

use crate::ground::Ground;
use crate::orders::event::Actor;
use crate::orders::jobs::confirm_user_id;
use crate::orders::life::{LifeState, Move};
use crate::orders::steps::{self, Step, step};
use crate::orders::{Order, Reason};
use crate::shipping::jobs::send_shipment;

/// What a merchant may do by hand; all else follows from something else, or asks for more than a click.
pub const BY_HAND: [Move; 5] = [Move::Packed, Move::Unpacked, Move::Held, Move::Released, Move::HandedOver];

/// Moves an order on; gives where it stands then, `None` where that cannot happen (any more). One that is held is not sent to Post
/// meanwhile, and goes on where it was when it is released.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn by_hand(
    ground: &Ground,
    order: &Order,
    by: Move,
    actor: &Actor,
    hold: TimeDelta,
) -> sqlx::Result<Option<LifeState>> {
    if !BY_HAND.contains(&by) {
        return Ok(None);
    }
    let now = ground.clock.now();
    let mut connection = ground.pool.acquire().await?;
    let mut transaction = connection.begin().await?;
    let moved = match by {
        Move::Held => hold_back(&mut transaction, order.id, (actor, &Reason::ByMerchant), now).await?,
        _ => step(&mut transaction, order.id, Step { by, actor, why: None }, now).await?,
    };
    let Some(mut state) = moved else { return Ok(None) };
    match by {
        // Nobody waits for Post's answer about somebody who is forgotten; the transaction ends here, and nothing is written.
        Move::Released
            if order.parcels.is_empty()
                && steps::store::is_forgotten(&mut *transaction, order.id).await? =>
        {
            return Ok(None);
        }
        Move::Released if order.parcels.is_empty() => {
            confirm_user_id::begin(&mut transaction, order.id, now).await?;
        }
        Move::Released => {
            let announced = Step { by: Move::Announced, actor: &Actor::Shop, why: None };
            state = step(&mut transaction, order.id, announced, now).await?.unwrap_or(state);
            send_shipment::begin(&mut transaction, order.id, order.freight(), (now, now + hold)).await?;
        }
        _ => {}
    }
    transaction.commit().await?;
    ground.bell.ring();
    Ok(Some(state))
}

/// Puts an order on hold in the caller's transaction: nothing of it goes to Post, and Post is asked nothing about it. `None` where
/// it is not here, or held already.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn hold_back(
    connection: &mut PgConnection,
    order: Uuid,
    (actor, why): (&Actor, &Reason),
    now: DateTime<Utc>,
) -> sqlx::Result<Option<LifeState>> {
    let held = Step { by: Move::Held, actor, why: Some(why) };
    let state = step(&mut *connection, order, held, now).await?;
    if state.is_some() {
        send_shipment::end(&mut *connection, order).await?;
        confirm_user_id::end(connection, order).await?;
    }
    Ok(state)
}
