//! Being built.
pub mod sessions;
