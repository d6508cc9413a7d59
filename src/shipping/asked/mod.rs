//! What Post was asked about a mandate, and what came of it.

pub mod store;
