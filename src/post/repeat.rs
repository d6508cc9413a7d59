//! When Post is asked a second time, and how long it is left in peace before. Only operations that name `repeats` are asked
//! again at all (`operation`), and never after a timeout: then the time is over.

use std::time::Duration;

use chrono::{DateTime, Utc};

use crate::carrier::CarrierError;
use crate::ids::Random;

/// Before a question is repeated, at least.
const PAUSE: Duration = Duration::from_millis(100);
/// And at random up to so much longer, so that those who failed together do not come back together.
const JITTER: Duration = Duration::from_millis(200);
/// What must be left of the time for an answer; with less nobody is kept waiting for a second one.
const LEAST: Duration = Duration::from_millis(500);

/// Why one question came to nothing, and when Post wants the next one.
#[derive(Debug)]
pub struct Setback {
    /// What went wrong.
    pub error: CarrierError,
    /// `Retry-After`, where Post said it.
    pub after: Option<Duration>,
}

impl From<CarrierError> for Setback {
    fn from(error: CarrierError) -> Self {
        Self { error, after: None }
    }
}

impl Setback {
    /// How long to wait before asking again, with so much time left; `None` where it is given up: because it would fail
    /// again, because nobody knows when it would not, or because Post wants to be asked later than anybody waits.
    pub(super) fn pause(&self, left: Duration, random: &Random) -> Option<Duration> {
        let pause = match (&self.error, self.after) {
            (CarrierError::Unreachable | CarrierError::Down(_) | CarrierError::Busy, Some(after)) => after,
            (CarrierError::Unreachable | CarrierError::Down(_), None) => PAUSE,
            _ => return None,
        };
        let share = f64::from(u16::from_le_bytes(random.bytes())) / f64::from(u16::MAX);
        let pause = pause.saturating_add(JITTER.mul_f64(share));
        (pause.saturating_add(LEAST) <= left).then_some(pause)
    }
}

/// Reads `Retry-After`: seconds, or a moment (RFC 9110 section 10.2.3).
pub(super) fn retry_after(text: &str, now: DateTime<Utc>) -> Option<Duration> {
    if let Ok(seconds) = text.trim().parse::<u32>() {
        return Some(Duration::from_secs(seconds.into()));
    }
    let moment = DateTime::parse_from_rfc2822(text.trim()).ok()?;
    Some((moment.to_utc() - now).to_std().unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::time::Duration;

    use chrono::DateTime;

    use super::{JITTER, LEAST, PAUSE, Setback, retry_after};
    use crate::carrier::CarrierError;
    use crate::ids::Random;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn what_may_pass_is_asked_again_after_a_pause_that_is_never_the_same() {
        let random = Random::seeded(7);
        for error in [CarrierError::Unreachable, CarrierError::Down(503)] {
            let setback = Setback::from(error);
            let pauses: BTreeSet<_> = (0..50).filter_map(|_| setback.pause(3 * SECOND, &random)).collect();
            assert!(pauses.len() > 40 && pauses.iter().all(|p| (PAUSE..=PAUSE + JITTER).contains(p)));
            assert_eq!(setback.pause(LEAST, &random), None, "nobody waits for what cannot come in time");
        }
    }

    #[test]
    fn what_would_fail_again_is_given_up() {
        for error in [
            CarrierError::Timeout,
            CarrierError::Refused(400),
            CarrierError::Unauthorised,
            CarrierError::Nonsense("a page"),
            CarrierError::Paused,
            CarrierError::Crowded,
        ] {
            let told = format!("{error}");
            let setback = Setback { error, after: Some(Duration::ZERO) };
            assert_eq!(setback.pause(3 * SECOND, &Random::seeded(7)), None, "{told}");
        }
        assert_eq!(Setback::from(CarrierError::Busy).pause(3 * SECOND, &Random::seeded(7)), None);
    }

    #[test]
    fn post_is_left_in_peace_as_long_as_it_says_or_given_up() {
        let random = Random::seeded(7);
        for error in [CarrierError::Busy, CarrierError::Down(503)] {
            let setback = Setback { error, after: Some(SECOND) };
            let pause = setback.pause(3 * SECOND, &random).expect("it fits");
            assert!((SECOND..=SECOND + JITTER).contains(&pause), "{pause:?}");
            assert_eq!(setback.pause(SECOND + LEAST - JITTER, &random), None);
        }
        let for_ever = Setback { error: CarrierError::Busy, after: Some(Duration::MAX) };
        assert_eq!(for_ever.pause(3 * SECOND, &random), None);
    }

    #[test]
    fn retry_after_is_seconds_or_a_moment() {
        let now = DateTime::from_timestamp(1_800_000_000, 0).expect("a moment");
        for (text, seconds) in [
            ("2", Some(2)),
            (" 0 ", Some(0)),
            ("Fri, 15 Jan 2027 08:00:02 GMT", Some(2)),
            ("Fri, 15 Jan 2027 07:00:00 GMT", Some(0)),
            ("soon", None),
            ("-1", None),
            ("1.5", None),
            ("", None),
        ] {
            assert_eq!(retry_after(text, now), seconds.map(Duration::from_secs), "{text}");
        }
    }
}
