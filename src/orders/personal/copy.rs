//! A copy of everything that is kept of an order, for whoever placed it (`docs/data.md` describes it).

use serde_json::{Value, json};
use sqlx::Connection;

use crate::ground::Ground;
use crate::orders::event::{Actor, Event, EventKind};
use crate::orders::personal::store;
use crate::orders::{Order, store as order_store};
use crate::payments::store as payment_store;
use crate::shipping::personal::store as shipping_store;

/// The copy, with a word about it in the history.
///
/// # Errors
/// When the database does not answer.
pub async fn take(ground: &Ground, order: &Order) -> sqlx::Result<Value> {
    let now = ground.clock.now();
    let mut connection = ground.pool.acquire().await?;
    let mut transaction = connection.begin().await?;
    let event = Event { at: now, kind: EventKind::DataCopied, by: Actor::Shopper, why: None };
    order_store::insert_event(&mut transaction, order.id, &event).await?;
    let copy = json!({
        "copied_at": now,
        "order": store::copy(&mut *transaction, order.id).await?,
        "payments": payment_store::copy(&mut *transaction, order.id).await?,
        "deliveries": shipping_store::copy(&mut *transaction, order.id).await?,
    });
    transaction.commit().await?;
    Ok(copy)
}
