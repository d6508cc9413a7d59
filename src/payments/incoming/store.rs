//! Every statement about payments that come in.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::db::unreadable;
use crate::money::Rappen;
use crate::payments::PaymentState;

/// How the payment of an order stands, until the end of the transaction.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The payment.
    pub id: Uuid,
    /// What is to be paid, or was.
    pub amount: Rappen,
    /// How far it has come.
    pub state: PaymentState,
    /// What the bank calls the credit that paid it.
    pub bank_reference: Option<String>,
}

/// The payment of an order, held for this transaction: of two who mark it at once, the second sees what the first has done.
///
/// # Errors
/// When the database does not answer.
pub async fn hold(connection: &mut PgConnection, order: Uuid) -> sqlx::Result<Option<Standing>> {
    let row = sqlx::query!(
        r#"select id, amount::bigint as "amount!", state, bank_reference from payment
           where order_id = $1 order by created_at desc, id limit 1 for update"#,
        order
    );
    let Some(row) = row.fetch_optional(connection).await? else { return Ok(None) };
    let state = PaymentState::parse(&row.state).ok_or_else(|| unreadable("a payment in no known state"))?;
    Ok(Some(Standing { id: row.id, amount: Rappen(row.amount), state, bank_reference: row.bank_reference }))
}

/// Writes down that a payment has come in. The database refuses what is no move.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn pay(
    connection: &mut PgConnection,
    payment: Uuid,
    bank_reference: Option<&str>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update payment set state = 'paid', moved_at = $3, bank_reference = $2 where id = $1",
        payment,
        bank_reference,
        now
    )
    .execute(connection)
    .await
    .map(drop)
}

/// An invoice that nobody has paid.
#[derive(Clone, Debug)]
pub struct Unpaid {
    /// The order.
    pub order: Uuid,
    /// Since when.
    pub created_at: DateTime<Utc>,
    /// What is to be paid.
    pub amount: Rappen,
}

/// Unpaid invoices of before a moment, the oldest first, after one of them: 26, where there are as many.
///
/// # Errors
/// When the database does not answer.
pub async fn unpaid(
    executor: impl PgExecutor<'_>,
    before: DateTime<Utc>,
    after: Option<(DateTime<Utc>, Uuid)>,
) -> sqlx::Result<Vec<Unpaid>> {
    let (since, order) = after.unwrap_or((DateTime::UNIX_EPOCH, Uuid::nil()));
    let rows = sqlx::query!(
        r#"select order_id, created_at, amount::bigint as "amount!" from payment
           where state = 'due' and created_at < $1 and (created_at, order_id) > ($2, $3)
           order by created_at, order_id limit 26"#,
        before,
        since,
        order
    );
    let unpaid = rows.fetch_all(executor).await?.into_iter().map(|row| Unpaid {
        order: row.order_id,
        created_at: row.created_at,
        amount: Rappen(row.amount),
    });
    Ok(unpaid.collect())
}

/// How many there are, counted no further than to 1000.
///
/// # Errors
/// When the database does not answer.
pub async fn count_unpaid(executor: impl PgExecutor<'_>, before: DateTime<Utc>) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from (
               select from payment where state = 'due' and created_at < $1 order by created_at limit 1000) as oldest"#,
        before
    )
    .fetch_one(executor)
    .await
}

/// Since when an order's payment is asked for, where it still is.
///
/// # Errors
/// When the database does not answer.
pub async fn due_since(executor: impl PgExecutor<'_>, order: Uuid) -> sqlx::Result<Option<DateTime<Utc>>> {
    sqlx::query_scalar!(
        "select created_at from payment where order_id = $1 order by created_at desc, id limit 1",
        order
    )
    .fetch_optional(executor)
    .await
}

/// How these orders are paid, and how far that has come.
///
/// # Errors
/// When the database does not answer.
pub async fn of_many(
    executor: impl PgExecutor<'_>,
    orders: &[Uuid],
) -> sqlx::Result<Vec<(Uuid, String, PaymentState)>> {
    let rows = sqlx::query!(
        "select distinct on (order_id) order_id, method, state from payment where order_id = any($1)
         order by order_id, created_at desc, id",
        orders
    );
    let read = rows.fetch_all(executor).await?.into_iter().map(|row| {
        let state =
            PaymentState::parse(&row.state).ok_or_else(|| unreadable("a payment in no known state"))?;
        Ok((row.order_id, row.method, state))
    });
    read.collect()
}
