//! Puts the parts together: the one room that knows every subject.

mod frame;
pub mod probes;
pub mod serve;
pub mod jobs;
pub mod tasks;
mod samples;
pub mod shop;

pub use samples::samples;
pub use shop::{Running, StartError, listen, start};
