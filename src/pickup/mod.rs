//! The pick-up points: what they are and when they are open, which parcels they take, how one is found and chosen, and
//! where their data come from.

pub mod point;
pub mod search;
pub mod feed;
pub mod jobs;
pub mod finder;

pub use crate::carrier::Kind;
pub use crate::parcel::{Item, Misfit, Parcel, fit, split};
pub use point::{Hours, Point, deadline};
pub use search::{Filter, Index, Points};
