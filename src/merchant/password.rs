//! Passwords: Argon2id at OWASP's figures (m = 19456 KiB, t = 2, p = 1), off the async threads, two at a time.

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Argon2, Params};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::Semaphore;

/// Each hash takes 19 MiB: as many at once as there are cores on a small machine.
static ROOM: Semaphore = Semaphore::const_new(2);

/// The longest password: beyond that it is an attack on the hash.
pub const LONGEST: usize = 256;
/// The shortest, as OWASP has it.
pub const SHORTEST: usize = 8;

/// Why a password could not be hashed.
#[derive(Debug, thiserror::Error)]
#[error("the password could not be hashed: {0}")]
pub struct HashError(String);

/// The hash of a password, with a salt of its own.
///
/// # Errors
/// [`HashError`] when there is no memory or no randomness.
pub async fn hash(password: SecretString) -> Result<String, HashError> {
    blocking(move || {
        let hash = hasher().hash_password(password.expose_secret().as_bytes());
        hash.map(|hash| hash.to_string()).map_err(|error| HashError(error.to_string()))
    })
    .await?
}

/// Whether a password is the one of a hash. Without a hash a dummy is checked, so that an unknown account takes as
/// long as a wrong password.
///
/// # Errors
/// [`HashError`] when the check could not be run.
pub async fn holds(password: SecretString, hash: Option<String>) -> Result<bool, HashError> {
    // Made once with these parameters from a password that nobody has.
    const DUMMY: &str =
        "$argon2id$v=19$m=19456,t=2,p=1$bXVybWVsbXVybWVsbXVybQ$aAr0cN8qRKXQ5n4oN1xXQ3x5s8Jt1zvP6k8pP3d0m1E";
    blocking(move || {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| DUMMY.to_owned());
        let parsed = PasswordHash::new(&hash).map_err(|error| HashError(error.to_string()))?;
        let right = hasher().verify_password(password.expose_secret().as_bytes(), &parsed).is_ok();
        Ok(known && right)
    })
    .await?
}

fn hasher() -> Argon2<'static> {
    let params = Params::new(19_456, 2, 1, None).expect("OWASP's figures are within Argon2's bounds");
    Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params)
}

async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, HashError> {
    let _room = ROOM.acquire().await.map_err(|error| HashError(error.to_string()))?;
    tokio::task::spawn_blocking(work).await.map_err(|error| HashError(error.to_string()))
}
