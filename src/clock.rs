//! The shop's clock. Time is passed in, so that a test can stand still on any day.

use std::sync::Arc;

use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Europe::Zurich;
use tokio::sync::watch::{Receiver, Sender};

/// Where "now" comes from.
#[derive(Clone, Debug, Default)]
pub enum Clock {
    /// The machine's clock.
    #[default]
    System,
    /// Seconds since 1970 (UTC), moved by hand.
    Fixed(Arc<Sender<i64>>),
}

impl Clock {
    /// A clock that stands at `at` until it is moved.
    #[must_use]
    pub fn fixed(at: DateTime<Utc>) -> Self {
        Self::Fixed(Arc::new(Sender::new(at.timestamp())))
    }

    /// The present moment in UTC.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        match self {
            #[expect(clippy::disallowed_methods, reason = "the one place that asks the machine")]
            Self::System => Utc::now(),
            Self::Fixed(seconds) => DateTime::from_timestamp(*seconds.borrow(), 0).unwrap_or_default(),
        }
    }

    /// Moves a fixed clock; the machine's clock stays as it is.
    pub fn advance(&self, seconds: i64) {
        if let Self::Fixed(at) = self {
            at.send_modify(|at| *at += seconds);
        }
    }

    /// Tells from now on when the clock is moved.
    #[must_use]
    pub fn moves(&self) -> Moves {
        Moves(match self {
            Self::System => None,
            Self::Fixed(at) => Some(at.subscribe()),
        })
    }

    /// The present moment as clocks on Swiss walls show it.
    #[must_use]
    pub fn swiss(&self) -> NaiveDateTime {
        swiss(self.now())
    }
}

/// Tells when a clock is moved; the machine's never is.
#[derive(Debug)]
pub struct Moves(Option<Receiver<i64>>);

impl Moves {
    /// Waits until it is moved; if it was since the last time, not at all.
    pub async fn next(&mut self) {
        let moved = match &mut self.0 {
            Some(at) => at.changed().await.is_ok(),
            None => false,
        };
        if !moved {
            std::future::pending::<()>().await;
        }
    }
}

/// A moment as clocks on Swiss walls show it (Europe/Zurich, summer time included).
#[must_use]
pub fn swiss(at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&Zurich).naive_local()
}
