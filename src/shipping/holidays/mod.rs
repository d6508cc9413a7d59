//! The carrier's holidays as it publishes them: kept in the database by a job, and in memory by every instance.

pub mod store;
pub mod refresh;
pub mod keeper;
