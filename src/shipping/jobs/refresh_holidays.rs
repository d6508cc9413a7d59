//! Every day: asks the carrier for its holidays. Where it is silent those of before hold, and behind them our own calendar.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::jobs::{Fault, Job, Patience};
use crate::shipping::holidays::refresh::{Asker, Stale};

/// Asks the carrier for its holidays.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct RefreshHolidays {}

impl Job for RefreshHolidays {
    type Needs = Asker;
    const KIND: &'static str = "refresh_holidays";
    const PATIENCE: Patience =
        Patience { tries: 4, first: TimeDelta::minutes(5), longest: TimeDelta::hours(1) };

    async fn run(self, asker: Asker) -> Result<(), Fault> {
        asker.ask().await.map_err(|stale| match stale {
            Stale::Carrier(_) => Fault::Again("carrier"),
            Stale::Database(error) => Fault::Database(error),
        })
    }
}
