//! Where the points come from: a file or the carrier's location service, what taking their data changes, and who keeps them
//! fresh.

pub mod changes;
pub mod store;
pub mod import;
pub mod refresh;
pub mod keeper;
