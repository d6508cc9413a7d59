//! Buckets that refill steadily, of this instance alone and in memory: for what is asked too often to ask the database.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// More visitors at once are not told apart: a few megabytes at most.
const MOST: usize = 20_000;

/// By key: when the bucket will be full again, in milliseconds since 1970.
#[derive(Clone, Debug, Default)]
pub struct Buckets(Arc<Mutex<HashMap<String, i64>>>);

impl Buckets {
    /// Takes one from a bucket of `burst` that refills one in `every` milliseconds. Gives how many milliseconds to wait
    /// where it is empty.
    ///
    /// # Errors
    /// How long to wait.
    pub fn take(&self, key: String, (burst, every): (i64, i64), now: i64) -> Result<(), i64> {
        let mut buckets = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= MOST && !buckets.contains_key(&key) {
            buckets.retain(|_, full_at| *full_at > now);
            if buckets.len() >= MOST {
                // Rather everybody anew than memory without end.
                buckets.clear();
            }
        }
        let full_at = buckets.entry(key).or_insert(now);
        let span = burst * every;
        // Emptier than can be: written before the clock was set back.
        *full_at = if *full_at > now + span { now } else { (*full_at).max(now) };
        if *full_at + every > now + span {
            return Err(*full_at + every - span - now);
        }
        *full_at += every;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{Buckets, MOST};

    #[test]
    fn a_bucket_gives_its_burst_and_then_one_by_one() {
        let buckets = Buckets::default();
        let take = |now| buckets.take("a".into(), (3, 100), now);
        assert_eq!([take(0), take(0), take(0)], [Ok(()); 3]);
        assert_eq!(take(0), Err(100));
        assert_eq!(take(60), Err(40));
        assert_eq!((take(100), take(100)), (Ok(()), Err(100)));
        assert_eq!(buckets.take("b".into(), (3, 100), 100), Ok(()), "somebody else");
        assert_eq!(take(-1_000_000), Ok(()), "the clock was set back");
    }

    #[test]
    fn a_crowd_takes_no_memory_without_end() {
        let buckets = Buckets::default();
        for visitor in 0..3 * MOST {
            let _ = buckets.take(visitor.to_string(), (3, 100), 0);
        }
        assert!(buckets.0.lock().expect("unbroken").len() <= MOST);
    }
}
