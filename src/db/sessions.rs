//! Sessions as the version before kept them: in Postgres, under hashed keys. Read for one version, written no more.

use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use sqlx::PgPool;

/// The state of a session that has not expired, as JSON.
///
/// # Errors
/// When the database does not answer.
pub async fn load(pool: &PgPool, key: &str, now: DateTime<Utc>) -> sqlx::Result<Option<serde_json::Value>> {
    let hash = Sha256::digest(key.as_bytes()).to_vec();
    sqlx::query_scalar!("select state from session where key_hash = $1 and expires_at > $2", hash, now)
        .fetch_optional(pool)
        .await
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
