//! Which order a call to Post was made for.

pub mod store;
