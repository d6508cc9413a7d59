//! Buckets that refill steadily, counted for all instances together: the generic cell rate algorithm in one statement.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{PgConnection, PgExecutor, PgPool};

/// The bucket of somebody. It holds `span / every` at most.
#[derive(Clone, Debug)]
pub struct Bucket {
    /// Whose it is, hidden.
    pub key: String,
    /// Until it refills by one.
    pub every: TimeDelta,
    /// Until it is full again, once it is empty.
    pub span: TimeDelta,
}

/// Takes one from each bucket; gives how long to wait where one is empty, and then nothing was taken; else nothing. A bucket emptier
/// than can be was written before the clock was set back, and counts as full; a minute is what the clocks of two
/// instances may differ.
///
/// # Errors
/// When the database does not answer.
pub async fn take(
    executor: impl PgExecutor<'_> + Copy,
    buckets: &[Bucket],
    now: DateTime<Utc>,
) -> sqlx::Result<Option<TimeDelta>> {
    if buckets.is_empty() {
        return Ok(None);
    }
    let (keys, every, span) = columns(buckets);
    let rows = sqlx::query!(
        "insert into rate_limit as l (key, full_at, granted)
         select key, $4::timestamptz + every * interval '1 millisecond', true
             from unnest($1::text[], $2::bigint[]) as w (key, every) order by key
         on conflict (key) do update set (granted, full_at) = (
             select b + every <= $4::timestamptz + span, case when b + every <= $4::timestamptz + span then b + every else b end
             from (select w.every * interval '1 millisecond' as every, w.span * interval '1 millisecond' as span,
                       case when l.full_at > $4::timestamptz + w.span * interval '1 millisecond' + interval '1 minute' then $4
                           else least(greatest(l.full_at, $4), $4::timestamptz + w.span * interval '1 millisecond') end as b
                   from unnest($1::text[], $2::bigint[], $3::bigint[]) as w (key, every, span)
                   where w.key = l.key) as x)
         returning key, granted, full_at",
        &keys,
        &every,
        &span,
        now
    )
    .fetch_all(executor)
    .await?;
    let bucket = |key: &str| buckets.iter().find(|bucket| bucket.key == key);
    let waits = rows.iter().filter(|row| !row.granted).filter_map(|row| {
        let bucket = bucket(&row.key)?;
        Some(row.full_at + bucket.every - bucket.span - now)
    });
    let Some(wait) = waits.max() else { return Ok(None) };
    let taken: Vec<Bucket> =
        rows.iter().filter(|row| row.granted).filter_map(|row| bucket(&row.key).cloned()).collect();
    give_back(executor, &taken).await?;
    Ok(Some(wait))
}

/// Gives back what was taken for something that did not happen.
///
/// # Errors
/// When the database does not answer.
pub async fn give_back(executor: impl PgExecutor<'_>, buckets: &[Bucket]) -> sqlx::Result<()> {
    if buckets.is_empty() {
        return Ok(());
    }
    let (keys, every, _) = columns(buckets);
    sqlx::query!(
        "update rate_limit l set full_at = full_at - w.every * interval '1 millisecond'
         from (select key, every from unnest($1::text[], $2::bigint[]) as u (key, every) order by key) as w
         where l.key = w.key",
        &keys,
        &every
    )
    .execute(executor)
    .await
    .map(drop)
}

/// Forgets buckets, as if nothing had ever been taken from them.
///
/// # Errors
/// When the database does not answer.
pub async fn forget(connection: &mut PgConnection, keys: &[String]) -> sqlx::Result<()> {
    sqlx::query!("delete from rate_limit where key = any($1)", keys).execute(connection).await.map(drop)
}

fn columns(buckets: &[Bucket]) -> (Vec<String>, Vec<i64>, Vec<i64>) {
    let keys = buckets.iter().map(|bucket| bucket.key.clone()).collect();
    let every = buckets.iter().map(|bucket| bucket.every.num_milliseconds()).collect();
    (keys, every, buckets.iter().map(|bucket| bucket.span.num_milliseconds()).collect())
}

/// Sweeps out full buckets, which are as good as none, and those of a clock that was wrong by a day. Gives the number
/// of those that are gone.
///
/// # Errors
/// When the database does not answer.
pub async fn sweep(pool: &PgPool, now: DateTime<Utc>) -> sqlx::Result<u64> {
    super::sweep_through(pool, "rate_limit", async |from, before| {
        let piece = sqlx::query!(
            "delete from rate_limit where ctid >= $2::text::tid and ctid < $3::text::tid
                 and (full_at <= $1 or full_at > $1::timestamptz + interval '1 day')",
            now,
            from,
            before
        );
        Ok(piece.execute(pool).await?.rows_affected())
    })
    .await
}
