//! The points that parcels are to go to are watched: an order whose point closes or vanishes is held before its parcel goes out.

pub mod watcher;
pub mod jobs;

pub use watcher::Watcher;
