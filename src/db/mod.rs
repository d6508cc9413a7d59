//! The database: found, started, migrated, and connected to under the application's own role.
//! Reading order: `binaries`, `fetch`, `embedded`, `database`, `sessions`, `address_row`.

pub mod binaries;
pub mod fetch;
pub mod embedded;
pub mod database;
pub mod sessions;
pub mod address_row;

pub use database::{Database, OpenError};

/// A row that the database's own checks should have made impossible.
pub fn unreadable(what: impl std::fmt::Display) -> sqlx::Error {
    sqlx::Error::Decode(what.to_string().into())
}
