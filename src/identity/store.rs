//! Every statement about who may sign in, who tries to, and who is signed in.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use crate::db::sweep_through;

/// Who may sign in.
#[derive(Clone, Debug)]
pub struct Merchant {
    /// Row id.
    pub id: Uuid,
    /// The e-mail address to sign in with.
    pub email: String,
    /// The hash of the password.
    pub password_hash: String,
    /// Whether the password is the one that the first start has printed.
    pub printed: bool,
}

/// Adds a merchant, or gives one a new password, which may be a printed one. Whoever was signed in by the old one is out.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn put(
    pool: &PgPool,
    (id, email): (Uuid, &str),
    (hash, printed): (&str, bool),
    now: DateTime<Utc>,
) -> sqlx::Result<Merchant> {
    let mut transaction = pool.begin().await?;
    let merchant = sqlx::query_as!(
        Merchant,
        "insert into merchant (id, email, password_hash, created_at, printed) values ($1, $2, $3, $4, $5)
         on conflict (email) do update set password_hash = excluded.password_hash, printed = excluded.printed
         returning id, email, password_hash, printed",
        id,
        email,
        hash,
        now,
        printed
    )
    .fetch_one(&mut *transaction)
    .await?;
    // A statement of its own: only so it sees the sign-in that came in just before the row was locked.
    sqlx::query!("delete from sign_in where merchant_id = $1", merchant.id)
        .execute(&mut *transaction)
        .await?;
    transaction.commit().await?;
    Ok(merchant)
}

/// Removes a merchant, and with it all its sign-ins; `false` where there is none.
///
/// # Errors
/// When the database does not answer.
pub async fn remove(pool: &PgPool, email: &str) -> sqlx::Result<bool> {
    let done = sqlx::query!("delete from merchant where email = $1", email).execute(pool).await?;
    Ok(done.rows_affected() == 1)
}

/// Whether anybody can sign in.
///
/// # Errors
/// When the database does not answer.
pub async fn any(pool: &PgPool) -> sqlx::Result<bool> {
    sqlx::query_scalar!(r#"select exists (select from merchant) as "any!""#).fetch_one(pool).await
}

/// The merchant of an e-mail address.
///
/// # Errors
/// When the database does not answer.
pub async fn by_email(pool: &PgPool, email: &str) -> sqlx::Result<Option<Merchant>> {
    sqlx::query_as!(
        Merchant,
        "select id, email, password_hash, printed from merchant where email = $1",
        email
    )
    .fetch_optional(pool)
    .await
}

/// Writes the same password under today's parameters.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn rehash(pool: &PgPool, id: Uuid, (old, new): (&str, &str)) -> sqlx::Result<()> {
    // Only over the hash that was checked: a new password may have been set meanwhile.
    sqlx::query!("update merchant set password_hash = $3 where id = $1 and password_hash = $2", id, old, new)
        .execute(pool)
        .await
        .map(drop)
}

/// What came of counting a try.
#[derive(Clone, Copy, Debug)]
pub struct Counted {
    /// Whether the password may be looked at.
    pub granted: bool,
    /// Tries since the last right password, this one included where it was granted.
    pub tries: i32,
    /// When the last one was granted.
    pub last_at: DateTime<Utc>,
    /// The last right password from this address.
    pub right_at: Option<DateTime<Utc>>,
}

/// Counts a try before it is looked at, unless the account's last tries from this address make it wait. One statement,
/// so that tries at the same moment come one after the other. A moment in the future counts as now.
///
/// # Errors
/// When the database does not answer.
pub async fn count_try(
    pool: &PgPool,
    (account, address): (&str, &str),
    (free, longest): (i32, f64),
    now: DateTime<Utc>,
) -> sqlx::Result<Counted> {
    sqlx::query_as!(
        Counted,
        "insert into sign_in_try as t (account, address, tries, last_at, granted) values ($1, $2, 1, $3, true)
         on conflict (account, address) do update set (granted, tries, last_at) = (
             select g, t.tries + g::integer, case when g then $3 else least(t.last_at, $3) end
             from (select t.tries < $4 or least(t.last_at, $3)
                 + make_interval(secs => least(2::float8 ^ least(t.tries - $4, 30), $5)) <= $3 as g) as x)
         returning granted, tries, last_at, right_at",
        account,
        address,
        now,
        free,
        longest
    )
    .fetch_one(pool)
    .await
}

/// A try that was not looked at after all does not count.
///
/// # Errors
/// When the database does not answer.
pub async fn uncount_try(pool: &PgPool, account: &str, address: &str) -> sqlx::Result<()> {
    sqlx::query!(
        "update sign_in_try set tries = greatest(tries - 1, 0) where account = $1 and address = $2",
        account,
        address
    )
    .execute(pool)
    .await
    .map(drop)
}

/// The right password wipes the slate, and makes the address known as the owner's.
///
/// # Errors
/// When the database does not answer.
pub async fn came_in(
    pool: &PgPool,
    (account, address): (&str, &str),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update sign_in_try set tries = 0, right_at = $3 where account = $1 and address = $2",
        account,
        address,
        now
    )
    .execute(pool)
    .await
    .map(drop)
}

/// Forgets all tries at an account; gives the addresses that they came from.
///
/// # Errors
/// When the database does not answer.
pub async fn forget_tries(connection: &mut PgConnection, account: &str) -> sqlx::Result<Vec<String>> {
    sqlx::query_scalar!("delete from sign_in_try where account = $1 returning address", account)
        .fetch_all(connection)
        .await
}

/// Who is signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The e-mail address.
    pub email: String,
    /// Whether the password is still the one that the first start has printed.
    pub printed: bool,
}

/// Writes down that a merchant is signed in, by a key's hash; `false` where the merchant has got another password since it
/// was checked, or is gone. The lock makes a new password that is being written wait, or waits for it.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn begin_sign_in(
    pool: &PgPool,
    key_hash: &[u8],
    merchant: &Merchant,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let begun = sqlx::query!(
        "insert into sign_in (key_hash, merchant_id, since, seen_at)
         select $1, id, $4, $4 from merchant where id = $2 and password_hash = $3 for share",
        key_hash,
        merchant.id,
        merchant.password_hash,
        now
    );
    Ok(begun.execute(pool).await?.rows_affected() == 1)
}

/// Whose key this is, and notes that it was used. It ends after eight hours in any case, and after half an hour without a
/// click (ASVS 7.3). One statement, which writes once a minute at most.
///
/// # Errors
/// When the database does not answer.
pub async fn signed_in(pool: &PgPool, key_hash: &[u8], now: DateTime<Utc>) -> sqlx::Result<Option<SignedIn>> {
    sqlx::query_as!(
        SignedIn,
        r#"with known as (
             select s.key_hash, s.seen_at, m.email, m.printed
             from sign_in s join merchant m on m.id = s.merchant_id
             where s.key_hash = $1 and s.since > $2::timestamptz - interval '8 hours'
                 and s.seen_at > $2::timestamptz - interval '30 minutes'),
           noted as (
             update sign_in s set seen_at = $2 from known
             where s.key_hash = known.key_hash and known.seen_at <= $2::timestamptz - interval '1 minute')
           select email as "email!", printed as "printed!" from known"#,
        key_hash,
        now
    )
    .fetch_optional(pool)
    .await
}

/// Ends one sign-in.
///
/// # Errors
/// When the database does not answer.
pub async fn end_sign_in(pool: &PgPool, key_hash: &[u8]) -> sqlx::Result<()> {
    sqlx::query!("delete from sign_in where key_hash = $1", key_hash).execute(pool).await.map(drop)
}

/// Sweeps out sign-ins that have ended, tries that are a day old, and addresses from which nobody has come in for 30 days.
/// Gives the number of rows that are gone. A sign-in of eight hours is seen no more, and goes half an hour later.
///
/// # Errors
/// When the database does not answer.
pub async fn sweep(pool: &PgPool, now: DateTime<Utc>) -> sqlx::Result<u64> {
    let ended =
        sqlx::query!("delete from sign_in where seen_at <= $1::timestamptz - interval '30 minutes'", now);
    let ended = ended.execute(pool).await?.rows_affected();
    let old = sweep_through(pool, "sign_in_try", async |from, before| {
        let piece = sqlx::query!(
            "delete from sign_in_try where ctid >= $2::text::tid and ctid < $3::text::tid
                 and last_at < $1::timestamptz - interval '1 day'
                 and (right_at is null or right_at < $1::timestamptz - interval '30 days')",
            now,
            from,
            before
        );
        Ok(piece.execute(pool).await?.rows_affected())
    });
    Ok(ended + old.await?)
}
