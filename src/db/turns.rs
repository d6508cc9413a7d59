//! Whose turn it is to write. Who writes to the same basket waits here, outside the pool, and all who write together
//! leave room in it: a connection is for asking, not for waiting.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedMutexGuard, Semaphore};
use tokio::time::{Instant, sleep, timeout_at};
use uuid::Uuid;

use crate::db;

/// So many write at once, in all workers together: fewer than one worker has lines, so that pages that only
/// read find one wherever the writers meet.
const WRITERS: usize = 5;
/// So long somebody waits for a turn before the page says that it is busy.
const PATIENCE: Duration = Duration::from_secs(8);
/// The pause after which a row that another instance holds is tried again.
const PAUSE: Duration = Duration::from_millis(20);

/// The queues of one instance. Several instances meet at the row's lock in Postgres, which is asked for without waiting.
#[derive(Clone, Debug)]
pub struct Turns {
    queues: Arc<Mutex<HashMap<Uuid, Queue>>>,
    writers: Arc<Semaphore>,
}

type Queue = Arc<tokio::sync::Mutex<()>>;

/// Why there was no turn, or what came of it.
#[derive(Debug, thiserror::Error)]
pub enum TurnError {
    /// Too many were in front, for too long. Nothing was written.
    #[error("too many are writing")]
    Busy,
    /// The database did not answer or refused.
    #[error("the database failed")]
    Database(#[from] sqlx::Error),
}

impl Default for Turns {
    fn default() -> Self {
        Self { queues: Arc::default(), writers: Arc::new(Semaphore::new(WRITERS)) }
    }
}

impl Turns {
    /// Does `work` when nobody else in this instance works on `key`. It is done again while another instance holds what
    /// it asks for, so whatever it has written before it fails must be undone by its own transaction.
    ///
    /// # Errors
    /// See [`TurnError`].
    pub async fn alone<T>(
        &self,
        key: Uuid,
        mut work: impl AsyncFnMut() -> sqlx::Result<T>,
    ) -> Result<T, TurnError> {
        let until = Instant::now() + PATIENCE;
        let _turn = self.turn(key, until).await?;
        loop {
            let seat = timeout_at(until, self.writers.acquire()).await.map_err(|_| TurnError::Busy)?;
            let done = work().await;
            drop(seat);
            match done {
                Err(error) if db::is_held(&error) && Instant::now() < until => sleep(PAUSE).await,
                Err(error) if db::is_held(&error) => return Err(TurnError::Busy),
                done => return Ok(done?),
            }
        }
    }

    /// Waits until nobody else in this instance works on `key`, without a place among the writers: for work that mostly
    /// waits for somebody outside.
    ///
    /// # Errors
    /// [`TurnError::Busy`].
    pub async fn wait_for(&self, key: Uuid) -> Result<Turn<'_>, TurnError> {
        self.turn(key, Instant::now() + PATIENCE).await
    }

    async fn turn(&self, key: Uuid, until: Instant) -> Result<Turn<'_>, TurnError> {
        let place = self.line_up(key);
        let (lock, waited) = match Arc::clone(&place.queue).try_lock_owned() {
            Ok(lock) => (lock, false),
            Err(_) => {
                let lock = timeout_at(until, Arc::clone(&place.queue).lock_owned()).await;
                (lock.map_err(|_| TurnError::Busy)?, true)
            }
        };
        Ok(Turn { waited, _lock: lock, _place: place })
    }

    fn line_up(&self, key: Uuid) -> Place<'_> {
        let queue = Arc::clone(self.queues().entry(key).or_default());
        Place { turns: self, key, queue }
    }

    fn queues(&self) -> MutexGuard<'_, HashMap<Uuid, Queue>> {
        self.queues.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One's turn, until it is dropped.
#[derive(Debug)]
pub struct Turn<'a> {
    /// Whether somebody else had it first.
    pub waited: bool,
    // In this order: the lock holds the queue too, and the place counts who still does.
    _lock: OwnedMutexGuard<()>,
    _place: Place<'a>,
}

/// A place in a queue, which is taken down when the last one leaves it.
#[derive(Debug)]
struct Place<'a> {
    turns: &'a Turns,
    key: Uuid,
    queue: Queue,
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        let mut queues = self.turns.queues();
        // The table's and this one: places are given out under the same lock, so nobody comes in between.
        if Arc::strong_count(&self.queue) <= 2 {
            queues.remove(&self.key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[actix_web::test]
    async fn one_works_at_a_time_and_an_empty_queue_is_taken_down() {
        let turns = Turns::default();
        let key = Uuid::from_u128(1);
        let inside = Mutex::new((0, 0));
        let work = || {
            turns.alone(key, async || {
                let now = |step: i32| {
                    let mut inside = inside.lock().unwrap_or_else(PoisonError::into_inner);
                    inside.0 += step;
                    inside.1 = inside.1.max(inside.0);
                };
                now(1);
                tokio::task::yield_now().await;
                now(-1);
                Ok(())
            })
        };
        let all = futures_util::future::join_all((0..40).map(|_| work())).await;
        assert!(all.iter().all(Result::is_ok));
        assert_eq!(inside.lock().map(|inside| inside.1).unwrap_or(0), 1);
        assert!(turns.queues().is_empty());
    }

    #[actix_web::test]
    async fn who_gives_up_waiting_leaves_nothing_behind() {
        let turns = Turns::default();
        let key = Uuid::from_u128(2);
        let endless = turns.alone(key, async || std::future::pending::<sqlx::Result<()>>().await);
        assert!(tokio::time::timeout(Duration::from_millis(10), endless).await.is_err());
        assert!(turns.queues().is_empty());
        assert!(turns.alone(key, async || Ok(())).await.is_ok());
    }
}
