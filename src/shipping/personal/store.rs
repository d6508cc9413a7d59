//! Statements about what names people: whole rows, so that a column that is added later is in the copy by itself.

use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;
use sqlx::{PgExecutor, PgPool};
use uuid::Uuid;

use crate::db;

/// Erases the User IDs whose date has come. The mandates, their orders and parcels stand without them. Gives how many
/// went.
///
/// # Errors
/// When the database does not answer.
pub async fn erase_user_ids(pool: &PgPool, today: NaiveDate) -> sqlx::Result<u64> {
    db::sweep(async || {
        let batch = sqlx::query!(
            "delete from mandate_user_id where mandate_id = any(array(
                 select mandate_id from mandate_user_id where erase_on <= $1
                 order by erase_on limit 500))",
            today
        );
        Ok(batch.execute(pool).await?.rows_affected())
    })
    .await
}

/// Sweeps out mandates of no basket that no order has taken over since `before`. (Those of a basket go with it.) Gives how
/// many went.
///
/// # Errors
/// When the database does not answer.
pub async fn sweep(pool: &PgPool, before: DateTime<Utc>) -> sqlx::Result<u64> {
    db::sweep(async || {
        let batch = sqlx::query!(
            "delete from shipping_mandate where id = any(array(
                 select id from shipping_mandate
                 where order_number is null and basket_id is null and not is_replaced and asked_at < $1
                 order by asked_at limit 500 for update skip locked))",
            before
        );
        Ok(batch.execute(pool).await?.rows_affected())
    })
    .await
}

/// Everything that is kept of an order's deliveries, oldest first: each with its mandate and calls to Post, its parcels, and the
/// labels that Post drew of them, the picture in base64.
///
/// # Errors
/// When the database does not answer.
pub async fn copy(executor: impl PgExecutor<'_>, order: Uuid) -> sqlx::Result<Value> {
    sqlx::query_scalar!(
        r#"select coalesce(jsonb_agg(to_jsonb(d) - 'order_id' - 'previous' || jsonb_build_object(
               'mandate', (
                   select to_jsonb(m) - 'id' - 'basket_id' - 'basket_is_open' - 'order_number' || jsonb_build_object(
                       'user_id', u.user_id, 'verified', u.verified, 'erase_on', u.erase_on,
                       'calls', (select coalesce(jsonb_agg(to_jsonb(c) - 'mandate_id' order by c.at), '[]')
                                 from mandate_call c where c.mandate_id = m.id))
                   from shipping_mandate m left join mandate_user_id u on u.mandate_id = m.id where m.id = d.mandate_id),
               'parcels', (
                   select coalesce(jsonb_agg(to_jsonb(p) - 'order_id' - 'mandate_id' || jsonb_build_object(
                       'items', (select coalesce(jsonb_agg(to_jsonb(i) - 'parcel_id' order by i.position), '[]')
                                 from parcel_item i where i.parcel_id = p.id),
                       'prints', (select coalesce(jsonb_agg(jsonb_build_object('at', r.at, 'image_type', r.image_type) order by r.id), '[]')
                                  from label_print r where r.parcel_id = p.id),
                       'scans', (select coalesce(jsonb_agg(to_jsonb(c) - 'parcel_id' order by c.at), '[]')
                                 from parcel_scan c where c.parcel_id = p.id),
                       'shipment', (select to_jsonb(s) - 'parcel_id' from shipment s where s.parcel_id = p.id),
                       'label', (select to_jsonb(l) - 'parcel_id' - 'attempt_id' - 'mandate_id'
                                     || jsonb_build_object('image', encode(l.image, 'base64'))
                                 from official_label l where l.parcel_id = p.id)) order by p.sequence), '[]')
                   from parcel p where p.order_id = d.order_id and p.delivery_version = d.version))
               order by d.version), '[]') as "copy!: Value"
           from delivery d where d.order_id = $1"#,
        order
    )
    .fetch_one(executor)
    .await
}
