//! Payments that come in, and those that do not.

pub mod store;
