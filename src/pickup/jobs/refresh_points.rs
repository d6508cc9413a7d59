//! By schedule, or by hand: brings the points of the database to where the carrier has them.

use std::time::Duration;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};
use sqlx::PgPool;
use uuid::Uuid;

use crate::clock::Clock;
use crate::ids::Random;
use crate::jobs::{Fault, Job, Patience};
use crate::pickup::feed::changes::{Refusal, Source, Verdict};
use crate::pickup::feed::refresh::{Outcome, refresh};
use crate::pickup::feed::store::{self, Lease};
use crate::post::Carrier;

/// Asks the carrier for all points.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct RefreshPoints {}

impl Job for RefreshPoints {
    type Needs = Asker;
    const KIND: &'static str = "refresh_points";
    // A list of thousands is no small thing to ask for.
    const PATIENCE: Patience =
        Patience { tries: 4, first: TimeDelta::minutes(5), longest: TimeDelta::hours(1) };

    async fn run(self, asker: Asker) -> Result<(), Fault> {
        match asker.ask(Source::Service).await? {
            Some(Outcome::Failed(_)) => Err(Fault::Again("carrier")),
            // What was refused is noted for the merchant; in five minutes it would be the same list.
            Some(Outcome::Taken(_) | Outcome::Refused(_)) => Ok(()),
            // By hand, or in an instance that ended in the middle: its lease runs out within the first pause.
            None => Err(Fault::Again("busy")),
        }
    }
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

impl Asker {
    /// Asks the carrier, by schedule ([`Source::Service`]) or by hand. Of the job and those who ask by hand one at a time is at
    /// it; `None` where somebody else is.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn ask(&self, source: Source) -> sqlx::Result<Option<Outcome>> {
        let (pool, owner) = (&self.pool, self.random.uuid());
        store::begin(pool, self.clock.now()).await?;
        match store::lease(pool, owner, source, self.clock.now()).await? {
            Lease::Taken => {}
            Lease::Held => return Ok(None),
            Lease::Unwanted => return Ok(Some(Outcome::Refused(Refusal::FromFile))),
        }
        let outcome = tokio::select! {
            outcome = refresh(pool, &self.carrier, source, self.clock.now()) => outcome.map(Some),
            lost = self.hold(owner) => lost.map(|()| None),
        };
        if let Err(error) = &outcome {
            let reason = format!("the points could not be stored: {error}");
            store::miss(pool, source, Verdict::Failed, &reason, self.clock.now()).await?;
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
