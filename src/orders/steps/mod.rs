//! An order moves on in its life: one step at a time, with its event.

pub mod store;
pub mod step;

pub use step::{Step, step};
