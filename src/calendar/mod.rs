//! The Swiss calendar: Easter, the holidays of the cantons, and the days on which parcels move. Knows no shop.

pub mod easter;
pub mod holiday;
pub mod working_day;
pub mod published;

pub use easter::easter;
pub use holiday::{Holiday, holiday, is_in_zuerich};
pub use published::Calendar;
