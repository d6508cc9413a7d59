//! Why orders wait for the carrier, since when, and what happens next.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::orders::jobs::confirm_user_id::{self, Next};
use crate::shipping::call::Outcome;
use crate::shipping::waiting::store as waiting_store;

/// An order that waits.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// Since when.
    pub since: DateTime<Utc>,
    /// What came of the last call to Post; none where it never came to one.
    pub outcome: Option<Outcome>,
    /// How often Post was asked.
    pub calls: i64,
    /// What happens next.
    pub next: Next,
}

/// How these orders wait, should they.
///
/// # Errors
/// When the database does not answer.
pub async fn of(connection: &mut PgConnection, orders: &[Uuid]) -> sqlx::Result<HashMap<Uuid, Waiting>> {
    if orders.is_empty() {
        return Ok(HashMap::new());
    }
    let next = confirm_user_id::next(&mut *connection, orders).await?;
    let reasons = waiting_store::reasons(&mut *connection, orders).await?.into_iter();
    let waiting = reasons.map(|reason| {
        let next = next.get(&reason.order).copied().unwrap_or(Next::Nothing);
        let waiting = Waiting { since: reason.since, outcome: reason.outcome, calls: reason.calls, next };
        (reason.order, waiting)
    });
    Ok(waiting.collect())
}
