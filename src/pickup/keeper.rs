//! Keeps the points of this instance as the database has them, and those of the database as the carrier has them.

use std::time::Duration;

use chrono::TimeDelta;
use sqlx::PgPool;

use crate::clock::Clock;
use crate::pickup::index::Index;
use crate::pickup::{Points, refresh, store};
use crate::post::Carrier;

/// How often.
#[derive(Clone, Copy, Debug)]
pub struct Rhythm {
    /// Between two looks whether the points have changed or a refresh is due.
    pub look: Duration,
    /// Between two refreshes; `None` where the carrier is not asked at all.
    pub every: Option<TimeDelta>,
}

/// Looks after the points, for as long as the shop is open. Of several instances one at a time asks the carrier;
/// the others find its lease.
pub async fn keep(pool: PgPool, carrier: Carrier, clock: Clock, points: Points, rhythm: Rhythm) {
    loop {
        tokio::time::sleep(rhythm.look.max(Duration::from_millis(100))).await;
        if let Err(error) = look(&pool, &carrier, &clock, &points, rhythm.every).await {
            tracing::warn!(%error, "the points could not be looked after");
        }
    }
}

async fn look(
    pool: &PgPool,
    carrier: &Carrier,
    clock: &Clock,
    points: &Points,
    every: Option<TimeDelta>,
) -> sqlx::Result<()> {
    if let Some(every) = every {
        store::begin(pool, clock.now()).await?;
        if store::lease(pool, every, clock.now()).await? {
            let refreshed = refresh::refresh(pool, carrier, clock.now()).await;
            store::release(pool).await?;
            refreshed?;
        }
    }
    reload(pool, points).await
}

/// Shows the points of the database, where they are other ones than those that are shown.
///
/// # Errors
/// When the database does not answer.
pub async fn reload(pool: &PgPool, points: &Points) -> sqlx::Result<()> {
    if store::age(pool).await?.is_some_and(|age| age != *points.now().age()) {
        let (all, age) = store::load(pool).await?;
        points.replace(Index::new(all, age));
    }
    Ok(())
}
