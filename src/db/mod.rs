//! The database: found, started, migrated, and connected to under the application's own role.
//! Reading order: `trust`, `home`; `binaries`, `fetch`; `hba`, `cluster`, `log`, `postmaster`, `health`, `supervisor`,
//! `embedded`; `login`, `database`, `sessions`, `address_row`.

pub mod trust;
pub mod home;
pub mod binaries;
pub mod fetch;
pub mod hba;
pub mod cluster;
pub mod log;
pub mod postmaster;
pub mod health;
pub mod supervisor;
pub mod embedded;
pub mod login;
pub mod database;
pub mod sessions;
pub mod address_row;

pub use database::{Database, OpenError};

/// A row that the database's own checks should have made impossible.
pub fn unreadable(what: impl std::fmt::Display) -> sqlx::Error {
    sqlx::Error::Decode(what.to_string().into())
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
        | sqlx::Error::PoolTimedOut
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
