//! Every hour: sweeps out sign-ins that have ended, and what is remembered of tries to sign in and nobody needs any more.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::ground::Ground;
use crate::identity::store;
use crate::jobs::{Fault, Job, Patience};

/// Sweeps out ended sign-ins and old tries.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct SweepSignIns {}

impl Job for SweepSignIns {
    type Needs = Ground;
    const KIND: &'static str = "sweep_sign_ins";
    const PATIENCE: Patience =
        Patience { tries: 4, first: TimeDelta::minutes(2), longest: TimeDelta::minutes(30) };

    async fn run(self, ground: Ground) -> Result<(), Fault> {
        store::sweep(&ground.pool, ground.clock.now()).await?;
        Ok(())
    }
}
