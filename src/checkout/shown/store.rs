//! Every statement about what was shown, and whether the database still has it so.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use crate::db::unreadable;
use crate::orders::new_order::NewOrder;
use crate::orders::shown::Shown;

/// Keeps what a page shows of an open basket, and of what its older pages have shown the newest seven. A basket that is
/// being ordered at this moment is not waited for: its next page is the order's.
///
/// # Errors
/// When the database does not answer.
pub async fn keep(
    pool: &PgPool,
    basket: Uuid,
    (digest, shown): (&str, &Shown),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    let shown = serde_json::to_value(shown).map_err(unreadable)?;
    sqlx::query!(
        "with kept as (
             insert into review_shown (basket_id, digest, shown, shown_at)
             select id, $2, $3, $4 from basket where id = $1 and ordered_at is null for key share skip locked
             on conflict (basket_id, digest) do update set shown_at = excluded.shown_at
         )
         delete from review_shown where basket_id = $1 and digest in (
             select digest from review_shown where basket_id = $1 and digest <> $2 order by shown_at desc offset 7)",
        basket,
        digest,
        shown,
        now
    )
    .execute(pool)
    .await
    .map(drop)
}

/// What a page of this basket has shown; `None` where that is too long ago, or another basket's.
///
/// # Errors
/// When the database does not answer.
pub async fn load(pool: &PgPool, basket: Uuid, digest: &str) -> sqlx::Result<Option<Shown>> {
    // What cannot be a digest is not asked for: Postgres would take offence at a NUL.
    if !digest.bytes().all(|b| b.is_ascii_graphic()) {
        return Ok(None);
    }
    let shown = sqlx::query_scalar!(
        "select shown from review_shown where basket_id = $1 and digest = $2",
        basket,
        digest
    );
    // What an older version of the shop has shown may read differently: then nothing is known of it.
    Ok(shown.fetch_optional(pool).await?.and_then(|shown| serde_json::from_value(shown).ok()))
}

/// Whether basket, goods and checkout are still as the order has them. The goods stay so until the transaction ends.
///
/// # Errors
/// When the database does not answer.
pub async fn is_as_seen(connection: &mut PgConnection, order: &NewOrder) -> sqlx::Result<bool> {
    let version =
        sqlx::query_scalar!("select version from checkout where basket_id = $1 for update", order.basket)
            .fetch_optional(&mut *connection)
            .await?;
    // Locked in the order of their ids, so that two orders of the same goods wait for each other instead of for ever.
    let goods = sqlx::query!(
        "select p.id, l.quantity, p.price_rappen, p.vat_rate_bp, p.weight_g
         from basket_line l join product p on p.id = l.product_id
         where l.basket_id = $1 order by p.id for no key update of p",
        order.basket
    )
    .fetch_all(&mut *connection)
    .await?;
    // Asked after they are locked, and so as they are now.
    let names = sqlx::query!(
        "select product_id, name from product_text where lang = $2
         and product_id in (select product_id from basket_line where basket_id = $1) order by product_id",
        order.basket,
        order.lang.code()
    )
    .fetch_all(connection)
    .await?;
    let mut lines: Vec<_> = order.lines.iter().collect();
    lines.sort_unstable_by_key(|line| line.product_id);
    let same = lines.iter().zip(goods.iter().zip(&names)).all(|(line, (good, text))| {
        line.product_id == good.id
            && line.quantity == good.quantity
            && (line.unit_price.0, line.vat.0) == (good.price_rappen, good.vat_rate_bp)
            && line.weight_g == good.weight_g
            && (line.product_id, &line.name) == (text.product_id, &text.name)
    });
    let all = lines.len() == goods.len() && lines.len() == names.len();
    Ok(version == Some(order.checkout_version) && all && same)
}
