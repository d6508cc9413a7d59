//! Who the application is for Postgres: a login that owns nothing, beside the owner, who migrates.

use std::time::Duration;

use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection};

use crate::db::hba::APPLICATION;

/// Why the application cannot log in as it should, in one sentence.
#[derive(Debug, thiserror::Error)]
pub enum LoginError {
    /// The database refuses.
    #[error("the application's login cannot be looked at: {0}")]
    Sql(#[from] sqlx::Error),
    /// There is no such login.
    #[error(
        "the user {0} of DATABASE_URL is not known to Postgres; make it with: create role {0} login password '…'"
    )]
    Unknown(String),
    /// It could become the owner.
    #[error(
        "the user {0} of DATABASE_URL is the owner, or could become it: name a user of DATABASE_URL who owns nothing, and the owner in DATABASE_OWNER_URL"
    )]
    TooMighty(String),
}

/// Whether the database copies another one and takes no writes.
///
/// # Errors
/// When it does not answer.
pub async fn is_standby(connection: &mut PgConnection) -> sqlx::Result<bool> {
    is_standby_after(connection, Duration::ZERO).await
}

/// The same after a pause, which the database makes: the pause and the question are one statement.
///
/// # Errors
/// When it does not answer.
pub async fn is_standby_after(connection: &mut PgConnection, pause: Duration) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select pg_is_in_recovery() or current_setting('transaction_read_only') = 'on' as "standby!" from pg_sleep($1)"#,
        pause.as_secs_f64()
    )
    .fetch_one(connection)
    .await
}

/// How Postgres knows a login, as the owner of a migrated database sees it.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// Whether it may log in at all.
    pub may_enter: bool,
    /// Whether it has the rights of `shop_app`.
    pub is_member: bool,
    /// Whether it is the owner, or could become it.
    pub mighty: bool,
}

/// Asks for it; `None` where there is no such login.
///
/// # Errors
/// When the database does not answer.
pub async fn standing(owner: &mut PgConnection, name: &str) -> sqlx::Result<Option<Standing>> {
    let known = sqlx::query_as!(
        Standing,
        r#"select rolcanlogin as "may_enter!", pg_has_role(oid, 'shop_app', 'usage') as "is_member!",
                  rolsuper or rolcreaterole or pg_has_role(oid, current_user, 'member') as "mighty!"
             from pg_roles where rolname = $1"#,
        name
    );
    known.fetch_optional(owner).await
}

/// Makes sure that the application's login has the rights of `shop_app`, and none of the owner's. Asked by the owner.
///
/// # Errors
/// [`LoginError`].
pub async fn admit(owner: &mut PgConnection, application: &PgConnectOptions) -> Result<(), LoginError> {
    let name = application.get_username();
    let mut change = owner.begin().await?;
    // Two instances may start at once.
    sqlx::query("select pg_advisory_xact_lock(hashtext('pickpost-shop login'))")
        .execute(&mut *change)
        .await?;
    let known = standing(&mut change, name).await?;
    let known = known.ok_or_else(|| LoginError::Unknown(name.to_owned()))?;
    if known.mighty {
        return Err(LoginError::TooMighty(name.to_owned()));
    }
    if name == APPLICATION && !known.may_enter {
        sqlx::query("alter role shop_app login").execute(&mut *change).await?;
    }
    if !known.is_member {
        let grant =
            sqlx::query_scalar!(r#"select format('grant shop_app to %I', $1::text) as "grant!""#, name);
        let grant = grant.fetch_one(&mut *change).await?;
        // The name is quoted by Postgres itself.
        sqlx::query(sqlx::AssertSqlSafe(grant)).execute(&mut *change).await?;
    }
    Ok(change.commit().await?)
}
