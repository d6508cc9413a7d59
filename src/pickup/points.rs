//! All points in memory, as the database holds them.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::pickup::{Kind, Point};

/// The points that can be searched. Cheap to share; replaced as a whole when the data change.
#[derive(Clone, Debug, Default)]
pub struct Points(Arc<Inner>);

#[derive(Debug, Default)]
struct Inner {
    points: Vec<Arc<Point>>,
    by_id: HashMap<String, Arc<Point>>,
    as_of: NaiveDate,
    synthetic: bool,
}

impl Points {
    /// Points with the day of their data, and whether they are invented.
    #[must_use]
    pub fn new(points: Vec<Point>, as_of: NaiveDate, synthetic: bool) -> Self {
        let points: Vec<Arc<Point>> = points.into_iter().map(Arc::new).collect();
        let by_id = points.iter().map(|point| (point.id.to_string(), Arc::clone(point))).collect();
        Self(Arc::new(Inner { points, by_id, as_of, synthetic }))
    }

    /// A point by its id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<Arc<Point>> {
        self.0.by_id.get(id).cloned()
    }

    /// All points.
    #[must_use]
    pub fn all(&self) -> &[Arc<Point>] {
        &self.0.points
    }

    /// How many points of a kind there are.
    #[must_use]
    pub fn count(&self, kind: Kind) -> usize {
        self.0.points.iter().filter(|point| point.kind == kind).count()
    }

    /// The day of the data.
    #[must_use]
    pub fn as_of(&self) -> NaiveDate {
        self.0.as_of
    }

    /// Whether these are demonstration points; the pages then say so.
    #[must_use]
    pub fn synthetic(&self) -> bool {
        self.0.synthetic
    }
}
