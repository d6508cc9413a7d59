//! What was meant by the words of a search.

use std::sync::Arc;

use crate::gazetteer::Place;
use crate::pickup::Point;

/// Where the distances are measured from.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// The place that was meant.
    Place(Place),
    /// The place beside a street that is not known: its middle.
    Street(Place),
    /// A station or a stop.
    Stop(&'static str, (f64, f64)),
    /// A point whose name or address was typed.
    Point(Arc<Point>),
    /// The postcode is possible but not known; this is the place of the nearest known number.
    Nearest(Place),
    /// Nothing is called so.
    Unknown,
}

impl Origin {
    /// Degrees north and east.
    #[must_use]
    pub fn position(&self) -> Option<(f64, f64)> {
        match self {
            Self::Place(place) | Self::Street(place) | Self::Nearest(place) => Some(place.position),
            Self::Stop(_, position) => Some(*position),
            Self::Point(point) => Some((point.lat, point.lon)),
            Self::Unknown => None,
        }
    }
}
