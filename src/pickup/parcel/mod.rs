//! What shall be sent together, and whether a point takes it.

pub mod packing;
pub mod misfit;
pub mod fit;
pub mod split;

pub use fit::{Item, Parcel, fit};
pub use misfit::Misfit;
pub use split::split;
