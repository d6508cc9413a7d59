//! Every statement about checkouts in progress.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::checkout::Draft;
use crate::db::unreadable;
use crate::i18n::Lang;
use crate::shipping::DeliveryKind;

/// The checkout of a basket; an empty one where nothing was typed yet.
///
/// # Errors
/// When the database does not answer.
pub async fn load(executor: impl PgExecutor<'_>, basket: Uuid) -> sqlx::Result<Draft> {
    let Some(row) = sqlx::query!(
        "select version, begun, billing, delivery, other, point_id, collector, mandate_id, payment, hint, asked_in
         from checkout where basket_id = $1",
        basket
    )
    .fetch_optional(executor)
    .await?
    else {
        return Ok(Draft::default());
    };
    Ok(Draft {
        version: row.version,
        begun: read(row.begun)?,
        billing: read(row.billing)?,
        delivery: row.delivery.as_deref().and_then(DeliveryKind::parse),
        other: read(row.other)?,
        point_id: row.point_id,
        collector: read(row.collector)?,
        mandate: row.mandate_id,
        payment: read(row.payment)?,
        hint: read(row.hint)?,
        asked_in: row.asked_in.as_deref().and_then(Lang::parse),
    })
}

/// Writes the checkout, unless somebody else wrote since it was loaded, or the basket has become an order; `false` then,
/// and nothing is written. Does not wait for the disk (docs/decisions/0024).
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn save(
    executor: impl PgExecutor<'_>,
    basket: Uuid,
    draft: &Draft,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "insert into checkout (basket_id, version, billing, delivery, other, point_id, collector, mandate_id, payment,
             updated_at, begun, hint, asked_in)
         select $1, $2 + 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13
         from (select set_config('synchronous_commit', 'off', true)) as soon
         on conflict (basket_id) do update set version = excluded.version, billing = excluded.billing,
             delivery = excluded.delivery, other = excluded.other, point_id = excluded.point_id,
             collector = excluded.collector, mandate_id = excluded.mandate_id, payment = excluded.payment,
             updated_at = excluded.updated_at, begun = excluded.begun, hint = excluded.hint, asked_in = excluded.asked_in
         where checkout.version = $2",
        basket,
        draft.version,
        write(draft.billing.as_ref())?,
        draft.delivery.map(DeliveryKind::code),
        write(draft.other.as_ref())?,
        draft.point_id,
        write(draft.collector.as_ref())?,
        draft.mandate,
        write(draft.payment.as_ref())?,
        now,
        write(draft.begun.as_ref())?,
        write(draft.hint.as_ref())?,
        draft.asked_in.map(Lang::code)
    )
    .execute(executor)
    .await;
    match done {
        // The second: the order has taken its mandate along, and left this one.
        Err(sqlx::Error::Database(error))
            if matches!(
                error.constraint(),
                Some("checkout_of_an_open_basket" | "checkout_mandate_id_basket_id_fkey")
            ) =>
        {
            Ok(false)
        }
        done => Ok(done?.rows_affected() == 1),
    }
}

/// Takes the checkout of a basket that becomes an order away, with what its pages have shown; `false` where it is another
/// version than the shopper saw. What was typed lives on in the order only.
///
/// # Errors
/// When the database does not answer.
pub async fn take(connection: &mut PgConnection, basket: Uuid, version: i32) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "with seen as (delete from review_shown where basket_id = $1)
         delete from checkout where basket_id = $1 and version = $2",
        basket,
        version
    );
    Ok(done.execute(connection).await?.rows_affected() == 1)
}

fn read<T: DeserializeOwned>(value: Option<Value>) -> sqlx::Result<Option<T>> {
    value.map(serde_json::from_value).transpose().map_err(unreadable)
}

fn write<T: Serialize>(value: Option<&T>) -> sqlx::Result<Option<Value>> {
    value.map(serde_json::to_value).transpose().map_err(unreadable)
}
