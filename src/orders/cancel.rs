//! Ends an order whose parcel is still here, or gives back the money of one that came back: stock, shipment and money follow in one
//! transaction.

use chrono::{DateTime, Utc};
use sqlx::{Connection, PgConnection};

use crate::catalogue::store as goods_store;
use crate::ground::Ground;
use crate::orders::event::Actor;
use crate::orders::jobs::confirm_user_id;
use crate::orders::life::Move;
use crate::orders::steps::{self, Step, step};
use crate::orders::{Order, OrderLine};
use crate::payments::store as payment_store;
use crate::shipping::jobs::send_shipment;
use crate::shipping::tracking::store as tracking_store;

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It has ended now. Article and what there is of it now.
    Now(Vec<(i16, i32)>),
    /// It had ended so already.
    Before,
    /// It is too late: the parcel is on its way, or the order has ended otherwise.
    TooLate,
}

/// Why a parcel was withdrawn whose order has ended.
const CANCELLED: &str = "cancelled";

/// Ends an order: by [`Move::Cancelled`] before it goes out, by [`Move::Refunded`] after it came back.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn cancel(ground: &Ground, order: &Order, by: Move, actor: &Actor) -> sqlx::Result<Ended> {
    let now = ground.clock.now();
    let mut connection = ground.pool.acquire().await?;
    let mut transaction = connection.begin().await?;
    let moved = step(&mut transaction, order.id, Step { by, actor, why: None }, now).await?;
    let Some(_) = moved else {
        let state = steps::store::hold(&mut transaction, order.id).await?;
        return Ok(if state == by.leads_to() { Ended::Before } else { Ended::TooLate });
    };
    let left = undo(&mut transaction, order, now).await?;
    transaction.commit().await?;
    ground.bell.ring();
    metrics::counter!("orders_ended_total", "by" => by.code()).increment(1);
    Ok(Ended::Now(left))
}

async fn undo(
    connection: &mut PgConnection,
    order: &Order,
    now: DateTime<Utc>,
) -> sqlx::Result<Vec<(i16, i32)>> {
    tracking_store::withdraw(&mut *connection, order.id, CANCELLED, now).await?;
    send_shipment::end(&mut *connection, order.id).await?;
    confirm_user_id::end(&mut *connection, order.id).await?;
    payment_store::undo(&mut *connection, order.id, now).await?;
    let goods: Vec<(i16, i32)> =
        order.lines.iter().map(|line: &OrderLine| (line.product_id, line.quantity)).collect();
    goods_store::put_back(connection, &goods).await
}
