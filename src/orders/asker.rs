//! Who asks Post about orders that were placed: whether a User ID is known by now, or for another mandate.

use chrono::TimeDelta;

use crate::config::PostSettings;
use crate::ground::Ground;
use crate::post::Carrier;

/// What it takes to ask, and to announce the parcel that the answer allows.
#[derive(Clone, Debug)]
pub struct Asker {
    /// Where orders are, and the present.
    pub ground: Ground,
    /// Whom to ask.
    pub carrier: Carrier,
    /// The franking licence, which an ident code begins with.
    pub licence: String,
    /// So long a parcel's data are held before they go to Post.
    pub hold: TimeDelta,
}

impl Asker {
    /// As the settings have it.
    #[must_use]
    pub fn new(ground: &Ground, carrier: &Carrier, post: &PostSettings) -> Self {
        Self {
            ground: ground.clone(),
            carrier: carrier.clone(),
            licence: post.franking_licence.clone(),
            hold: post.hold,
        }
    }
}
