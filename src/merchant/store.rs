//! Every statement about merchants.

use chrono::{DateTime, Utc};
use sqlx::PgPool;
use uuid::Uuid;

/// Adds a merchant, or gives one a new password.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn put(pool: &PgPool, id: Uuid, email: &str, hash: &str, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into merchant (id, email, password_hash, created_at) values ($1, $2, $3, $4)
         on conflict (email) do update set password_hash = excluded.password_hash",
        id,
        email,
        hash,
        now
    )
    .execute(pool)
    .await
    .map(drop)
}

/// Whether anybody can sign in.
///
/// # Errors
/// When the database does not answer.
pub async fn any(pool: &PgPool) -> sqlx::Result<bool> {
    sqlx::query_scalar!(r#"select exists (select from merchant) as "any!""#).fetch_one(pool).await
}

/// The password hash of an e-mail address.
///
/// # Errors
/// When the database does not answer.
pub async fn hash(pool: &PgPool, email: &str) -> sqlx::Result<Option<String>> {
    sqlx::query_scalar!("select password_hash from merchant where email = $1", email)
        .fetch_optional(pool)
        .await
}

/// Id and password hash of an e-mail address.
///
/// # Errors
/// When the database does not answer.
pub async fn by_email(pool: &PgPool, email: &str) -> sqlx::Result<Option<(Uuid, String)>> {
    let row = sqlx::query!("select id, password_hash from merchant where email = $1", email);
    Ok(row.fetch_optional(pool).await?.map(|row| (row.id, row.password_hash)))
}

/// How often an account was tried in vain, and when last.
///
/// # Errors
/// When the database does not answer.
pub async fn failures(pool: &PgPool, account: &str) -> sqlx::Result<Option<(i32, DateTime<Utc>)>> {
    let row = sqlx::query!("select failures, last_at from sign_in_failure where account = $1", account);
    Ok(row.fetch_optional(pool).await?.map(|row| (row.failures, row.last_at)))
}

/// Counts a try in vain.
///
/// # Errors
/// When the database does not answer.
pub async fn count_failure(pool: &PgPool, account: &str, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into sign_in_failure (account, failures, last_at) values ($1, 1, $2)
         on conflict (account) do update set failures = sign_in_failure.failures + 1, last_at = excluded.last_at",
        account,
        now
    )
    .execute(pool)
    .await
    .map(drop)
}

/// The right password wipes the slate.
///
/// # Errors
/// When the database does not answer.
pub async fn forget_failures(pool: &PgPool, account: &str) -> sqlx::Result<()> {
    sqlx::query!("delete from sign_in_failure where account = $1", account).execute(pool).await.map(drop)
}
