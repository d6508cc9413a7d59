//! Asks Post what it has seen of the parcels whose time has come (docs/life.md).

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::jobs::{Fault, Job, Patience};
use crate::orders::track::Tracker;

/// Follows the parcels.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct TrackParcels {}

impl Job for TrackParcels {
    type Needs = Tracker;
    const KIND: &'static str = "track_parcels";
    // It recurs anyway: what failed is asked about the next time.
    const PATIENCE: Patience =
        Patience { tries: 2, first: TimeDelta::minutes(1), longest: TimeDelta::minutes(1) };

    async fn run(self, tracker: Tracker) -> Result<(), Fault> {
        match tracker.track().await? {
            None => Ok(()),
            Some(error) => {
                tracing::info!(
                    why = error.code(),
                    "Post was not asked about parcels: they are asked about the next time"
                );
                Ok(())
            }
        }
    }
}
