//! What leaves the house on a day.

pub mod store;
