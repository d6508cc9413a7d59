//! Every statement about the merchant's list. Each walks an index from one number on and stops after a page; the limits
//! stand in the text, since Postgres plans for a tenth of the table where it is not told.

use sqlx::PgPool;

use crate::money::Rappen;
use crate::orders::OrderNumber;
use crate::orders::list::OrderRow;

/// The newest orders before a number, newest first: one more than a page, where there are as many.
///
/// # Errors
/// When the database does not answer.
pub async fn before(pool: &PgPool, waiting: bool, number: OrderNumber) -> sqlx::Result<Vec<OrderRow>> {
    let numbers = if waiting {
        sqlx::query_scalar!(
            r#"select order_number as "number!" from shipping_mandate
               where order_number is not null and state <> 'known' and order_number < $1
               order by order_number desc limit 26"#,
            number.get()
        )
        .fetch_all(pool)
        .await?
    } else {
        sqlx::query_scalar!(
            "select number from shop_order where number < $1 order by number desc limit 26",
            number.get()
        )
        .fetch_all(pool)
        .await?
    };
    let mut rows = rows(pool, &numbers).await?;
    rows.sort_unstable_by_key(|row| -row.number.get());
    Ok(rows)
}

/// The oldest orders after a number, oldest first: one more than a page, where there are as many.
///
/// # Errors
/// When the database does not answer.
pub async fn after(pool: &PgPool, waiting: bool, number: OrderNumber) -> sqlx::Result<Vec<OrderRow>> {
    let numbers = if waiting {
        sqlx::query_scalar!(
            r#"select order_number as "number!" from shipping_mandate
               where order_number is not null and state <> 'known' and order_number > $1
               order by order_number limit 26"#,
            number.get()
        )
        .fetch_all(pool)
        .await?
    } else {
        sqlx::query_scalar!(
            "select number from shop_order where number > $1 order by number limit 26",
            number.get()
        )
        .fetch_all(pool)
        .await?
    };
    let mut rows = rows(pool, &numbers).await?;
    rows.sort_unstable_by_key(|row| row.number.get());
    Ok(rows)
}

/// Whether there is an order before a number.
///
/// # Errors
/// When the database does not answer.
pub async fn any_before(pool: &PgPool, waiting: bool, number: OrderNumber) -> sqlx::Result<bool> {
    let found = if waiting {
        sqlx::query_scalar!(
            r#"select order_number as "number!" from shipping_mandate
               where order_number is not null and state <> 'known' and order_number < $1
               order by order_number desc limit 1"#,
            number.get()
        )
        .fetch_optional(pool)
        .await?
    } else {
        sqlx::query_scalar!(
            "select number from shop_order where number < $1 order by number desc limit 1",
            number.get()
        )
        .fetch_optional(pool)
        .await?
    };
    Ok(found.is_some())
}

async fn rows(pool: &PgPool, numbers: &[i32]) -> sqlx::Result<Vec<OrderRow>> {
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    let rows = sqlx::query!(
        r#"select o.number, o.placed_at, d.kind, o.total::bigint as "total!", m.state as "state?",
               coalesce(b.company, b.first_name || ' ' || b.last_name) as "who!",
               coalesce(d.point_name, d.town)::text as "place!"
           from shop_order o join billing_address b on b.order_id = o.id join delivery d on d.order_id = o.id
               left join shipping_mandate m on m.id = d.mandate_id
           where o.number = any($1)"#,
        numbers
    )
    .fetch_all(pool)
    .await?;
    let rows = rows.into_iter().map(|row| OrderRow {
        number: OrderNumber::new(row.number),
        placed_at: row.placed_at,
        who: row.who,
        kind: row.kind,
        place: row.place,
        state: row.state,
        total: Rappen(row.total),
    });
    Ok(rows.collect())
}

/// How many orders wait for Post, but counted no further than to 100: it stands on every page behind the counter.
///
/// # Errors
/// When the database does not answer.
pub async fn waiting(pool: &PgPool) -> sqlx::Result<i64> {
    // The order makes Postgres walk the index of the waiting ones, whatever it believes about their share.
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from (
               select order_number from shipping_mandate where order_number is not null and state <> 'known'
               order by order_number desc limit 100) as newest"#
    )
    .fetch_one(pool)
    .await
}

/// How many orders there are, counted no further than to 1000.
///
/// # Errors
/// When the database does not answer.
pub async fn count(pool: &PgPool) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from (select number from shop_order order by number desc limit 1000) as newest"#
    )
    .fetch_one(pool)
    .await
}
