//! Which orders wait for the carrier, by their numbers, and where orders go, for the merchant's list.

pub mod destination;
pub mod reason;
pub mod store;

pub use destination::Destination;
pub use reason::Reason;
