//! Whether the database takes orders just now: answers, is a primary with the newest tables, and has room on its disk.

use std::path::{Path, PathBuf};
use std::time::Duration;

use sqlx::PgPool;

use crate::db::login;

/// Less than one piece of its journal (WAL): Postgres stops where it cannot begin the next one.
const LEAST_ROOM: u64 = 16 << 20;

/// What is looked at. Of a Postgres of one's own the disk is not: it is another machine's.
#[derive(Clone, Debug)]
pub struct Health {
    pool: PgPool,
    disk: Option<PathBuf>,
}

/// Why the shop is not ready, in a few words for whoever looks after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotReady {
    /// It cannot be reached, or lacks a table.
    #[error("the database does not answer")]
    NoAnswer,
    /// Nothing more can be written.
    #[error("the disk is full")]
    DiskFull,
    /// It copies another one, and takes no writes.
    #[error("the database is a standby")]
    Standby,
}

impl Health {
    /// Of a database, and of the folder of its data where that is on this machine.
    #[must_use]
    pub fn new(pool: PgPool, disk: Option<PathBuf>) -> Self {
        Self { pool, disk }
    }

    /// The same over a pool of another thread.
    #[must_use]
    pub fn over(self, pool: PgPool) -> Self {
        Self { pool, ..self }
    }

    /// Looks; takes a second at most.
    ///
    /// # Errors
    /// [`NotReady`].
    pub async fn look(&self) -> Result<(), NotReady> {
        // First, since a Postgres on a full disk does not answer either.
        if self.disk.as_deref().is_some_and(is_full) {
            return Err(NotReady::DiskFull);
        }
        match tokio::time::timeout(Duration::from_secs(1), self.is_standby()).await {
            Ok(Ok(true)) => Err(NotReady::Standby),
            Ok(Ok(false)) => Ok(()),
            _ => Err(NotReady::NoAnswer),
        }
    }

    /// Whether the database, which has our tables, takes no orders.
    async fn is_standby(&self) -> sqlx::Result<bool> {
        let mut connection = self.pool.acquire().await?;
        let known = sqlx::query_scalar!(r#"select to_regclass('payment') is not null as "known!""#);
        if !known.fetch_one(&mut *connection).await? {
            return Err(super::unreadable("the newest tables are missing"));
        }
        login::is_standby(&mut connection).await
    }
}

/// Whether the disk below a folder has no room for what Postgres must be able to write. A disk that cannot be asked is
/// not full.
#[must_use]
pub fn is_full(folder: &Path) -> bool {
    rustix::fs::statvfs(folder).is_ok_and(|disk| {
        disk.f_bavail.saturating_mul(disk.f_frsize) < LEAST_ROOM || (disk.f_files > 0 && disk.f_favail == 0)
    })
}
