//! Labels of many orders in one file: which orders, in which order, and the drawing beside the requests (docs/label.md).

pub mod chosen;
pub mod store;
pub mod paper;

pub use chosen::{Chosen, MOST, Unchosen};
