//! Every statement about payments.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::db::unreadable;
use crate::money::Rappen;
use crate::payments::{Payment, PaymentState};

/// Writes the payment of an order, as it stands when the order is placed.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn insert(
    connection: &mut PgConnection,
    (id, order): (Uuid, Uuid),
    payment: &Payment,
    amount: Rappen,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into payment (id, order_id, method, card_last4, amount, state, created_at, moved_at)
         values ($1, $2, $3, $4, $5, $6, $7, $7)",
        id,
        order,
        payment.code(),
        payment.last4(),
        amount.0 as _,
        payment.state_when_placed().code(),
        now
    )
    .execute(connection)
    .await
    .map(drop)
}

/// Everything that is kept of how an order is paid, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn copy(executor: impl PgExecutor<'_>, order: Uuid) -> sqlx::Result<Value> {
    sqlx::query_scalar!(
        r#"select coalesce(jsonb_agg(to_jsonb(p) - 'id' - 'order_id' order by created_at), '[]') as "copy!: Value"
           from payment p where order_id = $1"#,
        order
    )
    .fetch_one(executor)
    .await
}

/// How an order is paid, and how far that has come.
///
/// # Errors
/// When the database does not answer.
pub async fn of(executor: impl PgExecutor<'_>, order: Uuid) -> sqlx::Result<(Payment, PaymentState)> {
    let row = sqlx::query!(
        "select card_last4, state from payment where order_id = $1 order by created_at desc, id limit 1",
        order
    );
    let row = row.fetch_one(executor).await?;
    read(row.card_last4, &row.state)
}

/// The same of each of these orders.
///
/// # Errors
/// When the database does not answer.
pub async fn of_all(
    executor: impl PgExecutor<'_>,
    orders: &[Uuid],
) -> sqlx::Result<HashMap<Uuid, (Payment, PaymentState)>> {
    let rows = sqlx::query!(
        "select distinct on (order_id) order_id, card_last4, state from payment where order_id = any($1)
         order by order_id, created_at desc, id",
        orders
    );
    let rows = rows.fetch_all(executor).await?;
    rows.into_iter().map(|row| Ok((row.order_id, read(row.card_last4, &row.state)?))).collect()
}

fn read(last4: Option<String>, state: &str) -> sqlx::Result<(Payment, PaymentState)> {
    let state = PaymentState::parse(state).ok_or_else(|| unreadable("a payment in no known state"))?;
    Ok((last4.map_or(Payment::Invoice, |last4| Payment::Card { last4 }), state))
}

/// An order comes to nothing: what is due is not any more, what was paid is given back. Gives how its payment stands now.
///
/// # Errors
/// When the database does not answer.
pub async fn undo(
    connection: &mut PgConnection,
    order: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<PaymentState> {
    // In one statement: who marks it as paid at this very moment is waited for, and what is paid then is given back.
    let next = sqlx::query_scalar!(
        "update payment set state = case state when 'due' then 'cancelled' else 'refunded' end, moved_at = $2
         where order_id = $1 and state in ('due', 'paid') returning state",
        order,
        now
    );
    let Some(next) = next.fetch_optional(&mut *connection).await? else {
        return Ok(of(connection, order).await?.1);
    };
    PaymentState::parse(&next).ok_or_else(|| unreadable("a payment in no known state"))
}
