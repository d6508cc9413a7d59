//! Sessions in Postgres, under hashed keys.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use sqlx::PgPool;

/// The state of a session that has not expired, as JSON.
///
/// # Errors
/// When the database does not answer.
pub async fn load(pool: &PgPool, key: &str, now: DateTime<Utc>) -> sqlx::Result<Option<serde_json::Value>> {
    sqlx::query_scalar!("select state from session where key_hash = $1 and expires_at > $2", hash(key), now)
        .fetch_optional(pool)
        .await
}

/// Writes a new session.
///
/// # Errors
/// When the database does not answer.
pub async fn save(
    pool: &PgPool,
    key: &str,
    state: &serde_json::Value,
    until: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into session (key_hash, state, expires_at) values ($1, $2, $3)",
        hash(key),
        state,
        until
    )
    .execute(pool)
    .await
    .map(drop)
}

/// Overwrites a session that is still there. `false` where it is gone: a session that somebody has just left
/// must not come back to life.
///
/// # Errors
/// When the database does not answer.
pub async fn update(
    pool: &PgPool,
    key: &str,
    state: &serde_json::Value,
    until: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update session set state = $2, expires_at = $3 where key_hash = $1",
        hash(key),
        state,
        until
    )
    .execute(pool)
    .await?;
    Ok(done.rows_affected() == 1)
}

/// Lets a session live longer; written at most once a minute.
///
/// # Errors
/// When the database does not answer.
pub async fn prolong(pool: &PgPool, key: &str, until: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "update session set expires_at = $2 where key_hash = $1 and expires_at < $2::timestamptz - interval '1 minute'",
        hash(key),
        until
    )
    .execute(pool)
    .await
    .map(drop)
}

/// Ends a session.
///
/// # Errors
/// When the database does not answer.
pub async fn delete(pool: &PgPool, key: &str) -> sqlx::Result<()> {
    sqlx::query!("delete from session where key_hash = $1", hash(key)).execute(pool).await.map(drop)
}

/// Sweeps out what has expired. Gives the number of sessions that are gone.
///
/// # Errors
/// When the database does not answer.
pub async fn sweep(pool: &PgPool, now: DateTime<Utc>) -> sqlx::Result<u64> {
    super::sweep(async || {
        let batch = sqlx::query!(
            "delete from session where key_hash = any(array(
                 select key_hash from session where expires_at <= $1 order by expires_at limit 500 for update skip locked))",
            now
        );
        Ok(batch.execute(pool).await?.rows_affected())
    })
    .await
}

fn hash(key: &str) -> Vec<u8> {
    Sha256::digest(key.as_bytes()).to_vec()
}
