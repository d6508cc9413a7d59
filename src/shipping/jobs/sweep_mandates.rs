//! Every hour: sweeps out mandates of a day ago that neither a basket nor an order has, and questions that nobody ended.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::ground::Ground;
use crate::jobs::{Fault, Job, Patience};
use crate::shipping::personal::store;
use crate::shipping::question;

/// How long such a mandate may lie.
const KEPT: TimeDelta = TimeDelta::hours(24);

/// Sweeps out mandates that nobody has ordered with.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct SweepMandates {}

impl Job for SweepMandates {
    type Needs = Ground;
    const KIND: &'static str = "sweep_mandates";
    const PATIENCE: Patience =
        Patience { tries: 4, first: TimeDelta::minutes(2), longest: TimeDelta::minutes(30) };

    async fn run(self, ground: Ground) -> Result<(), Fault> {
        let before = ground.clock.now() - KEPT;
        store::sweep(&ground.pool, before).await?;
        question::store::sweep(&ground.pool, before).await?;
        Ok(())
    }
}
