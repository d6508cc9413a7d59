//! A parcel: one of those that an order's delivery is sent in, and what Post has seen of it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Deserializer};
use uuid::Uuid;

use crate::carrier::Scan;
use crate::label::IdentCode;
use crate::shipping::Delivery;
use crate::shipping::progress::Progress;

/// The newest delivery of an order, as it is sent.
#[derive(Clone, Debug)]
pub struct Newest {
    /// Which one it is, counted from 1: one more each time the order goes elsewhere.
    pub version: i32,
    /// Where it goes.
    pub delivery: Delivery,
    /// Its parcels in their sequence, once they may carry labels.
    pub parcels: Vec<Parcel>,
}

/// A parcel with its ident code. It exists once it may carry a label (rule 2).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Parcel {
    /// Row id.
    pub id: Uuid,
    /// Which one of them, from 1.
    pub sequence: i16,
    /// How many they are.
    pub parcels: i16,
    /// What its goods weigh, in grams, where that was written down.
    pub weight_g: Option<i32>,
    /// What lies in it: lines of the order, from 1, each with how many pieces of it; none where that was not written down.
    pub items: Vec<(i16, i32)>,
    /// What it is sent with, by Post's codes; none where that was not written down yet.
    pub services: Vec<String>,
    /// What stands below the bars of its label.
    pub ident_code: IdentCode,
    /// When it got its ident code.
    pub announced_at: DateTime<Utc>,
    /// What Post has seen of it, oldest first, without what it took back.
    #[serde(deserialize_with = "scans")]
    pub scans: Vec<Scan>,
    /// Since when it is not to go out any more.
    pub withdrawn: Option<DateTime<Utc>>,
}

impl Parcel {
    /// How far it has come.
    #[must_use]
    pub fn progress(&self) -> Progress {
        Progress::of(&self.scans)
    }
}

fn scans<'de, D: Deserializer<'de>>(of: D) -> Result<Vec<Scan>, D::Error> {
    let pairs = Vec::<(DateTime<Utc>, String)>::deserialize(of)?;
    Ok(pairs.into_iter().map(|(at, code)| Scan { at, code }).collect())
}
