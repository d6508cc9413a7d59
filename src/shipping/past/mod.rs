//! What happened on an order's way through shipping, read at once.

pub mod store;

pub use store::Past;
