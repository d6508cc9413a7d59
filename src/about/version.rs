//! Which terms an order agrees to.

use chrono::NaiveDate;

/// The version of the terms that an order agrees to; moves whenever their text does.
pub const TERMS: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 29).expect("the 29th of November");
