//! Buckets that refill steadily, counted for all instances together: the generic cell rate algorithm in one statement.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::PgPool;

/// Takes one from a bucket that holds `every` times so many as fit into `span`. Gives how long to wait where it is
/// empty. A bucket emptier than can be was written before the clock was set back, and
/// counts as full; a minute is what the clocks of two instances may differ.
///
/// # Errors
/// When the database does not answer.
pub async fn take(
    pool: &PgPool,
    key: &str,
    (every, span): (TimeDelta, TimeDelta),
    now: DateTime<Utc>,
) -> sqlx::Result<Result<(), TimeDelta>> {
    let row = sqlx::query!(
        "insert into rate_limit as l (key, full_at, granted) values ($1, $2::timestamptz + $3, true)
         on conflict (key) do update set (granted, full_at) = (
             select b + $3 <= $2::timestamptz + $4,
                 case when b + $3 <= $2::timestamptz + $4 then b + $3 else b end
             from (select case when l.full_at > $2::timestamptz + $4 + interval '1 minute' then $2
                 else least(greatest(l.full_at, $2), $2::timestamptz + $4) end as b) as x)
         returning granted, full_at",
        key,
        now,
        every as _,
        span as _
    )
    .fetch_one(pool)
    .await?;
    Ok(if row.granted { Ok(()) } else { Err(row.full_at + every - span - now) })
}

/// Gives back what was taken for something that did not happen.
///
/// # Errors
/// When the database does not answer.
pub async fn give_back(pool: &PgPool, key: &str, every: TimeDelta) -> sqlx::Result<()> {
    sqlx::query!("update rate_limit set full_at = full_at - $2::interval where key = $1", key, every as _)
        .execute(pool)
        .await
        .map(drop)
}

/// Sweeps out full buckets, which are as good as none, and those of a clock that was wrong by a day. Gives the number
/// of those that are gone.
///
/// # Errors
/// When the database does not answer.
pub async fn sweep(pool: &PgPool, now: DateTime<Utc>) -> sqlx::Result<u64> {
    let done = sqlx::query!(
        "delete from rate_limit where full_at <= $1 or full_at > $1::timestamptz + interval '1 day'",
        now
    );
    Ok(done.execute(pool).await?.rows_affected())
}
