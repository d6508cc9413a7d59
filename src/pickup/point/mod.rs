//! One pick-up point: its record, its week, when its door is really open, and how long it keeps a parcel.

pub mod hours;
pub mod record;
pub mod opening;
pub mod waiting;

pub use hours::Hours;
pub use record::Point;
pub use waiting::deadline;
