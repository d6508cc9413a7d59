//! Keeps the points of this instance as the database has them; a job keeps those of the database as the carrier has them.

use std::time::Duration;

use sqlx::PgPool;

use crate::pickup::Points;
use crate::pickup::feed::import::shown;
use crate::pickup::feed::store;

/// How often, and what is shown.
#[derive(Clone, Copy, Debug)]
pub struct Rhythm {
    /// Between two looks whether the points have changed.
    pub look: Duration,
    /// Whether invented points may be shown.
    pub demo: bool,
}

/// Looks after the points, for as long as the shop is open.
pub async fn keep(pool: PgPool, points: Points, rhythm: Rhythm) {
    loop {
        tokio::time::sleep(rhythm.look.max(Duration::from_millis(100))).await;
        if let Err(error) = reload(&pool, &points, rhythm.demo).await {
            tracing::warn!(%error, "the points could not be looked after");
        }
    }
}

/// Shows the points of the database, where they are other ones than those that are shown.
async fn reload(pool: &PgPool, points: &Points, demo: bool) -> sqlx::Result<()> {
    let (now, Some(age)) = (points.now(), store::age(pool).await?) else { return Ok(()) };
    if age.version != now.age().version {
        points.replace(shown(pool, demo).await?);
    } else if age != *now.age() {
        points.replace(now.dated(age));
    }
    Ok(())
}
