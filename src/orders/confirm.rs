//! Settles an order that waits for Post: asks again, and announces the parcel once the User ID is known.

use sqlx::Connection;

use crate::db::turns::TurnError;
use crate::ground::Ground;
use crate::orders::place::ident_code;
use crate::orders::{Order, store};
use crate::post::Carrier;
use crate::shipping::ask::{self, Question};
use crate::shipping::{PickUp, announce, store as shipping_store};

/// Asks Post again about a pick-up order whose User ID is to be confirmed; gives whether it is known now. An order
/// that waits for nothing is left as it is.
///
/// # Errors
/// When the database does not answer or refuses, or too many are asking about this order.
pub async fn confirm(
    ground: &Ground,
    carrier: &Carrier,
    licence: &str,
    order: &Order,
    who: &str,
) -> Result<bool, TurnError> {
    let Some(pickup) = order.delivery.pickup().filter(|_| order.ident_code.is_none()) else {
        return Ok(true);
    };
    let mandate = pickup.mandate.id;
    let known = shipping_store::call_count(&ground.pool, mandate).await?;
    let _turn = ground.turns.wait_for(order.id).await?;
    // Who clicked while Post was being asked is answered by that answer.
    if shipping_store::call_count(&ground.pool, mandate).await? == known {
        store::insert_event(&ground.pool, order.id, "asked_again", who, ground.clock.now()).await?;
        ask::again(ground, carrier, mandate, &question(order, pickup)).await?;
    }
    // What counts is what stands in the database: another call may have been quicker.
    let Some((delivery, None)) = shipping_store::delivery(&ground.pool, order.id).await? else {
        return Ok(true);
    };
    let now = ground.clock.now();
    let mut connection = ground.pool.acquire().await?;
    let mut transaction = connection.begin().await?;
    let code = ident_code(licence, order.number);
    let announced = announce::announce(&mut transaction, order.id, &delivery, &code, now).await?;
    if announced {
        store::insert_event(&mut *transaction, order.id, "user_id_known", "shop", now).await?;
        store::insert_event(&mut *transaction, order.id, "parcel_announced", "shop", now).await?;
    }
    transaction.commit().await?;
    Ok(announced)
}

fn question(order: &Order, pickup: &PickUp) -> Question {
    Question {
        basket: order.id,
        kind: pickup.point.kind,
        point_id: pickup.point.id.clone(),
        collector: pickup.collector.clone(),
        lang: order.lang,
    }
}
