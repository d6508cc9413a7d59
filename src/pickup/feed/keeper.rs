//! Keeps the points of this instance as the database has them, and those of the database as the carrier has them.

use std::time::Duration;

use chrono::TimeDelta;
use sqlx::PgPool;
use uuid::Uuid;

use crate::clock::Clock;
use crate::ids::Random;
use crate::pickup::Points;
use crate::pickup::feed::changes::Source;
use crate::pickup::feed::import::shown;
use crate::pickup::feed::refresh::{Outcome, refresh};
use crate::pickup::feed::store;
use crate::post::Carrier;

/// How often, and what is shown.
#[derive(Clone, Copy, Debug)]
pub struct Rhythm {
    /// Between two looks whether the points have changed or a refresh is due.
    pub look: Duration,
    /// Between two refreshes; `None` where the carrier is not asked at all.
    pub every: Option<TimeDelta>,
    /// Whether invented points may be shown.
    pub demo: bool,
}

/// Asks the carrier for its points.
#[derive(Clone, Debug)]
pub struct Asker {
    /// Where the points are kept.
    pub pool: PgPool,
    /// Whom to ask.
    pub carrier: Carrier,
    /// The present.
    pub clock: Clock,
    /// Names a refresh, so that no other one is taken for it.
    pub random: Random,
}

/// So often a refresh says that it is still at it.
const STILL_AT_IT: Duration = Duration::from_mins(1);

/// Looks after the points, for as long as the shop is open.
pub async fn keep(asker: Asker, points: Points, rhythm: Rhythm) {
    loop {
        tokio::time::sleep(rhythm.look.max(Duration::from_millis(100))).await;
        if let Err(error) = look(&asker, &points, rhythm).await {
            tracing::warn!(%error, "the points could not be looked after");
        }
    }
}

async fn look(asker: &Asker, points: &Points, rhythm: Rhythm) -> sqlx::Result<()> {
    if let Some(every) = rhythm.every {
        asker.ask(Some(every)).await?;
    }
    reload(&asker.pool, points, rhythm.demo).await
}

/// Shows the points of the database, where they are other ones than those that are shown.
async fn reload(pool: &PgPool, points: &Points, demo: bool) -> sqlx::Result<()> {
    let (now, Some(age)) = (points.now(), store::age(pool).await?) else { return Ok(()) };
    if age.version != now.age().version {
        points.replace(shown(pool, demo).await?);
    } else if age != *now.age() {
        points.replace(now.dated(age));
    }
    Ok(())
}

impl Asker {
    /// Asks the carrier: with `every` if so much time has passed, without at once. Of all instances one at a time is at
    /// it; `None` where there is nothing to do, or somebody else does it.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn ask(&self, every: Option<TimeDelta>) -> sqlx::Result<Option<Outcome>> {
        let (pool, owner) = (&self.pool, self.random.uuid());
        let source = if every.is_some() { Source::Service } else { Source::ByHand };
        store::begin(pool, self.clock.now()).await?;
        if !store::lease(pool, owner, every, self.clock.now()).await? {
            return Ok(None);
        }
        let outcome = tokio::select! {
            outcome = refresh(pool, &self.carrier, source, self.clock.now()) => outcome.map(Some),
            lost = self.hold(owner) => lost.map(|()| None),
        };
        if let Err(error) = &outcome {
            // The next look must not ask for everything again.
            let reason = format!("the points could not be stored: {error}");
            store::miss(pool, source, "failed", &reason, self.clock.now()).await?;
        }
        store::release(pool, owner).await?;
        outcome
    }

    /// Holds the lease; ends when it is lost.
    async fn hold(&self, owner: Uuid) -> sqlx::Result<()> {
        loop {
            tokio::time::sleep(STILL_AT_IT).await;
            if !store::renew(&self.pool, owner, self.clock.now()).await? {
                tracing::warn!("a refresh of the points took too long: another one has begun");
                return Ok(());
            }
        }
    }
}
