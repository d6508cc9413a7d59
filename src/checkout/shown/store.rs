//! Every statement about what was shown.

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::checkout::shown::Shown;
use crate::db::unreadable;

/// Keeps what a page shows of an open basket, and of what its older pages have shown the newest seven. Gives what the newest
/// of these has shown. Of a basket that is ordered meanwhile nothing is kept: its next page is the order's. Does not wait for
/// the disk (docs/decisions/0024).
///
/// # Errors
/// When the database does not answer.
pub async fn keep(
    executor: impl PgExecutor<'_>,
    basket: Uuid,
    (digest, shown): (&str, &Shown),
    now: DateTime<Utc>,
) -> sqlx::Result<Option<Shown>> {
    let shown = serde_json::to_value(shown).map_err(unreadable)?;
    let kept = sqlx::query_scalar!(
        // What was shown last is read as it stood before this page.
        "with kept as (
             insert into review_shown (basket_id, digest, shown, shown_at)
             select $1, $2, $3, $4 from (select set_config('synchronous_commit', 'off', true)) as soon
             on conflict (basket_id, digest) do update set shown_at = excluded.shown_at
         ), forgotten as (
             delete from review_shown where basket_id = $1 and digest in (
                 select digest from review_shown where basket_id = $1 and digest <> $2 order by shown_at desc offset 7)
         )
         select shown from review_shown where basket_id = $1 order by shown_at desc, digest = $2 desc limit 1",
        basket,
        digest,
        shown,
        now
    )
    .fetch_optional(executor)
    .await;
    match kept {
        Err(sqlx::Error::Database(error)) if error.constraint() == Some("shown_of_an_open_basket") => {
            Ok(None)
        }
        kept => Ok(kept?.and_then(read)),
    }
}

/// What a page of this basket has shown; `None` where that is too long ago, or another basket's.
///
/// # Errors
/// When the database does not answer.
pub async fn load(executor: impl PgExecutor<'_>, basket: Uuid, digest: &str) -> sqlx::Result<Option<Shown>> {
    // What cannot be a digest is not asked for: Postgres would take offence at a NUL.
    if !digest.bytes().all(|b| b.is_ascii_graphic()) {
        return Ok(None);
    }
    let shown = sqlx::query_scalar!(
        "select shown from review_shown where basket_id = $1 and digest = $2",
        basket,
        digest
    );
    Ok(shown.fetch_optional(executor).await?.and_then(read))
}

/// What an older version of the shop has shown may read differently: then nothing is known of it.
fn read(shown: Value) -> Option<Shown> {
    serde_json::from_value(shown).ok()
}
