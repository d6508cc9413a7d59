//! The places of Switzerland and Liechtenstein: postcodes, towns, cantons, stations and stops, and how far apart they are.
//! It knows no shop: what is to be found around a place is for others to say.

pub mod name;
pub mod canton;
pub mod distance;
pub mod place;
pub mod places;
pub mod stop;

pub use place::Place;
pub use places::Places;
pub use stop::{Stop, Stops};
