//! Keeps the goods of this instance as the database has them.

use std::time::Duration;

use sqlx::PgPool;
use tokio::time::{sleep, timeout};

use crate::catalogue::{Goods, store};
use crate::db::calls::Calls;

/// A crowd of changes is read once: so long they are gathered.
const GATHER: Duration = Duration::from_millis(100);
/// Read again after so long in any case: a pooler between may swallow the calls.
const AT_LEAST: Duration = Duration::from_secs(10);
/// A database that takes longer to tell them has gone silently, and the line to it is taken up anew.
const SILENT: Duration = Duration::from_secs(10);
/// The pause before a lost line is taken up again.
const PAUSE: Duration = Duration::from_secs(1);

/// Looks after the goods, for as long as the shop is open.
pub async fn keep(pool: PgPool, goods: Goods) {
    loop {
        if let Err(error) = listen(&pool, &goods).await {
            // Of an outage the pulse tells.
            tracing::debug!(%error, "the goods could not be looked after");
        }
        sleep(PAUSE).await;
    }
}

async fn listen(pool: &PgPool, goods: &Goods) -> sqlx::Result<()> {
    let mut calls = Calls::on(pool, "goods").await?;
    // Something may have changed before anybody listened.
    answered(store::read(pool, goods)).await?;
    loop {
        let Ok(called) = timeout(AT_LEAST, calls.next()).await else {
            answered(store::read(pool, goods)).await?;
            continue;
        };
        let called = called?;
        sleep(GATHER).await;
        if called.iter().chain(&calls.more()).any(|what| what != "stock") || called.is_none() {
            answered(store::read(pool, goods)).await?;
        } else {
            answered(store::read_stock(pool, goods)).await?;
        }
    }
}

async fn answered(question: impl Future<Output = sqlx::Result<()>>) -> sqlx::Result<()> {
    timeout(SILENT, question).await.map_err(|_| sqlx::Error::WorkerCrashed)?
}
