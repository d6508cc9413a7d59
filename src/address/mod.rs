//! Postal addresses: what they are made of, their one flat form, and those that are somebody's own, never a pick-up point.

mod postal;
mod fields;
mod own;

pub use fields::{Fields, Whose};
pub use own::OwnAddress;
pub use postal::{Address, Country, Party, Person, Postcode, Title, joined};
