//! Every statement about baskets.

use chrono::{DateTime, Utc};
use sqlx::PgPool;
use uuid::Uuid;

use crate::basket::{Basket, BasketLine};
use crate::catalogue::store as catalogue_store;
use crate::i18n::Lang;

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

/// An open basket; `None` where there is none, or it has become an order.
///
/// # Errors
/// When the database does not answer.
pub async fn load(pool: &PgPool, id: Uuid, lang: Lang) -> sqlx::Result<Option<Basket>> {
    let rows = sqlx::query!(
        r#"select product_id as "product_id?", quantity as "quantity?"
           from basket b left join basket_line l on l.basket_id = b.id
           where b.id = $1 and ordered_at is null order by added_at, product_id"#,
        id
    )
    .fetch_all(pool)
    .await?;
    if rows.is_empty() {
        return Ok(None);
    }
    let wanted: Vec<(i16, i32)> = rows.iter().filter_map(|row| row.product_id.zip(row.quantity)).collect();
    let ids: Vec<i16> = wanted.iter().map(|(id, _)| *id).collect();
    let products =
        if ids.is_empty() { Vec::new() } else { catalogue_store::by_ids(pool, lang, &ids).await? };
    let line = |(id, quantity): (i16, i32)| {
        let product = products.iter().find(|product| product.id == id)?.clone();
        Some(BasketLine { product, quantity })
    };
    Ok(Some(Basket { id, lines: wanted.into_iter().filter_map(line).collect() }))
}

/// Puts so many of an article into the basket, or into the fresh one where it has become an order.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn add(
    pool: &PgPool,
    basket: Uuid,
    fresh: Uuid,
    (product, quantity): (i16, i32),
    now: DateTime<Utc>,
) -> sqlx::Result<Added> {
    let mut transaction = pool.begin().await?;
    let open = sqlx::query!(
        // The row's lock first, and without waiting inside a connection for another instance that has it.
        "insert into basket (id, created_at, updated_at)
         select $1, $2, $2 from (select count(*) from (select from basket where id = $1 for update nowait) as held) as asked
         on conflict (id) do update set updated_at = excluded.updated_at where basket.ordered_at is null",
        basket,
        now
    );
    let basket = if open.execute(&mut *transaction).await?.rows_affected() == 1 {
        basket
    } else {
        sqlx::query!("insert into basket (id, created_at, updated_at) values ($1, $2, $2)", fresh, now)
            .execute(&mut *transaction)
            .await?;
        fresh
    };
    let added = sqlx::query!(
        "insert into basket_line (basket_id, product_id, quantity, added_at)
         select $1, id, $3, $4 from product where id = $2 and stock >= $3
         on conflict (basket_id, product_id) do update set quantity = basket_line.quantity + excluded.quantity
         where basket_line.quantity + excluded.quantity <= (select least(stock, 99) from product where id = $2)",
        basket,
        product,
        quantity,
        now
    )
    .execute(&mut *transaction)
    .await?;
    if added.rows_affected() == 0 {
        return Ok(Added::NotEnough);
    }
    let items = sqlx::query_scalar!(
        r#"select coalesce(sum(quantity), 0)::integer as "items!" from basket_line where basket_id = $1"#,
        basket
    );
    let items = items.fetch_one(&mut *transaction).await?.unsigned_abs();
    transaction.commit().await?;
    Ok(Added::Now { basket, items })
}

/// Sets quantities of an open basket; 0 takes an article out. Gives how many articles lie in it then.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn set(
    pool: &PgPool,
    basket: Uuid,
    wanted: &[(i16, i32)],
    now: DateTime<Utc>,
) -> sqlx::Result<u32> {
    let mut transaction = pool.begin().await?;
    // The basket's row is the lock between this and placing the order.
    let open = sqlx::query!(
        "update basket set updated_at = $2
         where id = (select id from basket where id = $1 and ordered_at is null for update nowait)",
        basket,
        now
    );
    if open.execute(&mut *transaction).await?.rows_affected() == 1 {
        let (ids, quantities): (Vec<i16>, Vec<i32>) = wanted.iter().copied().unzip();
        sqlx::query!(
            "update basket_line l set quantity = w.quantity
             from unnest($2::smallint[], $3::integer[]) as w (id, quantity)
             where l.basket_id = $1 and l.product_id = w.id and w.quantity > 0",
            basket,
            &ids,
            &quantities
        )
        .execute(&mut *transaction)
        .await?;
        let out: Vec<i16> = wanted.iter().filter(|(_, quantity)| *quantity == 0).map(|(id, _)| *id).collect();
        sqlx::query!("delete from basket_line where basket_id = $1 and product_id = any($2)", basket, &out)
            .execute(&mut *transaction)
            .await?;
    }
    let items = sqlx::query_scalar!(
        r#"select coalesce(sum(quantity), 0)::integer as "items!" from basket_line where basket_id = $1"#,
        basket
    );
    let items = items.fetch_one(&mut *transaction).await?.unsigned_abs();
    transaction.commit().await?;
    Ok(items)
}
