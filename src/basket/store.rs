//! Every statement about baskets.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgExecutor, PgPool};
use uuid::Uuid;

use crate::db;

/// What came of putting something into the basket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It lies in this basket now, with so many articles in all.
    Now {
        /// The basket, a new one where the old one has become an order.
        basket: Uuid,
        /// How many articles lie in it.
        items: u32,
    },
    /// There are not as many; nothing was changed.
    NotEnough,
}

/// Articles with their quantities.
pub type Quantities = Vec<(i16, i32)>;

/// What lies in an open basket, in the order in which it was put in; `None` where there is none, or it has become an
/// order.
///
/// # Errors
/// When the database does not answer.
pub async fn load(executor: impl PgExecutor<'_>, id: Uuid) -> sqlx::Result<Option<Quantities>> {
    let rows = sqlx::query!(
        r#"select product_id as "product_id?", quantity as "quantity?"
           from basket b left join basket_line l on l.basket_id = b.id
           where b.id = $1 and ordered_at is null order by added_at, product_id"#,
        id
    )
    .fetch_all(executor)
    .await?;
    let lines = rows.iter().filter_map(|row| row.product_id.zip(row.quantity)).collect();
    Ok((!rows.is_empty()).then_some(lines))
}

/// Puts so many of an article into the basket, or into the fresh one where it has become an order; `most` is how many may
/// lie in it. One statement, so that nobody waits for another one inside a connection; it does not wait for the disk
/// either (docs/decisions/0024).
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn add(
    executor: impl PgExecutor<'_>,
    (basket, fresh): (Uuid, Uuid),
    (product, quantity): (i16, i32),
    most: i32,
    now: DateTime<Utc>,
) -> sqlx::Result<Added> {
    let added = sqlx::query!(
        // The row's lock first, and without waiting for another instance that has it.
        r#"with soon as materialized (select set_config('synchronous_commit', 'off', true)), opened as (
               insert into basket (id, created_at, updated_at)
               select $1::uuid, $5::timestamptz, $5::timestamptz
               from (select count(*) from (select from basket where id = $1 for update nowait) as held) as asked, soon
               where $4::integer <= $6::integer
               on conflict (id) do update set updated_at = excluded.updated_at where basket.ordered_at is null
               returning id
           ), fresh as (
               insert into basket (id, created_at, updated_at)
               select $2::uuid, $5::timestamptz, $5::timestamptz where $4::integer <= $6::integer and not exists (select from opened) returning id
           ), added as (
               insert into basket_line (basket_id, product_id, quantity, added_at)
               select id, $3, $4::integer, $5 from (select id from opened union all select id from fresh) as target
               on conflict (basket_id, product_id) do update set quantity = basket_line.quantity + excluded.quantity
               where basket_line.quantity + excluded.quantity <= $6
               returning basket_id, quantity
           )
           select basket_id, quantity + (
               select coalesce(sum(l.quantity), 0)::integer from basket_line l
               where l.basket_id = added.basket_id and l.product_id <> $3) as "items!"
           from added"#,
        basket,
        fresh,
        product,
        quantity,
        now,
        most
    )
    .fetch_optional(executor)
    .await?;
    Ok(added.map_or(Added::NotEnough, |added| Added::Now {
        basket: added.basket_id,
        items: added.items.unsigned_abs(),
    }))
}

/// Sets quantities of an open basket; 0 takes an article out. Gives how many articles lie in it then. Does not wait for the
/// disk, as [`add`].
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn set(
    executor: impl PgExecutor<'_>,
    basket: Uuid,
    wanted: &[(i16, i32)],
    now: DateTime<Utc>,
) -> sqlx::Result<u32> {
    let (ids, quantities): (Vec<i16>, Vec<i32>) = wanted.iter().copied().unzip();
    let items = sqlx::query_scalar!(
        // The basket's row is the lock between this and placing the order.
        r#"with soon as materialized (select set_config('synchronous_commit', 'off', true)), open as (
               update basket set updated_at = $2 from soon
               where id = (select id from basket where id = $1 and ordered_at is null for update nowait)
               returning id
           ), wanted as (
               select * from unnest($3::smallint[], $4::integer[]) as w (id, quantity)
           ), changed as (
               update basket_line l set quantity = w.quantity from wanted w, open
               where l.basket_id = open.id and l.product_id = w.id and w.quantity > 0
           ), gone as (
               delete from basket_line l using wanted w, open
               where l.basket_id = open.id and l.product_id = w.id and w.quantity = 0
           )
           select coalesce(sum(coalesce(w.quantity, l.quantity)), 0)::integer as "items!"
           from basket_line l left join wanted w on w.id = l.product_id where l.basket_id = $1"#,
        basket,
        now,
        &ids,
        &quantities
    );
    Ok(items.fetch_one(executor).await?.unsigned_abs())
}

/// Closes a basket that becomes an order, and gives what lay in it; `None` where there is none, it was closed before, or it
/// was changed while this looked: the transaction is of no use then.
/// Whoever comes second is told at once, and waits outside the connection ([`db::is_held`]).
///
/// # Errors
/// When the database does not answer; at once, when somebody else holds the row.
pub async fn close(
    connection: &mut PgConnection,
    basket: Uuid,
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Quantities>> {
    let rows = sqlx::query!(
        // One statement sees the lines of the moment it began: what was put in before it had the row's lock is not there.
        r#"with seen as (select updated_at from basket where id = $1
           ), closed as (
               update basket set ordered_at = $2
               where id = (select id from basket where id = $1 and ordered_at is null for update nowait)
               returning id, updated_at
           ), gone as (
               delete from basket_line l using closed where l.basket_id = closed.id returning product_id, quantity
           )
           select product_id as "product_id?", quantity as "quantity?" from closed join seen using (updated_at) left join gone on true"#,
        basket,
        now
    )
    .fetch_all(connection)
    .await?;
    let lines = rows.iter().filter_map(|row| row.product_id.zip(row.quantity)).collect();
    Ok((!rows.is_empty()).then_some(lines))
}

/// Sweeps out baskets that nobody has touched since `before` and nobody has ordered, with everything that hangs on them.
/// Gives the number of those that are gone.
///
/// # Errors
/// When the database does not answer.
pub async fn sweep(pool: &PgPool, before: DateTime<Utc>) -> sqlx::Result<u64> {
    db::sweep(async || {
        let batch = sqlx::query!(
            "delete from basket where id = any(array(
                 select id from basket where ordered_at is null and updated_at < $1
                 order by updated_at limit 500 for update skip locked))",
            before
        );
        Ok(batch.execute(pool).await?.rows_affected())
    })
    .await
}
