//! Wrong passwords make the next try wait longer and longer: for whoever guesses, rather than for whom they guess at.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::PgPool;

use crate::db;
use crate::ground::Ground;
use crate::identity::store::{self, Counted};
use crate::limit::{Grant, Limits, Rule, SIGN_IN_ACCOUNT, SIGN_IN_ADDRESS, Taken};

/// Tries that cost nothing; after them the wait doubles from one second to a quarter of an hour.
const FREE_TRIES: i32 = 5;
const LONGEST_WAIT: u32 = 900;
/// So long an address from which the owner has come in is taken for the owner's.
const KNOWN: TimeDelta = TimeDelta::days(30);

/// Why a password is not looked at.
#[derive(Debug, thiserror::Error)]
pub enum Throttled {
    /// Too many tries: wait so many seconds.
    #[error("wait {0} seconds")]
    Wait(u32),
    /// The database failed.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
}

/// A try that has been counted. Without limits nothing is.
#[derive(Debug)]
pub struct Attempt {
    account: String,
    address: String,
    /// What was taken from buckets.
    taken: Vec<Taken>,
    counted: bool,
}

impl Attempt {
    /// Counts a try at an account from a network, before its password is looked at.
    ///
    /// # Errors
    /// [`Throttled`]; nothing was counted then.
    pub async fn count(
        (ground, limits): (&Ground, &Limits),
        network: &str,
        account: &str,
    ) -> Result<Self, Throttled> {
        let mut attempt = Self {
            account: limits.key(SIGN_IN_ACCOUNT, account),
            address: limits.key(SIGN_IN_ADDRESS, network),
            taken: Vec::new(),
            counted: false,
        };
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
            return Err(Throttled::Wait(left(&counted, now)));
        }
        attempt.counted = true;
        // Whoever guesses from everywhere slows those whom nobody knows, and not the owner.
        let known = counted.right_at.is_some_and(|at| now - at < KNOWN);
        if !known {
            attempt.take((ground, limits), (SIGN_IN_ACCOUNT, account)).await?;
        }
        Ok(attempt)
    }

    /// Takes one from a bucket; where it is empty, what was taken before is given back.
    async fn take(
        &mut self,
        (ground, limits): (&Ground, &Limits),
        wanted: (Rule, &str),
    ) -> Result<(), Throttled> {
        match limits.take(ground, [wanted]).await? {
            Grant::Given(taken) => self.taken.push(taken),
            Grant::Wait(seconds) => {
                self.give_back(ground).await?;
                return Err(Throttled::Wait(seconds));
            }
        }
        Ok(())
    }

    /// The password was right: the slate is clean, and the address is known as the owner's.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn came_in(&self, ground: &Ground) -> sqlx::Result<()> {
        if self.counted {
            store::came_in(&ground.pool, (&self.account, &self.address), ground.clock.now()).await?;
        }
        self.empty(ground).await
    }

    /// The password was not looked at after all: the try does not count.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn give_back(&self, ground: &Ground) -> sqlx::Result<()> {
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

/// Lifts every wait of an account: its own, and that of the addresses it was tried from.
///
/// # Errors
/// When the database does not answer.
pub async fn unlock(pool: &PgPool, limits: &Limits, account: &str) -> sqlx::Result<()> {
    let account = limits.key(SIGN_IN_ACCOUNT, account);
    let mut transaction = pool.begin().await?;
    let mut keys = store::forget_tries(&mut transaction, &account).await?;
    keys.push(account);
    db::limits::forget(&mut transaction, &keys).await?;
    transaction.commit().await
}
