//! Every statement about the merchant's list. Each walks an index from one number on and stops after a page; the limits
//! stand in the text, since Postgres plans for a tenth of the table where it is not told.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::db::unreadable;
use crate::money::Rappen;
use crate::orders::life::LifeState;
use crate::orders::{OrderNumber, Reason};

/// The newest orders before a number, newest first: 26, where there are as many.
///
/// # Errors
/// When the database does not answer.
pub async fn before(executor: impl PgExecutor<'_>, number: i32) -> sqlx::Result<Vec<i32>> {
    sqlx::query_scalar!(
        "select number from shop_order where number < $1 order by number desc limit 26",
        number
    )
    .fetch_all(executor)
    .await
}

/// The oldest orders after a number, oldest first: 26, where there are as many.
///
/// # Errors
/// When the database does not answer.
pub async fn after(executor: impl PgExecutor<'_>, number: i32) -> sqlx::Result<Vec<i32>> {
    sqlx::query_scalar!("select number from shop_order where number > $1 order by number limit 26", number)
        .fetch_all(executor)
        .await
}

/// Whether there is an order before a number.
///
/// # Errors
/// When the database does not answer.
pub async fn any_before(executor: impl PgExecutor<'_>, number: i32) -> sqlx::Result<bool> {
    let found = sqlx::query_scalar!(
        "select number from shop_order where number < $1 order by number desc limit 1",
        number
    );
    Ok(found.fetch_optional(executor).await?.is_some())
}

/// What the list says of an order by itself.
#[derive(Clone, Debug)]
pub struct Head {
    /// Row id.
    pub id: Uuid,
    /// Its number.
    pub number: OrderNumber,
    /// When it was placed.
    pub placed_at: DateTime<Utc>,
    /// Who pays.
    pub who: String,
    /// The total.
    pub total: Rappen,
}

/// Orders by their numbers, in no order.
///
/// # Errors
/// When the database does not answer.
pub async fn heads(executor: impl PgExecutor<'_>, numbers: &[i32]) -> sqlx::Result<Vec<Head>> {
    let rows = sqlx::query!(
        r#"select id, number, placed_at, o.total::bigint as "total!",
               coalesce(b.company, b.first_name || ' ' || b.last_name) as "who!"
           from shop_order o join billing_address b on b.order_id = o.id where number = any($1)"#,
        numbers
    );
    let head = rows.fetch_all(executor).await?.into_iter().map(|row| Head {
        id: row.id,
        number: OrderNumber::new(row.number),
        placed_at: row.placed_at,
        who: row.who,
        total: Rappen(row.total),
    });
    Ok(head.collect())
}

/// How many orders there are, counted no further than to 1000.
///
/// # Errors
/// When the database does not answer.
pub async fn count(executor: impl PgExecutor<'_>) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from (select number from shop_order order by number desc limit 1000) as newest"#
    )
    .fetch_one(executor)
    .await
}

/// The newest orders before a number that stand so, newest first: 26, where there are as many.
///
/// # Errors
/// When the database does not answer.
pub async fn before_in(
    executor: impl PgExecutor<'_>,
    state: LifeState,
    number: i32,
) -> sqlx::Result<Vec<i32>> {
    sqlx::query_scalar!(
        "select number from order_life where state = $1 and number < $2
         order by number desc limit 26",
        state.code(),
        number
    )
    .fetch_all(executor)
    .await
}

/// The oldest after a number, oldest first: 26, where there are as many.
///
/// # Errors
/// When the database does not answer.
pub async fn after_in(
    executor: impl PgExecutor<'_>,
    state: LifeState,
    number: i32,
) -> sqlx::Result<Vec<i32>> {
    sqlx::query_scalar!(
        "select number from order_life where state = $1 and number > $2
         order by number limit 26",
        state.code(),
        number
    )
    .fetch_all(executor)
    .await
}

/// Whether there is one before a number.
///
/// # Errors
/// When the database does not answer.
pub async fn any_before_in(
    executor: impl PgExecutor<'_>,
    state: LifeState,
    number: i32,
) -> sqlx::Result<bool> {
    let found = sqlx::query_scalar!(
        "select number from order_life where state = $1 and number < $2
         order by number desc limit 1",
        state.code(),
        number
    );
    Ok(found.fetch_optional(executor).await?.is_some())
}

/// How many orders stand so, counted no further than to 1000.
///
/// # Errors
/// When the database does not answer.
pub async fn count_in(executor: impl PgExecutor<'_>, state: LifeState) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from (
               select from order_life where state = $1 order by number desc limit 1000) as newest"#,
        state.code()
    )
    .fetch_one(executor)
    .await
}

/// Where an order stands.
#[derive(Clone, Debug)]
pub struct Life {
    /// The order.
    pub number: i32,
    /// Its state.
    pub state: LifeState,
    /// Since when.
    pub since: DateTime<Utc>,
    /// Why, where somebody has to know.
    pub why: Option<Reason>,
}

/// Where these orders stand, in no order.
///
/// # Errors
/// When the database does not answer.
pub async fn lives(executor: impl PgExecutor<'_>, numbers: &[i32]) -> sqlx::Result<Vec<Life>> {
    let rows =
        sqlx::query!("select number, state, since, why from order_life where number = any($1)", numbers);
    let life = rows.fetch_all(executor).await?.into_iter().map(|row| {
        let state = LifeState::parse(&row.state).ok_or_else(|| unreadable("an order in no known state"))?;
        Ok(Life { number: row.number, state, since: row.since, why: row.why.map(Reason::read) })
    });
    life.collect()
}

/// Whether anything was ever ordered; the tables have to be there.
///
/// # Errors
/// When the database does not answer.
pub async fn any(connection: &mut PgConnection) -> sqlx::Result<bool> {
    sqlx::query_scalar!(r#"select exists(select from shop_order) as "any!""#).fetch_one(connection).await
}
