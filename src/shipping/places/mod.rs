//! Where orders go and went: the versions of their deliveries in short.

pub mod store;
