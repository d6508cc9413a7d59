//! Parcels that get their numbers, each with what lies in it.

pub mod store;
