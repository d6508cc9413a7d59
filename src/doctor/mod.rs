//! Looks whether everything the shop needs is there, a line for each thing, with what to do. It changes nothing: the database
//! is not migrated, and the real Post is only asked for what does nothing. One file for each check.

pub mod finding;
pub mod beside;
pub mod settings;
pub mod listeners;
pub mod database;
pub mod points;
pub mod jobs;
pub mod post;
pub mod mail;
pub mod breaker;
pub mod trial;
pub mod round;

pub use round::{Trial, go_round};
