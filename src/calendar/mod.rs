//! The Swiss calendar: Easter, the holidays of the cantons, and the days on which parcels move. Knows no shop.

pub mod easter;
pub mod holiday;
pub mod working_day;

pub use easter::easter;
pub use holiday::{Holiday, holiday};
pub use working_day::next_working_day;
