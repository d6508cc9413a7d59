//! Lets a merchant in, or not: wrong passwords make the next try wait longer and longer.

use chrono::TimeDelta;
use secrecy::SecretString;
use uuid::Uuid;

use crate::merchant::password::{self, HashError, LONGEST};
use crate::merchant::store;
use crate::web::Ground;

/// Why nobody was let in.
#[derive(Debug, thiserror::Error)]
pub enum AdmitError {
    /// E-mail or password is wrong; which one is not told.
    #[error("wrong e-mail or password")]
    Wrong,
    /// Too many tries: wait so many seconds.
    #[error("wait {0} seconds")]
    Wait(i64),
    /// Argon2 failed.
    #[error(transparent)]
    Hash(#[from] HashError),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
}

/// Tries that cost nothing; after them the wait doubles from one second to an hour.
const FREE_TRIES: i32 = 5;

/// Gives the merchant's id for the right password.
///
/// # Errors
/// See [`AdmitError`].
pub async fn admit(ground: &Ground, email: &str, password: SecretString) -> Result<Uuid, AdmitError> {
    use secrecy::ExposeSecret;
    let account: String = email.trim().to_lowercase().chars().filter(|c| !c.is_control()).take(160).collect();
    let now = ground.clock.now();
    if ground.limits
        && let Some((failures, last)) = store::failures(&ground.pool, &account).await?
        && failures >= FREE_TRIES
    {
        let wait = 1_i64 << (failures - FREE_TRIES).min(12);
        let left = (last + TimeDelta::seconds(wait.min(3600)) - now).num_seconds();
        if left > 0 {
            return Err(AdmitError::Wait(left));
        }
    }
    let known = store::by_email(&ground.pool, &account).await?;
    let (id, hash) = known.map_or((None, None), |(id, hash)| (Some(id), Some(hash)));
    let short_enough = password.expose_secret().len() <= LONGEST * 4;
    let right = short_enough && password::holds(password, hash).await?;
    match id.filter(|_| right) {
        Some(id) => {
            store::forget_failures(&ground.pool, &account).await?;
            Ok(id)
        }
        None => {
            store::count_failure(&ground.pool, &account, now).await?;
            Err(AdmitError::Wrong)
        }
    }
}
