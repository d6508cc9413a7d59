//! The pick-up points: what they are, when they are open, which parcels they take, and how one is found and chosen.
//! Reading order: `kind`, `hours`, `point`, `filter`, `parcel`, `distance`, `place`, `places`, `points`, `search`, `choice`,
//! `import`, `store`.

pub mod kind;
pub mod hours;
pub mod point;
pub mod filter;
pub mod parcel;
pub mod distance;
pub mod place;
pub mod places;
pub mod points;
pub mod search;
pub mod choice;
pub mod import;
pub mod store;

pub use filter::Filter;
pub use hours::Hours;
pub use kind::Kind;
pub use parcel::{Item, Misfit, Parcel, fit};
pub use point::Point;
pub use points::Points;
