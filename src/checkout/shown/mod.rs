//! What a review page has shown: kept under a digest that the form carries, and compared when the order is placed.

pub mod contents;
pub mod drift;
pub mod changes;
pub mod store;

pub use contents::{Shown, ShownLine, ShownPickUp};
