//! Every hour: erases the people of orders on their date, and the orders that no law asks for any more.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use crate::ground::Ground;
use crate::jobs::{Fault, Job, Patience};
use crate::orders::personal::{retention, store};

/// Erases what names people in orders.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct ErasePeople {}

impl Job for ErasePeople {
    type Needs = Ground;
    const KIND: &'static str = "erase_people";
    const PATIENCE: Patience =
        Patience { tries: 4, first: TimeDelta::minutes(2), longest: TimeDelta::minutes(30) };

    async fn run(self, ground: Ground) -> Result<(), Fault> {
        let now = ground.clock.now();
        store::erase_people(&ground.pool, retention::people_before(now), now).await?;
        store::erase_books(&ground.pool, retention::books_before(now)).await?;
        Ok(())
    }
}
