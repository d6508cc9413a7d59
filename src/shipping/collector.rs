//! The person who collects: a human being with a home of their own, and how Post tells them.

use serde::{Deserialize, Serialize};

use crate::address::{OwnAddress, Person};
use crate::carrier::Notify;

/// Who collects a parcel at a pick-up point. Post enrols this person, not the one who pays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Collector {
    /// Whose identity document is shown.
    pub person: Person,
    /// Where that person lives; never the point's address.
    pub home: OwnAddress,
    /// How Post says that the parcel is ready.
    pub notify: Notify,
}
