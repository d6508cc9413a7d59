//! The points of this moment, shared by all workers and replaced as a whole when the data change.

use std::ops::Deref;
use std::sync::{Arc, Mutex, PoisonError, RwLock, Weak};

use chrono::{DateTime, NaiveDate, Utc};

use crate::clock::swiss;
use crate::pickup::search::Index;
use crate::pickup::{Kind, Point};

/// The points that can be searched. Cheap to share: every copy shows the same points.
#[derive(Clone, Debug, Default)]
pub struct Points(Arc<RwLock<Arc<Shown>>>);

/// What is shown in this process, by the sum of its points: a second shop with the same ones, or a look that finds them
/// unchanged, needs no second index.
static INDEXES: Mutex<Vec<(String, Weak<Index>)>> = Mutex::new(Vec::new());

/// The points of one moment, with their age.
#[derive(Debug, Default)]
pub struct Shown {
    age: Age,
    index: Arc<Index>,
}

/// Where the points come from and how old they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Age {
    /// Moves with every change of the points in the database.
    pub version: i64,
    /// The moment of the data.
    pub data_at: DateTime<Utc>,
    /// Whether the points are invented.
    pub synthetic: bool,
    /// Whether the last refresh brought nothing: the service did not answer, or its answer was refused.
    pub troubled: bool,
}

impl Shown {
    /// Indexes points of an age.
    #[must_use]
    pub fn new(points: Vec<Point>, age: Age) -> Self {
        Self { age, index: Arc::new(Index::new(points)) }
    }

    /// The points of this sum, where somebody in this process shows them.
    #[must_use]
    pub fn alike(sum: &str, age: Age) -> Option<Self> {
        let known = INDEXES.lock().unwrap_or_else(PoisonError::into_inner);
        let index = known.iter().filter(|(of, _)| of == sum).find_map(|(_, index)| index.upgrade())?;
        Some(Self { age, index })
    }

    /// Remembers that these points have this sum, for as long as somebody shows them.
    #[must_use]
    pub fn summed(self, sum: String) -> Self {
        let mut known = INDEXES.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|(_, index)| index.strong_count() > 0);
        known.push((sum, Arc::downgrade(&self.index)));
        self
    }

    /// The same points, which have turned out to be of another age.
    #[must_use]
    pub fn dated(&self, age: Age) -> Self {
        Self { age, index: Arc::clone(&self.index) }
    }

    /// Where the points come from and how old they are.
    #[must_use]
    pub fn age(&self) -> &Age {
        &self.age
    }

    /// The day of the data.
    #[must_use]
    pub fn as_of(&self) -> NaiveDate {
        swiss(self.age.data_at).date()
    }
}

impl Deref for Shown {
    type Target = Index;

    fn deref(&self) -> &Index {
        &self.index
    }
}

impl Points {
    /// Points to begin with.
    #[must_use]
    pub fn new(shown: Shown) -> Self {
        Self(Arc::new(RwLock::new(Arc::new(shown))))
    }

    /// The points of this moment. Who asks twice may get two answers: hold on to one for a page.
    #[must_use]
    pub fn now(&self) -> Arc<Shown> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Shows other points from now on.
    pub fn replace(&self, shown: Shown) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(shown);
    }

    /// A point by its id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<Arc<Point>> {
        self.now().get(id).cloned()
    }

    /// How many points of a kind there are.
    #[must_use]
    pub fn count(&self, kind: Kind) -> usize {
        self.now().count(kind)
    }
}
