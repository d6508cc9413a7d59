//! Statements about parcels of several: announcing them once they may carry labels, and what leaves the house.

use chrono::{DateTime, Utc};
use sqlx::types::Json;
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::shipping::load::Load;

/// Announces the parcels of an order's newest delivery, if its User ID is known and it has no parcel yet; gives whether it
/// did.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn announce(
    connection: &mut PgConnection,
    order: Uuid,
    (loads, prefix): (&[Load], &str),
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let announced = sqlx::query_scalar!(
        r#"with loads as materialized (
               select * from jsonb_to_recordset($2)
                   as t (id uuid, sequence smallint, parcels smallint, weight_g integer, items jsonb) order by sequence
           ), announced as (
               insert into parcel (id, order_id, delivery_version, kind, mandate_id, sequence, parcels, weight_g, ident_code, announced_at)
               select l.id, order_id, version, kind, mandate_id, l.sequence, l.parcels, l.weight_g,
                   $3 || lpad(nextval('consignment_number')::text, 8, '0'), $4
               from (select * from delivery where order_id = $1 order by version desc limit 1) as newest, loads l
               where (mandate_id is null or exists (select from mandate_user_id u where u.mandate_id = newest.mandate_id))
                   and not exists (select from parcel p where p.order_id = $1 and p.delivery_version = version)
               on conflict (order_id, delivery_version, sequence) do nothing returning id
           ), packed as (
               insert into parcel_item (parcel_id, position, quantity)
               select l.id, (i ->> 0)::smallint, (i ->> 1)::integer
               from loads l join announced using (id), jsonb_array_elements(l.items) as i
           )
           select count(*) as "count!" from announced"#,
        order,
        Json(loads) as _,
        prefix,
        now
    );
    Ok(announced.fetch_one(connection).await? > 0)
}

/// Whether an order has a parcel that goes where the order goes now.
///
/// # Errors
/// When the database does not answer.
pub async fn has_parcel(executor: impl PgExecutor<'_>, order: Uuid) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (
               select from parcel where order_id = $1
                   and delivery_version = (select max(version) from delivery where order_id = $1)) as "has!""#,
        order
    )
    .fetch_one(executor)
    .await
}

/// A parcel that leaves.
#[derive(Clone, Debug)]
pub struct Leaving {
    /// Its order.
    pub order: Uuid,
    /// Its number.
    pub ident_code: String,
    /// Which one.
    pub sequence: i16,
    /// Of how many.
    pub parcels: i16,
    /// What its goods weigh, in grams, where that was written down.
    pub weight_g: Option<i32>,
}

/// The parcels in which these orders leave, or left at these moments: a parcel that went out stands there although its order was sent
/// once more since, or its money given back.
///
/// # Errors
/// When the database does not answer.
pub async fn leaving(
    executor: impl PgExecutor<'_>,
    orders: &[(Uuid, DateTime<Utc>)],
) -> sqlx::Result<Vec<Leaving>> {
    let (orders, moments): (Vec<Uuid>, Vec<DateTime<Utc>>) = orders.iter().copied().unzip();
    sqlx::query_as!(
        Leaving,
        r#"select p.order_id as "order", p.ident_code, p.sequence, p.parcels, p.weight_g
           from unnest($1::uuid[], $2::timestamptz[]) as left_house (order_id, at)
               join parcel p on p.order_id = left_house.order_id and p.announced_at <= at
           where not exists (select from withdrawn_parcel w where w.parcel_id = p.id and w.at <= left_house.at)
           order by p.order_id, p.delivery_version, p.sequence"#,
        &orders,
        &moments
    )
    .fetch_all(executor)
    .await
}
