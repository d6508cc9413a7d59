//! What Post has seen of the parcels: which are asked about and when, and every scan that was told.

pub mod pace;
pub mod store;
pub mod follow;

pub use follow::{Follower, Seen, Untold};
pub use pace::Pace;
