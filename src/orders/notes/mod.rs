//! What merchants write down about an order, for themselves and each other.

pub mod note;
pub mod store;

pub use note::{LONGEST, Note};
