//! What is done beside the requests: whether anything was given up.

use sqlx::PgPool;

use crate::db::reach::one_line;
use crate::doctor::finding::Finding;
use crate::jobs::store;

/// Looks at it.
pub async fn look(pool: &PgPool) -> Finding {
    let failed = match store::failed(pool).await {
        Ok(failed) => failed,
        Err(error) => return Finding::failed("jobs", one_line(&error)),
    };
    let dead = failed.iter().filter(|job| job.dead_at.is_some()).count();
    match (dead, failed.len() - dead) {
        (0, 0) => Finding::ok("jobs", "none has failed"),
        (0, tried) => Finding::ok("jobs", format!("none has been given up; {tried} will be tried again")),
        (dead, _) => Finding::warning("jobs", format!("{dead} given up: see Jobs behind the counter")),
    }
}
