//! Every hour: sweeps out buckets that are full again, which are as good as none.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::db::limits;
use crate::ground::Ground;
use crate::jobs::{Fault, Job, Patience};

/// Sweeps out buckets that are full again.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct SweepLimits {}

impl Job for SweepLimits {
    type Needs = Ground;
    const KIND: &'static str = "sweep_limits";
    const PATIENCE: Patience =
        Patience { tries: 4, first: TimeDelta::minutes(2), longest: TimeDelta::minutes(30) };

    async fn run(self, ground: Ground) -> Result<(), Fault> {
        limits::sweep(&ground.pool, ground.clock.now()).await?;
        Ok(())
    }
}
