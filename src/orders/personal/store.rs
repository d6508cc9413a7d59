//! Statements about whose an order is. The application has no right to change or delete one: it calls the owner's functions.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::{PgExecutor, PgPool};
use uuid::Uuid;

use crate::db::{self, unreadable};
use crate::orders::OrderNumber;
use crate::orders::life::LifeState;

/// An order as a list of one's own shows it.
#[derive(Clone, Debug)]
pub struct Head {
    /// Its number.
    pub number: OrderNumber,
    /// The unguessable part of its address.
    pub token: String,
    /// When it was placed.
    pub placed_at: DateTime<Utc>,
    /// Where it stands.
    pub state: LifeState,
}

/// Orders by their tokens, newest first; what is none is left out.
///
/// # Errors
/// When the database does not answer.
pub async fn heads(executor: impl PgExecutor<'_>, tokens: &[String]) -> sqlx::Result<Vec<Head>> {
    let rows = sqlx::query!(
        "select o.number, token, placed_at, state from shop_order o join order_life l on l.order_id = o.id
         where token = any($1) order by o.number desc",
        tokens
    );
    let head = rows.fetch_all(executor).await?.into_iter().map(|row| {
        Ok(Head {
            number: OrderNumber::new(row.number),
            token: row.token,
            placed_at: row.placed_at,
            state: LifeState::parse(&row.state).ok_or_else(|| unreadable("an order in no known state"))?,
        })
    });
    head.collect()
}

/// Everything that is kept of an order in its own tables. Who of the merchant's did something is not the shopper's data.
///
/// # Errors
/// When the database does not answer.
pub async fn copy(executor: impl PgExecutor<'_>, order: Uuid) -> sqlx::Result<Value> {
    sqlx::query_scalar!(
        r#"select to_jsonb(o) - 'id' - 'token' - 'basket_id' - 'idempotency_key' - 'first_delivery' || jsonb_build_object(
               'billing', (select to_jsonb(b) - 'order_id' from billing_address b where b.order_id = o.id),
               'lines', (select jsonb_agg(to_jsonb(l) - 'order_id' order by position) from order_line l where l.order_id = o.id),
               'vat', (select jsonb_agg(to_jsonb(v) - 'order_id' order by vat_rate_bp) from order_vat v where v.order_id = o.id),
               'life', (select to_jsonb(f) - 'order_id' - 'number' from order_life f where f.order_id = o.id),
               'notes', (select jsonb_agg(to_jsonb(n) - 'id' - 'order_id' - 'who' order by n.id) from order_note n
                         where n.order_id = o.id),
               'history', (select jsonb_agg(to_jsonb(e) - 'id' - 'order_id' - 'who' order by e.id) from order_event e
                           where e.order_id = o.id)) as "copy!: Value"
           from shop_order o where o.id = $1"#,
        order
    )
    .fetch_one(executor)
    .await
}

/// Erases the people of one order, who asked for it; `false` where that was done before.
///
/// # Errors
/// When the database does not answer.
pub async fn erase_one(
    executor: impl PgExecutor<'_>,
    order: Uuid,
    role: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let gone =
        sqlx::query_scalar!(r#"select erase_people(array[$1::uuid], $2, $3) as "gone!""#, order, now, role);
    Ok(gone.fetch_one(executor).await? > 0)
}

/// Erases the people of all orders that were placed before a moment. Gives how many orders there were to erase.
///
/// # Errors
/// When the database does not answer.
pub async fn erase_people(pool: &PgPool, before: DateTime<Utc>, now: DateTime<Utc>) -> sqlx::Result<u64> {
    db::sweep(async || {
        let batch = sqlx::query_scalar!(
            r#"select erase_people(array(
                   select id from shop_order where erased_at is null and placed_at <= $1
                   order by placed_at limit 500), $2, 'shop') as "gone!""#,
            before,
            now
        );
        Ok(batch.fetch_one(pool).await?.unsigned_abs())
    })
    .await
}

/// Erases all orders that were placed before a moment, with everything that belongs to them. Gives how many went.
///
/// # Errors
/// When the database does not answer, or the moment is less than ten years ago.
pub async fn erase_books(pool: &PgPool, before: DateTime<Utc>) -> sqlx::Result<u64> {
    db::sweep(async || {
        // One at a time: two that delete the same orders would wait for each other.
        let batch = sqlx::query_scalar!(
            r#"select erase_books($1) as "gone!"
               from (select pg_advisory_xact_lock(hashtext('erase_books')) offset 0) as turn"#,
            before
        );
        Ok(batch.fetch_one(pool).await?.unsigned_abs())
    })
    .await
}
