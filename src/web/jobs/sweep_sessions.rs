//! Every hour: sweeps out sessions that have expired.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::db::sessions;
use crate::ground::Ground;
use crate::jobs::{Fault, Job, Patience};

/// Sweeps out sessions that have expired.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct SweepSessions {}

impl Job for SweepSessions {
    type Needs = Ground;
    const KIND: &'static str = "sweep_sessions";
    const PATIENCE: Patience =
        Patience { tries: 4, first: TimeDelta::minutes(2), longest: TimeDelta::minutes(30) };

    async fn run(self, ground: Ground) -> Result<(), Fault> {
        sessions::sweep(&ground.pool, ground.clock.now()).await?;
        Ok(())
    }
}
