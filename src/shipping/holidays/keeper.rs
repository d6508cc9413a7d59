//! Keeps the holidays of this instance as the database has them.

use std::time::Duration;

use sqlx::PgPool;

use crate::calendar::Calendar;
use crate::shipping::holidays::store;

/// Looks after them, for as long as the shop is open.
pub async fn keep(pool: PgPool, calendar: Calendar, look: Duration) {
    loop {
        match store::load(&pool).await {
            Ok(days) => calendar.replace(days),
            Err(error) => tracing::debug!(%error, "the holidays could not be looked after"),
        }
        tokio::time::sleep(look.max(Duration::from_millis(100))).await;
    }
}
