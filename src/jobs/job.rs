//! A job: whom it is about, what it needs, what it does, how often it is tried.

use chrono::TimeDelta;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A typed job. Its fields are what it is about: ids and numbers only, which the database checks; what it needs to know of
/// them it reads when it is done. It is done at least once, so that it must bear being done twice.
pub trait Job: Serialize + DeserializeOwned + 'static {
    /// What it is done with: the ground, a carrier.
    type Needs: Clone + 'static;
    /// Its name in the database, such as `refresh_points`; never given to another job.
    const KIND: &'static str;
    /// How often it is tried, and when again.
    const PATIENCE: Patience;

    /// Does it. Whoever it waits for, it holds no connection meanwhile.
    ///
    /// # Errors
    /// See [`Fault`].
    fn run(self, needs: Self::Needs) -> impl Future<Output = Result<(), Fault>>;
}

/// Why a try came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// The database did not answer or refused.
    #[error("the database failed: {0}")]
    Database(#[from] sqlx::Error),
    /// Another time it may go well. A word for the merchant's page, `job-fault-…` in the texts.
    #[error("{0}")]
    Again(&'static str),
    /// Another time it would go as badly.
    #[error("{0}, for good")]
    Hopeless(&'static str),
}

impl Fault {
    /// As the database writes it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Database(_) => "database",
            Self::Again(code) | Self::Hopeless(code) => code,
        }
    }

    /// Whether another try makes sense.
    #[must_use]
    pub fn may_pass(&self) -> bool {
        !matches!(self, Self::Hopeless(_))
    }
}

/// How often a job is tried, and the pauses in between, which double.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// Tries in all; after the last one it is dead.
    pub tries: i32,
    /// The pause after the first one.
    pub first: TimeDelta,
    /// No pause is longer, but for the jitter.
    pub longest: TimeDelta,
}

impl Patience {
    /// The pause after so many tries, at least one. `jitter` is random and makes it longer by up to a quarter, so that what
    /// failed together is not tried together.
    #[must_use]
    pub fn pause(&self, tries: i32, jitter: u16) -> TimeDelta {
        let doubled = self.first * 2_i32.pow(u32::try_from(tries - 1).unwrap_or(0).min(20));
        let pause = doubled.min(self.longest);
        pause + TimeDelta::milliseconds(pause.num_milliseconds() * i64::from(jitter) / (4 * 65_536))
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::Patience;

    const PATIENCE: Patience =
        Patience { tries: 9, first: TimeDelta::minutes(1), longest: TimeDelta::minutes(30) };

    #[test]
    fn pauses_double_up_to_the_longest() {
        let minutes = (1..=9).map(|tries| PATIENCE.pause(tries, 0).num_minutes());
        assert_eq!(minutes.collect::<Vec<_>>(), [1, 2, 4, 8, 16, 30, 30, 30, 30]);
        assert_eq!(PATIENCE.pause(i32::MAX, 0), TimeDelta::minutes(30));
        assert_eq!(PATIENCE.pause(0, 0), TimeDelta::minutes(1));
    }

    #[test]
    fn jitter_adds_up_to_a_quarter_and_the_next_pause_is_longer_still() {
        for tries in 1..5 {
            let (least, most) = (PATIENCE.pause(tries, 0), PATIENCE.pause(tries, u16::MAX));
            assert!(least < most && most <= least + least / 4, "{tries}");
            assert!(most < PATIENCE.pause(tries + 1, 0), "{tries}");
        }
    }
}
