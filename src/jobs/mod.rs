//! Work beside the requests: typed jobs in Postgres, done by one instance at a time, at least once (docs/jobs.md).

pub mod job;
pub mod wanted;
pub mod store;
pub mod schedule;
pub mod crew;
pub mod worker;

pub use crew::Crew;
pub use job::{Fault, Job, Patience};
pub use schedule::Schedule;
pub use wanted::Wanted;
pub use worker::Worker;
