//! From what was typed to the points around it: the index of all points, the place that was meant, what lies near it.

pub mod filter;
pub mod index;
pub mod points;
pub mod origin;
pub mod numbers;
pub mod locate;
pub mod found;
pub mod suggest;

pub use filter::Filter;
pub use found::{Found, Hit, PAGE_SIZE, Wanted, search};
pub use index::Index;
pub use origin::Origin;
pub use points::{Age, Points, Shown};
