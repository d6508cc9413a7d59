//! Lets a merchant in, or not.

use secrecy::SecretString;
use sqlx::PgPool;

use crate::ground::Ground;
use crate::identity::name::named;
use crate::identity::password::{self, HashError, Held, LONGEST, Turn};
use crate::identity::store::{self, Merchant};
use crate::identity::throttle::{self, Attempt, Throttled};
use crate::limit::Limits;

/// Why nobody was let in.
#[derive(Debug, thiserror::Error)]
pub enum AdmitError {
    /// E-mail or password is wrong; which one is not told.
    #[error("wrong e-mail or password")]
    Wrong,
    /// Too many tries: wait so many seconds.
    #[error("wait {0} seconds")]
    Wait(u32),
    /// Too many others are signing in at this moment; nothing was counted.
    #[error("too many sign-ins at once")]
    Busy,
    /// Argon2 failed.
    #[error("{0}")]
    Hash(HashError),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
}

/// Gives the merchant for the right password. The try is counted before the password is looked at, and given back
/// where it was right or could not be looked at.
///
/// # Errors
/// See [`AdmitError`].
pub async fn admit(
    (ground, limits): (&Ground, &Limits),
    network: &str,
    email: &str,
    password: SecretString,
) -> Result<Merchant, AdmitError> {
    let email = named(email);
    let attempt = Attempt::count((ground, limits), network, &email).await;
    let attempt = attempt.map_err(AdmitError::from).inspect_err(note)?;
    let looked = look(ground, &email, password).await.inspect_err(note);
    match &looked {
        Ok(merchant) => {
            tracing::info!(merchant = %merchant.id, "a merchant has signed in");
            attempt.came_in(ground).await?;
        }
        // Nothing was learnt by it.
        Err(AdmitError::Busy | AdmitError::Hash(_)) => attempt.give_back(ground).await?,
        Err(AdmitError::Wrong | AdmitError::Wait(_) | AdmitError::Database(_)) => {}
    }
    looked
}

/// A line in the log, without the name that was typed.
fn note(refused: &AdmitError) {
    if !matches!(refused, AdmitError::Database(_)) {
        tracing::warn!(why = %refused, "a sign-in was refused");
    }
}

/// Lifts every wait of a merchant; `false` where there is no such merchant.
///
/// # Errors
/// When the database does not answer.
pub async fn unlock(pool: &PgPool, limits: &Limits, email: &str) -> sqlx::Result<bool> {
    let email = named(email);
    throttle::unlock(pool, limits, &email).await?;
    Ok(!email.contains(char::is_control) && store::by_email(pool, &email).await?.is_some())
}

async fn look(ground: &Ground, email: &str, password: SecretString) -> Result<Merchant, AdmitError> {
    use secrecy::ExposeSecret;
    if password.expose_secret().len() > LONGEST * 4 {
        return Err(AdmitError::Wrong);
    }
    // Nobody's address has a control character in it, and Postgres would take offence at a NUL.
    let plain = !email.contains(char::is_control);
    let known = if plain { store::by_email(&ground.pool, email).await? } else { None };
    let hash = known.as_ref().map(|merchant| merchant.password_hash.clone());
    let held = password::check(password.clone(), hash, Turn::Queued).await?;
    let (Some(mut merchant), Held::Right | Held::Outdated) = (known, held) else {
        return Err(AdmitError::Wrong);
    };
    // Where there is no room for it now, the next sign-in does it.
    if held == Held::Outdated
        && let Ok(new) = password::hash(password, &ground.random, Turn::Queued).await
    {
        store::rehash(&ground.pool, merchant.id, (&merchant.password_hash, &new)).await?;
        merchant.password_hash = new;
    }
    Ok(merchant)
}

impl From<HashError> for AdmitError {
    fn from(error: HashError) -> Self {
        match error {
            HashError::Busy => Self::Busy,
            failed @ HashError::Failed(_) => Self::Hash(failed),
        }
    }
}

impl From<Throttled> for AdmitError {
    fn from(throttled: Throttled) -> Self {
        match throttled {
            Throttled::Wait(seconds) => Self::Wait(seconds),
            Throttled::Database(error) => Self::Database(error),
        }
    }
}
