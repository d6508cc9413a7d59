//! The pick-up points: what they are, when they are open, which parcels they take, how one is found and chosen, and
//! where their data come from. Reading order: `canton`, `hours`, `point`, `holiday`, `opening`, `filter`, `packing`,
//! `parcel`; then `distance`, `place`, `places`, `stop`, `index`, `points`, `locate`, `search`,
//! `suggest`, `choice`; then `feed`, `store`, `import`, `refresh`, `keeper`.

pub mod canton;
pub mod hours;
pub mod point;
pub mod holiday;
pub mod opening;
pub mod filter;
pub mod packing;
pub mod parcel;
pub mod distance;
pub mod place;
pub mod places;
pub mod stop;
pub mod index;
pub mod points;
pub mod locate;
pub mod search;
pub mod suggest;
pub mod choice;
pub mod feed;
pub mod store;
pub mod import;
pub mod refresh;
pub mod keeper;

pub use crate::carrier::Kind;
pub use filter::Filter;
pub use hours::Hours;
pub use index::Index;
pub use parcel::{Item, Misfit, Parcel, fit};
pub use point::Point;
pub use points::Points;
