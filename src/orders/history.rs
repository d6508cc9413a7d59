//! What happened to an order: its own events, and what Post was asked about it.

use chrono::{DateTime, Utc};
use serde::Serialize;
use sqlx::PgPool;

use crate::orders::{Order, store};
use crate::shipping::store as shipping_store;

/// One entry of the history.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    /// When.
    pub at: DateTime<Utc>,
    /// `placed`, `asked_post`, …: see the migrations.
    pub what: String,
    /// Who.
    pub who: String,
    /// The outcome of a call to Post, with the milliseconds it took.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
}

/// The history of an order, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn of(pool: &PgPool, order: &Order) -> sqlx::Result<Vec<Entry>> {
    let mut entries = store::events(pool, order.id).await?;
    if let Some(pickup) = order.delivery.pickup() {
        let calls = shipping_store::calls(pool, pickup.mandate.id).await?;
        entries.extend(calls.into_iter().map(|call| Entry {
            at: call.at,
            what: "asked_post".into(),
            who: "shop".into(),
            detail: Some(format!("{} in {} ms", call.outcome, call.milliseconds)),
        }));
    }
    entries.sort_by_key(|entry| entry.at);
    Ok(entries)
}
