//! Which orders wait for the carrier, by their numbers, and where orders go, for the merchant's list.

pub mod destination;
pub mod store;

pub use destination::Destination;
