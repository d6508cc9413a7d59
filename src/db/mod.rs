//! The database: found, started, migrated, connected to under the application's own role, written out and loaded.

pub mod errors;
pub mod batches;

// The embedded Postgres.
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

// Where it is, one's own or the embedded one, and how it is entered.
pub mod reach;
pub mod pulse;
pub mod lines;
pub mod pools;
pub mod calls;
pub mod database;

// What is asked of it here.
pub mod turns;
pub mod sessions;
pub mod limits;

// Written out and loaded, and looked at.
pub mod archive;
pub mod tables;
pub mod look;
pub mod backup;
pub mod restore;

pub use batches::{sweep, sweep_through};
pub use database::{Database, OpenError};
pub use errors::{is_held, is_too_slow, is_unreachable, unreadable};
