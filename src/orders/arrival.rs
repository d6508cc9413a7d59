//! When a parcel arrives, as far as anybody knows.

use chrono::NaiveDate;

/// When a parcel arrives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// On this day, as far as is known.
    On(NaiveDate),
    /// Nobody knows before Post has answered.
    Unknown,
    /// It is there, and waits to be collected.
    There,
    /// Somebody has it, or it comes no more.
    Over,
}
