//! The shop's clock. Time is passed in, so that a test can stand still on any day.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Europe::Zurich;

/// Where "now" comes from.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// The machine's clock.
    #[default]
    System,
    /// Seconds since 1970 (UTC), moved by hand.
    Fixed(Arc<AtomicI64>),
}

impl Clock {
    /// A clock that stands at `at` until it is moved.
    #[must_use]
    pub fn fixed(at: DateTime<Utc>) -> Self {
        Self::Fixed(Arc::new(AtomicI64::new(at.timestamp())))
    }

    /// The present moment in UTC.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
            Self::System => Utc::now(),
            Self::Fixed(seconds) => {
                DateTime::from_timestamp(seconds.load(Ordering::Relaxed), 0).unwrap_or_default()
            }
        }
    }

    /// Moves a fixed clock; the machine's clock stays as it is.
    pub fn advance(&self, seconds: i64) {
        if let Self::Fixed(at) = self {
            at.fetch_add(seconds, Ordering::Relaxed);
        }
    }

    /// The present moment as clocks on Swiss walls show it.
    #[must_use]
    pub fn swiss(&self) -> NaiveDateTime {
        swiss(self.now())
    }
}

/// A moment as clocks on Swiss walls show it (Europe/Zurich, summer time included).
#[must_use]
pub fn swiss(at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&Zurich).naive_local()
}
