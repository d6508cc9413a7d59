//! Every statement about checkouts in progress.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sqlx::PgPool;
use uuid::Uuid;

use crate::checkout::Draft;
use crate::db::{self, unreadable};
use crate::shipping::{DeliveryKind, store as shipping_store};

/// The checkout of a basket; an empty one where nothing was typed yet.
///
/// # Errors
/// When the database does not answer.
pub async fn load(pool: &PgPool, basket: Uuid) -> sqlx::Result<Draft> {
    let Some(row) = sqlx::query!(
        "select version, begun, billing, delivery, other, point_id, collector, mandate_id, payment
         from checkout where basket_id = $1",
        basket
    )
    .fetch_optional(pool)
    .await?
    else {
        return Ok(Draft::default());
    };
    let mandate = match row.mandate_id {
        Some(id) => shipping_store::mandate(pool, id).await?,
        None => None,
    };
    Ok(Draft {
        version: row.version,
        begun: read(row.begun)?,
        billing: read(row.billing)?,
        delivery: row.delivery.as_deref().and_then(DeliveryKind::parse),
        other: read(row.other)?,
        point_id: row.point_id,
        collector: read(row.collector)?,
        mandate,
        payment: read(row.payment)?,
    })
}

/// Writes the checkout, unless somebody else wrote since it was loaded; `false` then, and nothing is written.
///
/// # Errors
/// When the database does not answer or refuses, or another instance holds the basket.
pub async fn save(pool: &PgPool, basket: Uuid, draft: &Draft, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "insert into checkout (basket_id, version, billing, delivery, other, point_id, collector, mandate_id, payment,
             updated_at, begun)
         select $1, $2 + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11
         from (select from basket where id = $1 and ordered_at is null for no key update nowait) as held
         on conflict (basket_id) do update set version = excluded.version, billing = excluded.billing,
             delivery = excluded.delivery, other = excluded.other, point_id = excluded.point_id,
             collector = excluded.collector, mandate_id = excluded.mandate_id, payment = excluded.payment,
             updated_at = excluded.updated_at, begun = excluded.begun
         where checkout.version = $2",
        basket,
        draft.version,
        write(draft.billing.as_ref())?,
        draft.delivery.map(DeliveryKind::code),
        write(draft.other.as_ref())?,
        draft.point_id,
        write(draft.collector.as_ref())?,
        draft.mandate.as_ref().map(|mandate| mandate.id),
        write(draft.payment.as_ref())?,
        now,
        write(draft.begun.as_ref())?
    )
    .execute(pool)
    .await?;
    Ok(done.rows_affected() == 1)
}

fn read<T: DeserializeOwned>(value: Option<Value>) -> sqlx::Result<Option<T>> {
    value.map(serde_json::from_value).transpose().map_err(unreadable)
}

fn write<T: Serialize>(value: Option<&T>) -> sqlx::Result<Option<Value>> {
    value.map(serde_json::to_value).transpose().map_err(unreadable)
}

/// Sweeps out what nobody has touched since `before` and nobody has ordered: baskets with their checkouts, and the
/// mandates that no order has taken over. Gives the number of baskets that are gone.
///
/// # Errors
/// When the database does not answer.
pub async fn sweep(pool: &PgPool, before: DateTime<Utc>) -> sqlx::Result<u64> {
    let gone = db::sweep(async || {
        let batch = sqlx::query!(
            "delete from basket where id = any(array(
                 select id from basket b where ordered_at is null and updated_at < $1
                     and not exists (select from checkout c where c.basket_id = b.id and c.updated_at >= $1)
                 order by updated_at limit 500 for update skip locked))",
            before
        );
        Ok(batch.execute(pool).await?.rows_affected())
    })
    .await?;
    db::sweep(async || {
        let batch = sqlx::query!(
            "delete from shipping_mandate where id = any(array(
                 select id from shipping_mandate m where order_number is null and asked_at < $1
                     and not exists (select from checkout c where c.mandate_id = m.id)
                 order by asked_at limit 500 for update skip locked))",
            before
        );
        Ok(batch.execute(pool).await?.rows_affected())
    })
    .await?;
    Ok(gone)
}
