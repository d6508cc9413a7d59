//! Which orders left on a day, and which are about to.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

/// An order whose parcels leave.
#[derive(Clone, Debug)]
pub struct Leaving {
    /// Row id.
    pub order: Uuid,
    /// Its number.
    pub number: i32,
    /// What its goods weigh, in grams.
    pub weight_g: i64,
    /// When it left, or the present.
    pub at: DateTime<Utc>,
}

/// So many orders stand on one list.
pub const MOST: usize = 1000;

/// Orders that were handed over from one moment until before another, by their numbers: [`MOST`] and one more, where there are as
/// many. One that was handed over twice counts once.
///
/// # Errors
/// When the database does not answer.
pub async fn handed_over(
    executor: impl PgExecutor<'_>,
    (from, until): (DateTime<Utc>, DateTime<Utc>),
) -> sqlx::Result<Vec<Leaving>> {
    sqlx::query_as!(
        Leaving,
        r#"select o.id as "order", o.number, gone.at as "at!",
               (select sum(weight_g::bigint * quantity) from order_line l where l.order_id = o.id)::bigint as "weight_g!"
           from (select order_id, max(at) as at from order_event where what = 'handed_over' and at >= $1 and at < $2
                 group by order_id) as gone
               join shop_order o on o.id = gone.order_id
           order by o.number limit 1001"#,
        from,
        until
    )
    .fetch_all(executor)
    .await
}

/// Orders that are packed and not handed over yet, by their numbers: [`MOST`] and one more, where there are as many.
///
/// # Errors
/// When the database does not answer.
pub async fn packed(executor: impl PgExecutor<'_>, now: DateTime<Utc>) -> sqlx::Result<Vec<Leaving>> {
    sqlx::query_as!(
        Leaving,
        r#"select order_id as "order", number, $1::timestamptz as "at!", (select sum(weight_g::bigint * quantity) from order_line l where l.order_id = life.order_id)::bigint as "weight_g!"
           from order_life life where state = 'packed' order by number limit 1001"#,
        now
    )
    .fetch_all(executor)
    .await
}
