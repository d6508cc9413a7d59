//! Does what is due: looks every second, or at once where a job was asked for in this instance.

use std::cell::Cell;
use std::rc::Rc;
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use crate::ground::Ground;
use crate::jobs::crew::Hand;
use crate::jobs::store::{self, Claim};
use crate::jobs::{Crew, Fault, Schedule};
use crate::trace::TraceId;

/// Between two looks whether something is due. The clock that says what is due is the ground's; this one is the machine's.
const LOOK: Duration = Duration::from_secs(1);
/// So many jobs at once in this instance: fewer than its pool has connections.
const AT_ONCE: usize = 3;
/// How long a job is ours before we must have said again that it is.
pub const LEASE: TimeDelta = TimeDelta::seconds(60);
/// So often it is said.
const STILL_AT_IT: Duration = Duration::from_secs(20);
/// What runs when the shop closes is given so long to end; what has not ended is given back within the time after it.
const LAST_SECONDS: Duration = Duration::from_secs(3);
const GIVING_BACK: Duration = Duration::from_secs(1);
/// Between two counts of the dead ones, which other instances may have added to.
const COUNT: Duration = Duration::from_mins(1);

/// Does the jobs of one instance.
pub struct Worker {
    ground: Ground,
    crew: Crew,
    schedule: Schedule,
    counted: Cell<Option<Instant>>,
    planned: Cell<Option<Instant>>,
    troubled: Cell<bool>,
}

impl Worker {
    /// With these jobs, and those of them that recur.
    #[must_use]
    pub fn new(ground: Ground, crew: Crew, schedule: Schedule) -> Rc<Self> {
        Rc::new(Self {
            ground,
            crew,
            schedule,
            counted: Cell::new(None),
            planned: Cell::new(None),
            troubled: Cell::new(false),
        })
    }

    /// Works until the shop is over; then what runs is given some seconds, and the rest is given back.
    pub async fn work(self: Rc<Self>, over: CancellationToken) {
        // Whoever drops this future drops what runs with it: those leases run out.
        let (mut running, cut_off) = (JoinSet::new(), CancellationToken::new());
        let mut moves = self.ground.clock.moves();
        while !over.is_cancelled() {
            while running.try_join_next().is_some() {}
            for claim in self.look(AT_ONCE - running.len()).await {
                running.spawn_local(Rc::clone(&self).attend(claim, cut_off.clone()));
            }
            tokio::select! {
                () = over.cancelled() => {}
                () = self.ground.bell.rung() => {}
                () = tokio::time::sleep(LOOK) => {}
                // A clock that was moved past the leases of what runs is looked at when it is done.
                () = moves.next(), if running.is_empty() => self.planned.set(None),
                Some(_) = running.join_next() => {}
            }
        }
        if tokio::time::timeout(LAST_SECONDS, all(&mut running)).await.is_err() {
            cut_off.cancel();
            let _ = tokio::time::timeout(GIVING_BACK, all(&mut running)).await;
        }
    }

    /// Claims up to `free` jobs that are due. A silent database is told of once, not every second.
    async fn look(&self, free: usize) -> Vec<Claim> {
        match self.round(free).await {
            Ok(claims) => {
                if self.troubled.replace(false) {
                    tracing::info!("jobs are done again");
                }
                claims
            }
            Err(error) => {
                if !self.troubled.replace(true) {
                    tracing::warn!(%error, "jobs wait until the database answers");
                }
                Vec::new()
            }
        }
    }

    async fn round(&self, free: usize) -> sqlx::Result<Vec<Claim>> {
        let Ground { pool, clock, random, .. } = &self.ground;
        let now = clock.now();
        // What recurs is looked for by the second, not with every job that was asked for.
        if self.planned.get().is_none_or(|at| at.elapsed() >= LOOK) {
            self.schedule.plan(pool, now).await?;
            self.planned.set(Some(Instant::now()));
        }
        if self.counted.get().is_none_or(|at| at.elapsed() >= COUNT) {
            self.count_dead().await?;
        }
        match i64::try_from(free) {
            Ok(most @ 1..) => {
                store::claim(pool, self.crew.kinds(), random.uuid(), (now, now + LEASE), most).await
            }
            _ => Ok(Vec::new()),
        }
    }

    /// Does one job under a trace of its own.
    async fn attend(self: Rc<Self>, claim: Claim, cut_off: CancellationToken) {
        TraceId::new(&self.ground.random).over(self.attend_to(&claim, cut_off)).await;
    }

    /// Does one job, for as long as it is ours.
    async fn attend_to(&self, claim: &Claim, cut_off: CancellationToken) {
        // Only known kinds are claimed.
        let Some(hand) = self.crew.hand(&claim.kind) else { return };
        let settled = tokio::select! {
            result = hand.run(claim) => self.settle(hand, claim, result).await,
            () = self.hold(claim) => Ok("lost"),
            () = cut_off.cancelled() => {
                let now = self.ground.clock.now();
                store::hand_back(&self.ground.pool, claim, now).await.map(|()| "given_back")
            }
        };
        match settled {
            Ok(outcome) => {
                metrics::counter!("jobs_total", "kind" => hand.kind, "outcome" => outcome).increment(1);
            }
            // It is still leased: when that has run out, somebody does it again.
            Err(error) => {
                tracing::warn!(kind = hand.kind, %error, "what came of a job could not be written");
            }
        }
    }

    /// Writes what came of a try; gives the word it is counted under.
    async fn settle(
        &self,
        hand: &Hand,
        claim: &Claim,
        result: Result<(), Fault>,
    ) -> sqlx::Result<&'static str> {
        let Ground { pool, clock, random, .. } = &self.ground;
        let (now, kind, tries) = (clock.now(), hand.kind, claim.attempts);
        let word = |ours: bool, word| if ours { word } else { "lost" };
        let Err(fault) = result else {
            return Ok(word(store::finish(pool, claim, now).await?, "done"));
        };
        let last = !fault.may_pass() || tries >= hand.patience.tries;
        if last && store::bury(pool, claim, fault.code(), now).await? {
            tracing::error!(kind, tries, %fault, "a job is given up");
            self.count_dead().await?;
            return Ok("dead");
        }
        tracing::warn!(kind, tries, %fault, "a job failed");
        let pause = hand.patience.pause(tries, u16::from_le_bytes(random.bytes()));
        Ok(word(store::retry(pool, claim, fault.code(), now + pause).await?, "failed"))
    }

    /// Holds the lease; ends when it is lost.
    async fn hold(&self, claim: &Claim) {
        loop {
            tokio::time::sleep(STILL_AT_IT).await;
            match store::renew(&self.ground.pool, claim, self.ground.clock.now() + LEASE).await {
                Ok(true) => {}
                Ok(false) => {
                    tracing::warn!(kind = claim.kind, "a job took too long: another one is at it");
                    return;
                }
                // While the lease has not run out there is time to say it again.
                Err(error) => tracing::warn!(kind = claim.kind, %error, "a job's lease was not renewed"),
            }
        }
    }

    async fn count_dead(&self) -> sqlx::Result<()> {
        let dead = u32::try_from(store::dead(&self.ground.pool).await?).unwrap_or(u32::MAX);
        metrics::gauge!("jobs_dead").set(dead);
        self.counted.set(Some(Instant::now()));
        Ok(())
    }
}

async fn all(running: &mut JoinSet<()>) {
    while running.join_next().await.is_some() {}
}
