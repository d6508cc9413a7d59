//! Passwords: Argon2id at OWASP's figures (m = 19456 KiB, t = 2, p = 1), off the async threads, one at a time in memory
//! that was taken once, with a short queue before it.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use argon2::password_hash::phc::{Output, PasswordHash, Salt};
use argon2::{Algorithm, Argon2, Block, Params, Version};
use secrecy::{ExposeSecret, SecretString};
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::ids::Random;

/// One at once: 30 a second are more than merchants sign in, and each more at once would be 19 MiB that are held for ever.
const AT_ONCE: usize = 1;
/// How many may wait for their turn; whoever comes after them is sent away.
const WAITING: usize = 8;
/// How long anybody waits for a turn.
const PATIENCE: Duration = Duration::from_secs(2);
/// The memory of one hash, in blocks of 1 KiB.
const MEMORY: u32 = 19_456;
/// The most rounds and lanes that a stored hash may ask for.
const MOST_WORK: (u32, u32) = (8, 4);

static PLACES: Semaphore = Semaphore::const_new(AT_ONCE);
static QUEUE: Semaphore = Semaphore::const_new(AT_ONCE + WAITING);
/// Allocated once and used again: blocks of this size, taken and given back each time, leave holes in the heap that no
/// later one fits into.
static ARENAS: Mutex<Vec<Vec<Block>>> = Mutex::new(Vec::new());

/// The longest password: beyond that it is an attack on the hash.
pub const LONGEST: usize = 256;
/// The shortest.
pub const SHORTEST: usize = 10;
/// The shortest that the settings may name.
pub const SHORTEST_SET: usize = 8;
/// A password that is found within the first million guesses is a common one.
const COMMON: u64 = 1_000_000;

/// Why a password could not be hashed or checked.
#[derive(Debug, thiserror::Error)]
pub enum HashError {
    /// All places are taken and the queue is full, or it did not move.
    #[error("too many passwords are being checked at once")]
    Busy,
    /// Argon2 failed.
    #[error("the password could not be hashed: {0}")]
    Failed(String),
}

/// Whether a password is the one of a hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// It is not.
    Wrong,
    /// It is.
    Right,
    /// It is, but the hash was made with other parameters than today's.
    Outdated,
}

/// How somebody waits for a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// In the short queue, or not at all: for whoever comes over the network.
    Queued,
    /// However long it takes: for the start, and for commands.
    Whenever,
}

/// Takes the memory for all hashes that may run at once, so that nothing is taken later.
pub fn furnish() {
    let mut arenas = ARENAS.lock().unwrap_or_else(PoisonError::into_inner);
    while arenas.len() < AT_ONCE {
        arenas.push(arena());
    }
}

/// Whether a password is among those that are tried first, or made of the e-mail address.
#[must_use]
pub fn is_common(password: &str, email: &str) -> bool {
    let (password, email) = (password.to_lowercase(), email.to_lowercase());
    let local = email.split('@').next().unwrap_or_default();
    let made_of =
        [&*email, local].iter().any(|part| !part.is_empty() && password.replace(part, "").len() < 4);
    // The estimate takes longer for long ones, and has long made up its mind.
    let beginning: String = password.chars().take(64).collect();
    made_of || zxcvbn::zxcvbn(&beginning, &[&email, local, "murmel", "pickpost"]).guesses() < COMMON
}

/// The hash of a password, with a salt of its own.
///
/// # Errors
/// [`HashError`].
pub async fn hash(password: SecretString, random: &Random, turn: Turn) -> Result<String, HashError> {
    let salt = random.bytes::<16>();
    in_turn(turn, move |arena| {
        let (argon2, mut output) = (argon2(), [0; Params::DEFAULT_OUTPUT_LEN]);
        argon2
            .hash_password_into_with_memory(password.expose_secret().as_bytes(), &salt, &mut output, arena)
            .map_err(failed)?;
        let hash = PasswordHash {
            algorithm: Algorithm::Argon2id.ident(),
            version: Some(Version::V0x13.into()),
            params: argon2.params().try_into().map_err(failed)?,
            salt: Some(Salt::new(&salt).map_err(failed)?),
            hash: Some(Output::new(&output).map_err(failed)?),
        };
        Ok(hash.to_string())
    })
    .await
}

/// Whether a password is the one of a hash. Without a hash a dummy is checked, so that an unknown account takes as
/// long as a wrong password.
///
/// # Errors
/// [`HashError`].
pub async fn check(password: SecretString, hash: Option<String>, turn: Turn) -> Result<Held, HashError> {
    // Made once with these parameters from a password that nobody has.
    const DUMMY: &str =
        "$argon2id$v=19$m=19456,t=2,p=1$bXVybWVsbXVybWVsbXVybQ$aAr0cN8qRKXQ5n4oN1xXQ3x5s8Jt1zvP6k8pP3d0m1E";
    let known = hash.is_some();
    let held = in_turn(turn, move |arena| verify(&password, hash.as_deref().unwrap_or(DUMMY), arena)).await?;
    Ok(if known { held } else { Held::Wrong })
}

fn verify(password: &SecretString, hash: &str, arena: &mut [Block]) -> Result<Held, HashError> {
    let parsed = PasswordHash::new(hash).map_err(failed)?;
    let params = Params::try_from(&parsed).map_err(failed)?;
    let costly = params.t_cost() > MOST_WORK.0 || params.p_cost() > MOST_WORK.1;
    if costly || params.block_count() > arena.len() {
        tracing::error!("a stored password needs more than is set aside: give that merchant a new one");
        return Ok(Held::Wrong);
    }
    let (Some(salt), Some(expected)) = (parsed.salt, parsed.hash) else {
        return Err(HashError::Failed("the stored hash is not whole".into()));
    };
    let algorithm = Algorithm::try_from(parsed.algorithm.as_str()).map_err(failed)?;
    let version = parsed.version.map_or(Ok(Version::V0x13), Version::try_from).map_err(failed)?;
    let of_today =
        (algorithm, params.m_cost(), params.t_cost(), params.p_cost()) == (Algorithm::Argon2id, MEMORY, 2, 1);
    let mut output = vec![0; expected.as_ref().len()];
    Argon2::new(algorithm, version, params)
        .hash_password_into_with_memory(
            password.expose_secret().as_bytes(),
            salt.as_ref(),
            &mut output,
            arena,
        )
        .map_err(failed)?;
    // Compared in constant time.
    Ok(match Output::new(&output).map_err(failed)? == expected {
        false => Held::Wrong,
        true if of_today => Held::Right,
        true => Held::Outdated,
    })
}

fn argon2() -> Argon2<'static> {
    let params = Params::new(MEMORY, 2, 1, None).expect("OWASP's figures are within Argon2's bounds");
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

fn arena() -> Vec<Block> {
    vec![Block::new(); MEMORY as usize]
}

fn failed(error: impl std::fmt::Display) -> HashError {
    HashError::Failed(error.to_string())
}

/// Runs the work when its turn comes.
async fn in_turn<T: Send + 'static>(
    turn: Turn,
    work: impl FnOnce(&mut [Block]) -> Result<T, HashError> + Send + 'static,
) -> Result<T, HashError> {
    // The places go with the work: it runs to its end also where nobody waits for it any more.
    let places: (Option<SemaphorePermit<'static>>, SemaphorePermit<'static>) = match turn {
        Turn::Whenever => (None, PLACES.acquire().await.map_err(failed)?),
        Turn::Queued => {
            let queued = QUEUE.try_acquire().map_err(|_| HashError::Busy)?;
            let place =
                tokio::time::timeout(PATIENCE, PLACES.acquire()).await.map_err(|_| HashError::Busy)?;
            (Some(queued), place.map_err(failed)?)
        }
    };
    let done = tokio::task::spawn_blocking(move || {
        let free = ARENAS.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut own = free.unwrap_or_else(arena);
        let result = work(&mut own);
        ARENAS.lock().unwrap_or_else(PoisonError::into_inner).push(own);
        drop(places);
        result
    });
    done.await.map_err(failed)?
}
