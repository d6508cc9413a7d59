//! Looks whether the points that orders go to are still there and open (docs/life.md).

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::jobs::{Fault, Job, Patience};
use crate::orders::watch::Watcher;

/// Watches the points.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct WatchPoints {}

impl Job for WatchPoints {
    type Needs = Watcher;
    const KIND: &'static str = "watch_points";
    // It recurs anyway, and every parcel is looked at once more before it goes out.
    const PATIENCE: Patience =
        Patience { tries: 2, first: TimeDelta::minutes(1), longest: TimeDelta::minutes(1) };

    async fn run(self, watcher: Watcher) -> Result<(), Fault> {
        watcher.watch().await?;
        Ok(())
    }
}
