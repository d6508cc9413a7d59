//! Postal addresses: what they are made of, their one flat form, and those that are somebody's own, never a pick-up point.
//! Reading order: `address`, `fields`, `own`.

mod address;
mod fields;
mod own;

pub use address::{Address, Country, Party, Person, Postcode, Title, joined};
pub use fields::{Fields, Whose};
pub use own::OwnAddress;
