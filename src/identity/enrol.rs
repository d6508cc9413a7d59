//! Gives a merchant the right to sign in.

use secrecy::{ExposeSecret, SecretString};
use sqlx::PgPool;

use crate::clock::Clock;
use crate::contact::Email;
use crate::identity::name::named;
use crate::identity::password::{self, HashError, Held, LONGEST, SHORTEST, SHORTEST_SET, Turn};
use crate::identity::store::{self, Merchant};
use crate::ids::Random;

/// Why somebody was not enrolled.
#[derive(Debug, thiserror::Error)]
pub enum EnrolError {
    /// No e-mail address.
    #[error("\"{0}\" is no e-mail address")]
    Email(String),
    /// Too short or too long.
    #[error("the password must have {SHORTEST} to {LONGEST} characters")]
    Length,
    /// One that is tried first.
    #[error("the password is a common one, or made of the e-mail address: take one that nobody guesses")]
    Common,
    /// Argon2 failed.
    #[error(transparent)]
    Hash(#[from] HashError),
    /// The database failed.
    #[error("the merchant could not be stored: {0}")]
    Database(#[from] sqlx::Error),
}

/// Adds a merchant, or gives one a new password.
///
/// # Errors
/// See [`EnrolError`].
pub async fn put(
    pool: &PgPool,
    (clock, random): (&Clock, &Random),
    email: &str,
    password: &str,
) -> Result<Merchant, EnrolError> {
    let email = Email::parse(email).map_err(|_| EnrolError::Email(email.to_owned()))?;
    if !(SHORTEST..=LONGEST).contains(&password.chars().count()) {
        return Err(EnrolError::Length);
    }
    if password::is_common(password, email.as_str()) {
        return Err(EnrolError::Common);
    }
    write(pool, (clock, random), email.as_str(), (password, false)).await
}

async fn write(
    pool: &PgPool,
    (clock, random): (&Clock, &Random),
    email: &str,
    (password, printed): (&str, bool),
) -> Result<Merchant, EnrolError> {
    let hash = password::hash(password.into(), random, Turn::Whenever).await?;
    Ok(store::put(pool, (random.uuid(), &named(email)), (&hash, printed), clock.now()).await?)
}

/// A weak password is refused wherever somebody sits before it. One of the settings may have been good enough for the
/// version before: an upgrade must not close a shop over it, but every start with a new one says so.
async fn from_settings(
    pool: &PgPool,
    (clock, random): (&Clock, &Random),
    email: &str,
    password: &str,
) -> Result<(), EnrolError> {
    match put(pool, (clock, random), email, password).await {
        Err(EnrolError::Length | EnrolError::Common)
            if (SHORTEST_SET..=LONGEST).contains(&password.chars().count()) =>
        {
            tracing::warn!(
                "MERCHANT_PASSWORD has fewer than {SHORTEST} characters or is a common one: take one that nobody guesses"
            );
            write(pool, (clock, random), email, (password, false)).await.map(drop)
        }
        put => put.map(drop),
    }
}

/// At start: the merchant of the settings, or, where there is none at all, one that is made up. Gives the e-mail
/// address and the password to show this once.
///
/// # Errors
/// See [`EnrolError`].
pub async fn first(
    pool: &PgPool,
    (clock, random): (&Clock, &Random),
    wanted: Option<&(String, SecretString)>,
) -> Result<Option<(String, String)>, EnrolError> {
    if let Some((email, password)) = wanted {
        // Hashing takes a tenth of a second: only when the password is a new one.
        let known = store::by_email(pool, &named(email)).await?.map(|merchant| merchant.password_hash);
        if known.is_none() || password::check(password.clone(), known, Turn::Whenever).await? != Held::Right {
            from_settings(pool, (clock, random), email, password.expose_secret()).await?;
        }
        return Ok(None);
    }
    if store::any(pool).await? {
        return Ok(None);
    }
    let (email, password) = ("merchant@murmel.example".to_owned(), random.token());
    write(pool, (clock, random), &email, (&password, true)).await?;
    Ok(Some((email, password)))
}
