//! Another point after the order, or another person who collects: who may choose, among which points, and what comes of it.

pub mod may;
pub mod search;
pub mod choose;
pub mod correct;

pub use choose::{Chosen, choose};
pub use correct::{Corrected, correct};
pub use may::May;
pub use search::At;
