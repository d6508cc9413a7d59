//! Points as the carrier's location service tells of them: a list of all, and what only a point's own page says.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::carrier::Kind;

/// All points, as the list has them.
#[derive(Clone, Debug)]
pub struct Listing {
    /// Whether the service says that its points are invented.
    pub synthetic: bool,
    /// The points, by id.
    pub points: Vec<Listed>,
}

/// A point of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// The carrier's id.
    pub id: String,
    /// What is offered there.
    pub kind: Kind,
    /// What sort of place it is.
    pub place: Place,
    /// Name.
    pub name: String,
    /// Street with number.
    pub street: String,
    /// Postcode.
    pub postcode: String,
    /// Town.
    pub town: String,
    /// Degrees north and east (WGS 84).
    pub position: (f64, f64),
    /// Whether it is reached without steps.
    pub step_free: bool,
}

/// Where a point stands. The JSON form is that of the points' data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// At a branch of the carrier's own.
    Branch,
    /// At the counter of a partner, such as a grocer's.
    Partner,
    /// At another counter.
    ServicePoint,
    /// At a terminal.
    Terminal,
}

/// From and until, as `08:00`.
pub type Slice = (String, String);

/// A text by language.
pub type Texts = BTreeMap<String, String>;

/// What the list does not carry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Details {
    /// Canton, two letters.
    pub canton: String,
    /// The usual week from Monday.
    pub week: [Vec<Slice>; 7],
    /// Days with hours of their own, with the reason.
    pub days: Vec<(NaiveDate, Vec<Slice>, Texts)>,
    /// First and last day of a closure.
    pub closed: Option<(NaiveDate, NaiveDate)>,
    /// Why it is closed.
    pub info: Texts,
    /// How the point is found once one is there.
    pub note: Texts,
}
