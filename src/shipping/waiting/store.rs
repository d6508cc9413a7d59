//! Every statement about what waits, and where orders go. Each walks an index from one number on and stops after a page;
//! the limits stand in the text, since Postgres plans for a tenth of the table where it is not told.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::db::unreadable;
use crate::shipping::DeliveryKind;
use crate::shipping::call::Outcome;
use crate::shipping::waiting::{Destination, Reason};

/// Where these orders go by their newest deliveries, in no order.
///
/// # Errors
/// When the database does not answer.
pub async fn destinations(executor: impl PgExecutor<'_>, orders: &[Uuid]) -> sqlx::Result<Vec<Destination>> {
    let rows = sqlx::query!(
        r#"select distinct on (d.order_id) d.order_id, d.kind, coalesce(d.point_name, d.town, '–')::text as "place!",
               m.state <> 'known' as waits
           from delivery d left join shipping_mandate m on m.id = d.mandate_id
           where d.order_id = any($1) order by d.order_id, d.version desc"#,
        orders
    );
    let rows = rows.fetch_all(executor).await?;
    let destination = rows.into_iter().map(|row| {
        let kind = DeliveryKind::parse(&row.kind).ok_or_else(|| unreadable("a delivery of no known kind"))?;
        Ok(Destination { order: row.order_id, kind, place: row.place, waits: row.waits })
    });
    destination.collect()
}

/// Why these orders wait, by their newest deliveries, in no order; those that do not are left out.
///
/// # Errors
/// When the database does not answer.
pub async fn reasons(executor: impl PgExecutor<'_>, orders: &[Uuid]) -> sqlx::Result<Vec<Reason>> {
    let rows = sqlx::query!(
        r#"select d.order_id, m.asked_at,
               (select outcome from mandate_call c where c.mandate_id = m.id order by at desc limit 1) as outcome,
               (select count(*) from mandate_call c where c.mandate_id = m.id) as "calls!"
           from (select distinct on (order_id) order_id, mandate_id from delivery
                 where order_id = any($1) order by order_id, version desc) as d
               join shipping_mandate m on m.id = d.mandate_id
           where m.state <> 'known'"#,
        orders
    );
    let reason = rows.fetch_all(executor).await?.into_iter().map(|row| Reason {
        order: row.order_id,
        since: row.asked_at,
        outcome: row.outcome.map(Outcome::from),
        calls: row.calls,
    });
    Ok(reason.collect())
}

/// The newest orders before a number with a parcel whose data Post has refused, newest first: 26, where there are as many.
///
/// # Errors
/// When the database does not answer.
pub async fn refused_before(executor: impl PgExecutor<'_>, number: i32) -> sqlx::Result<Vec<i32>> {
    sqlx::query_scalar!(
        r#"select distinct order_number as "number!" from (
               select order_number from shipment where state = 'refused' and order_number < $1
               order by order_number desc limit 52) as newest
           order by 1 desc limit 26"#,
        number
    )
    .fetch_all(executor)
    .await
}

/// The oldest after a number, oldest first: 26, where there are as many.
///
/// # Errors
/// When the database does not answer.
pub async fn refused_after(executor: impl PgExecutor<'_>, number: i32) -> sqlx::Result<Vec<i32>> {
    sqlx::query_scalar!(
        r#"select distinct order_number as "number!" from (
               select order_number from shipment where state = 'refused' and order_number > $1
               order by order_number limit 52) as oldest
           order by 1 limit 26"#,
        number
    )
    .fetch_all(executor)
    .await
}

/// Whether there is one before a number.
///
/// # Errors
/// When the database does not answer.
pub async fn any_refused_before(executor: impl PgExecutor<'_>, number: i32) -> sqlx::Result<bool> {
    let found = sqlx::query_scalar!(
        r#"select order_number as "number!" from shipment where state = 'refused' and order_number < $1
           order by order_number desc limit 1"#,
        number
    );
    Ok(found.fetch_optional(executor).await?.is_some())
}

/// How many parcels' data Post has refused, counted no further than to 1000.
///
/// # Errors
/// When the database does not answer.
pub async fn count_refused(executor: impl PgExecutor<'_>) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from (
               select from shipment where state = 'refused' order by order_number limit 1000) as refused"#
    )
    .fetch_one(executor)
    .await
}

/// Since when the data of these orders' parcels are refused, in no order; those that are not are left out.
///
/// # Errors
/// When the database does not answer.
pub async fn refused(
    executor: impl PgExecutor<'_>,
    numbers: &[i32],
) -> sqlx::Result<Vec<(i32, DateTime<Utc>, Vec<String>)>> {
    let rows = sqlx::query!(
        r#"select distinct on (s.order_number) s.order_number as "number!", a.ended_at as "at!", a.codes
           from shipment s join shipment_attempt a on a.parcel_id = s.parcel_id and a.outcome = 'refused'
           where s.state = 'refused' and s.order_number = any($1)
           order by s.order_number, a.ended_at desc"#,
        numbers
    );
    Ok(rows.fetch_all(executor).await?.into_iter().map(|row| (row.number, row.at, row.codes)).collect())
}
