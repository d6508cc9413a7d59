//! Every hour: sweeps out what was left a day ago, as the privacy page promises.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::basket::store;
use crate::ground::Ground;
use crate::jobs::{Fault, Job, Patience};

/// How long a basket may lie.
const KEPT: TimeDelta = TimeDelta::hours(24);

/// Sweeps out baskets that were left, and with them what was typed into their checkouts and asked of Post for them.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct SweepBaskets {}

impl Job for SweepBaskets {
    type Needs = Ground;
    const KIND: &'static str = "sweep_baskets";
    const PATIENCE: Patience =
        Patience { tries: 4, first: TimeDelta::minutes(2), longest: TimeDelta::minutes(30) };

    async fn run(self, ground: Ground) -> Result<(), Fault> {
        store::sweep(&ground.pool, ground.clock.now() - KEPT).await?;
        Ok(())
    }
}
