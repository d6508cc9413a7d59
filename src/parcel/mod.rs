//! What shall be sent together: whether a point takes it, and what its carriage costs.

pub mod packing;
pub mod misfit;
pub mod fit;
pub mod split;
pub mod tariff;

pub use fit::{Item, Parcel, fit};
pub use misfit::Misfit;
pub use split::split;
