//! Keeps the goods of this instance as the database has them.

use std::time::Duration;

use sqlx::PgPool;

use crate::catalogue::{Goods, store};
use crate::db::calls::Calls;

/// A crowd of changes is read once: so long they are gathered.
const GATHER: Duration = Duration::from_millis(25);
/// Read again after so long in any case: a pooler between may swallow the calls.
const AT_LEAST: Duration = Duration::from_secs(10);
/// The pause before a lost line is taken up again.
const PAUSE: Duration = Duration::from_secs(1);

/// Looks after the goods, for as long as the shop is open.
pub async fn keep(pool: PgPool, goods: Goods) {
    loop {
        if let Err(error) = listen(&pool, &goods).await {
            // Of an outage the pulse tells.
            tracing::debug!(%error, "the goods could not be looked after");
        }
        tokio::time::sleep(PAUSE).await;
    }
}

async fn listen(pool: &PgPool, goods: &Goods) -> sqlx::Result<()> {
    let mut calls = Calls::on(pool, "goods").await?;
    // Something may have changed before anybody listened.
    store::read(pool, goods).await?;
    loop {
        let Ok(called) = tokio::time::timeout(AT_LEAST, calls.next()).await else {
            store::read(pool, goods).await?;
            continue;
        };
        let called = called?;
        tokio::time::sleep(GATHER).await;
        if called.iter().chain(&calls.more()).any(|what| what != "stock") || called.is_none() {
            store::read(pool, goods).await?;
        } else {
            store::read_stock(pool, goods).await?;
        }
    }
}
