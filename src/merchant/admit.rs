//! Lets a merchant in, or not: wrong passwords make the next try wait longer and longer, for whoever guesses rather than
//! for whom they guess at.

use chrono::{DateTime, TimeDelta, Utc};
use secrecy::SecretString;
use sqlx::PgPool;

use crate::ground::Ground;
use crate::limit::{Grant, Limits, Rule, SIGN_IN_ACCOUNT, SIGN_IN_ADDRESS, Taken};
use crate::merchant::password::{self, HashError, Held, LONGEST, Turn};
use crate::merchant::store::{self, Counted, Merchant};

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

/// Tries that cost nothing; after them the wait doubles from one second to a quarter of an hour.
const FREE_TRIES: i32 = 5;
const LONGEST_WAIT: u32 = 900;
/// So long an address from which the owner has come in is taken for the owner's.
const KNOWN: TimeDelta = TimeDelta::days(30);

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
    let email = normal(email);
    let attempt = Attempt::count((ground, limits), network, &email).await.inspect_err(note)?;
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
    let email = normal(email);
    store::unlock(pool, &limits.key(SIGN_IN_ACCOUNT, &email)).await?;
    Ok(!email.contains(char::is_control) && store::by_email(pool, &email).await?.is_some())
}

fn normal(email: &str) -> String {
    email.trim().to_lowercase().chars().take(160).collect()
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

/// A try that has been counted. Without limits nothing is.
struct Attempt {
    account: String,
    address: String,
    /// What was taken from buckets.
    taken: Vec<Taken>,
    counted: bool,
}

impl Attempt {
    async fn count(
        (ground, limits): (&Ground, &Limits),
        network: &str,
        email: &str,
    ) -> Result<Self, AdmitError> {
        let account = limits.key(SIGN_IN_ACCOUNT, email);
        let address = limits.key(SIGN_IN_ADDRESS, network);
        let mut attempt = Self { account, address, taken: Vec::new(), counted: false };
        if !limits.are_on() {
            return Ok(attempt);
        }
        // The address first: whoever goes through many names must not write a row for each.
        attempt.take((ground, limits), (SIGN_IN_ADDRESS, network)).await?;
        let now = ground.clock.now();
        let by = (&*attempt.account, &*attempt.address);
        let counted = store::count_try(&ground.pool, by, (FREE_TRIES, LONGEST_WAIT.into()), now).await?;
        if !counted.granted {
            attempt.give_back(ground).await?;
            return Err(AdmitError::Wait(left(&counted, now)));
        }
        attempt.counted = true;
        // Whoever guesses from everywhere slows those whom nobody knows, and not the owner.
        let known = counted.right_at.is_some_and(|at| now - at < KNOWN);
        if !known {
            attempt.take((ground, limits), (SIGN_IN_ACCOUNT, email)).await?;
        }
        Ok(attempt)
    }

    /// Takes one from a bucket; where it is empty, what was taken before is given back.
    async fn take(
        &mut self,
        (ground, limits): (&Ground, &Limits),
        wanted: (Rule, &str),
    ) -> Result<(), AdmitError> {
        match limits.take(ground, [wanted]).await? {
            Grant::Given(taken) => self.taken.push(taken),
            Grant::Wait(seconds) => {
                self.give_back(ground).await?;
                return Err(AdmitError::Wait(seconds));
            }
        }
        Ok(())
    }

    async fn came_in(&self, ground: &Ground) -> sqlx::Result<()> {
        if self.counted {
            store::came_in(&ground.pool, (&self.account, &self.address), ground.clock.now()).await?;
        }
        self.empty(ground).await
    }

    async fn give_back(&self, ground: &Ground) -> sqlx::Result<()> {
        if self.counted {
            store::uncount_try(&ground.pool, &self.account, &self.address).await?;
        }
        self.empty(ground).await
    }

    async fn empty(&self, ground: &Ground) -> sqlx::Result<()> {
        for taken in &self.taken {
            taken.give_back(ground).await?;
        }
        Ok(())
    }
}

/// The seconds that are left of a wait.
fn left(counted: &Counted, now: DateTime<Utc>) -> u32 {
    let doublings = counted.tries.saturating_sub(FREE_TRIES).clamp(0, 30).unsigned_abs();
    let wait = LONGEST_WAIT.min(1 << doublings);
    let left = counted.last_at + TimeDelta::seconds(wait.into()) - now;
    u32::try_from(left.num_seconds() + 1).unwrap_or(1)
}

impl From<HashError> for AdmitError {
    fn from(error: HashError) -> Self {
        match error {
            HashError::Busy => Self::Busy,
            failed @ HashError::Failed(_) => Self::Hash(failed),
        }
    }
}
