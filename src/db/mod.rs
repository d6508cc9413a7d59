//! The database: found, started, migrated, connected to under the application's own role, written out and loaded.
//! Reading order: `trust`, `home`; `packages`, `fetch`, `binaries`; `hba`, `cluster`, `log`, `postmaster`, `login`,
//! `health`, `supervisor`, `embedded`; `programs`, `reach`; `pulse`, `pools`, `calls`, `database`, `turns`, `sessions`,
//! `limits`; `archive`, `tables`, `backup`, `restore`.

pub mod trust;
pub mod home;
pub mod packages;
pub mod fetch;
pub mod binaries;
pub mod hba;
pub mod cluster;
pub mod log;
pub mod postmaster;
pub mod login;
pub mod health;
pub mod supervisor;
pub mod embedded;
pub mod programs;
pub mod reach;
pub mod pulse;
pub mod pools;
pub mod calls;
pub mod database;
pub mod turns;
pub mod sessions;
pub mod limits;
pub mod archive;
pub mod tables;
pub mod backup;
pub mod restore;

pub use database::{Database, OpenError};

/// A row that the database's own checks should have made impossible.
pub fn unreadable(what: impl std::fmt::Display) -> sqlx::Error {
    sqlx::Error::Decode(what.to_string().into())
}

/// Whether another transaction holds what was asked for without waiting, or was in the way otherwise: the same again in
/// a moment will do. Codes: lock not available, deadlock, serialization failure.
#[must_use]
pub fn is_held(error: &sqlx::Error) -> bool {
    let code = error.as_database_error().and_then(sqlx::error::DatabaseError::code);
    code.is_some_and(|code| ["55P03", "40P01", "40001"].contains(&&*code))
}

/// Whether a statement was stopped because it took longer than it may.
#[must_use]
pub fn is_too_slow(error: &sqlx::Error) -> bool {
    error.as_database_error().and_then(sqlx::error::DatabaseError::code).is_some_and(|code| code == "57014")
}

/// So many rows a batch of a sweep takes: some milliseconds, far from the statement's timeout, and no lock is held long.
/// The statements carry it as a literal, and ask for an array: Postgres would else plan for a tenth of the table, and read
/// all of it.
const BATCH: u64 = 500;

/// Sweeps batch by batch until one is not full; gives how many rows went. What another instance is sweeping is skipped.
///
/// # Errors
/// When the database does not answer; what was swept before stays swept.
pub async fn sweep(mut batch: impl AsyncFnMut() -> sqlx::Result<u64>) -> sqlx::Result<u64> {
    let mut gone = 0;
    loop {
        let more = batch().await?;
        gone += more;
        if more < BATCH {
            return Ok(gone);
        }
    }
}

/// Whether the database could not be reached, or is not taking anything just now (starting, stopping, a standby, a full
/// disk): what was asked may be asked again later, as against a fault of ours, which would fail again.
/// Codes: PostgreSQL, appendix A.
#[must_use]
pub fn is_unreachable(error: &sqlx::Error) -> bool {
    match error {
        sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::Protocol(_)
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed
        | sqlx::Error::BeginFailed => true,
        sqlx::Error::Database(error) => error.code().is_some_and(|code| {
            // Connection lost; out of connections, memory or disk; stopped or starting; a standby takes no writes.
            ["08", "53", "57P", "58"].iter().any(|class| code.starts_with(class)) || code == "25006"
        }),
        _ => false,
    }
}
