//! A parcel: one of those that an order's delivery is sent in.

use chrono::{DateTime, Utc};
use serde::Deserialize;
use uuid::Uuid;

use crate::label::IdentCode;

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
}
