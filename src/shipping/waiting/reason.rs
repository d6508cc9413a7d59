//! Why an order waits.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::shipping::call::Outcome;

/// Why an order waits.
#[derive(Clone, Debug)]
pub struct Reason {
    /// The order.
    pub order: Uuid,
    /// Since when: Post was asked for the first time.
    pub since: DateTime<Utc>,
    /// What came of the last call; none where it never came to one.
    pub outcome: Option<Outcome>,
    /// How many calls there were.
    pub calls: i64,
}
