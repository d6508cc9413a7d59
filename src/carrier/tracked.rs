//! What the carrier has seen of a parcel.

use chrono::{DateTime, Utc};

/// A parcel, and what was scanned of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tracked {
    /// The ident code that was asked for, to the letter.
    pub ident_code: String,
    /// Oldest first; those that were taken back are left out.
    pub scans: Vec<Scan>,
    /// Those that were taken back.
    pub revoked: Vec<Scan>,
}

/// One scan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scan {
    /// When.
    pub at: DateTime<Utc>,
    /// The carrier's number for what happened: 2101 ready at a point, 2102 in a terminal, 2000 and 4000 delivered, 3600 on its
    /// way back.
    pub code: String,
}
