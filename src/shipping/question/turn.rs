//! Waits for the turn, asks, and gives it back.

use std::time::Duration;

use chrono::TimeDelta;
use tokio::time::{Instant, sleep};
use uuid::Uuid;

use crate::db::turns::TurnError;
use crate::ground::Ground;
use crate::shipping::question::store;

/// How long it is one's turn at most: twice what a question may take (`post::operation::USERS`). An instance that dies in
/// the middle lets others wait so long.
const LEASE: TimeDelta = TimeDelta::seconds(6);
/// So long somebody waits for the turn of another instance: longer than the lease.
const PATIENCE: Duration = Duration::from_secs(8);
/// The pause after which the turn is asked for again. In each instance one asks, the others queue behind.
const PAUSE: Duration = Duration::from_millis(100);

/// Does `work` while nobody else, in whatever instance, is asking about the same thing. It is told whether somebody else was first;
/// what has been answered meanwhile, it has to look up itself.
///
/// # Errors
/// That of the work; else see [`TurnError`].
pub async fn alone<T, E: From<TurnError>>(
    ground: &Ground,
    about: Uuid,
    work: impl AsyncFnOnce(bool) -> Result<T, E>,
) -> Result<T, E> {
    // A queue of its own: what is saved meanwhile queues under the name of the thing itself.
    let turn = ground.turns.wait_for(Uuid::from_u128(!about.as_u128())).await?;
    let mut waited = turn.waited;
    let (by, until) = (ground.random.uuid(), Instant::now() + PATIENCE);
    loop {
        let now = ground.clock.now();
        if store::take(&ground.lines, about, by, (now, now + LEASE)).await.map_err(TurnError::from)? {
            break;
        }
        if Instant::now() >= until {
            return Err(TurnError::Busy.into());
        }
        waited = true;
        sleep(PAUSE).await;
    }
    let done = work(waited).await;
    if let Err(error) = store::give_back(&ground.lines, about, by).await {
        tracing::warn!(%error, "a turn to ask Post was not given back: it runs out by itself");
    }
    done
}

#[cfg(test)]
mod tests {
    use super::{LEASE, PATIENCE};
    use crate::post::operation::USERS;

    #[test]
    fn a_turn_outlasts_a_question_and_whoever_waits_outlasts_a_turn() {
        let lease = LEASE.to_std().unwrap_or_default();
        assert!(lease >= 2 * USERS.time && PATIENCE > lease, "{lease:?}");
    }
}
