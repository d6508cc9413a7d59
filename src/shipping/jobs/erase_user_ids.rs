//! Every hour: erases the User IDs whose date has come.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::ground::Ground;
use crate::jobs::{Fault, Job, Patience};
use crate::shipping::personal::store;

/// Erases User IDs on their date.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct EraseUserIds {}

impl Job for EraseUserIds {
    type Needs = Ground;
    const KIND: &'static str = "erase_user_ids";
    const PATIENCE: Patience =
        Patience { tries: 4, first: TimeDelta::minutes(2), longest: TimeDelta::minutes(30) };

    async fn run(self, ground: Ground) -> Result<(), Fault> {
        store::erase_user_ids(&ground.pool, ground.clock.swiss().date()).await?;
        Ok(())
    }
}
