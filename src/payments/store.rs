//! Every statement about payments.

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
    let state = PaymentState::parse(&row.state).ok_or_else(|| unreadable("a payment in no known state"))?;
    Ok((row.card_last4.map_or(Payment::Invoice, |last4| Payment::Card { last4 }), state))
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
    let (_, state) = of(&mut *connection, order).await?;
    let next = match state {
        PaymentState::Due => PaymentState::Cancelled,
        PaymentState::Paid => PaymentState::Refunded,
        PaymentState::Cancelled | PaymentState::Refunded => return Ok(state),
    };
    sqlx::query!(
        "update payment set state = $2, moved_at = $3 where order_id = $1 and state = $4",
        order,
        next.code(),
        now,
        state.code()
    )
    .execute(connection)
    .await?;
    Ok(next)
}
