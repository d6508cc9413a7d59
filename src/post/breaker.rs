//! The circuit breaker of one partner: three failures in a row open it for ten seconds, then single calls try, and two that
//! are answered close it. It stands between calls and Post only as long as it works itself (decision 23).

use std::sync::{Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

use crate::carrier::CarrierError;
use crate::clock::Clock;

/// So many failures in a row open it.
pub const FAILURES: u8 = 3;
/// So long it stays open.
pub const OPEN: TimeDelta = TimeDelta::seconds(10);
/// So many calls that are answered, one after the other, close it.
pub const SUCCESSES: u8 = 2;

/// Shared by all who ask the same partner.
#[derive(Debug)]
pub(super) struct Breaker {
    partner: &'static str,
    clock: Clock,
    /// Held for a look only, never while anything is awaited.
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    phase: Phase,
    /// Counts the phases: what was asked in an earlier one says nothing of this one.
    era: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Closed { failures: u8 },
    Open { since: DateTime<Utc> },
    HalfOpen { successes: u8, trying: bool },
}

/// What a call says of the partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// It is there, whether or not it did what it was asked for.
    There,
    /// It is not.
    Gone,
    /// Neither.
    Unclear,
}

/// Leave to ask once. Dropped without a word it counts as unclear, so that no call that was given up holds the breaker.
#[derive(Debug)]
pub(super) struct Leave<'a> {
    breaker: &'a Breaker,
    era: u64,
    verdict: Verdict,
}

impl Breaker {
    pub(super) fn new(partner: &'static str, clock: Clock) -> Self {
        let phase = Phase::Closed { failures: 0 };
        measure(partner, phase);
        Self { partner, clock, state: Mutex::new(State { phase, era: 0 }) }
    }

    /// Whether a call would be refused now. Changes nothing.
    pub(super) fn refuses(&self) -> bool {
        match self.look().phase {
            Phase::Closed { .. } => false,
            Phase::Open { since } => self.is_too_early(since),
            Phase::HalfOpen { trying, .. } => trying,
        }
    }

    /// Leave to ask.
    ///
    /// # Errors
    /// [`CarrierError::Paused`] while it is open, or half open with somebody else trying.
    pub(super) fn enter(&self) -> Result<Leave<'_>, CarrierError> {
        let mut state = self.look();
        match &mut state.phase {
            Phase::Closed { .. } => {}
            Phase::Open { since } if self.is_too_early(*since) => return Err(CarrierError::Paused),
            Phase::Open { .. } => self.turn(&mut state, Phase::HalfOpen { successes: 0, trying: true }),
            Phase::HalfOpen { trying: true, .. } => return Err(CarrierError::Paused),
            Phase::HalfOpen { trying, .. } => *trying = true,
        }
        Ok(Leave { breaker: self, era: state.era, verdict: Verdict::Unclear })
    }

    /// Also not when the clock was set back: nobody knows then how long it has been open.
    fn is_too_early(&self, since: DateTime<Utc>) -> bool {
        let now = self.clock.now();
        since <= now && now < since + OPEN
    }

    fn note(&self, era: u64, verdict: Verdict) {
        let mut state = self.look();
        if state.era != era {
            return;
        }
        let since = self.clock.now();
        match (state.phase, verdict) {
            (Phase::Closed { failures }, Verdict::Gone) if failures + 1 < FAILURES => {
                state.phase = Phase::Closed { failures: failures + 1 };
            }
            (Phase::Closed { .. } | Phase::HalfOpen { .. }, Verdict::Gone) => {
                tracing::warn!(partner = self.partner, "Post fails and is not asked for a while");
                metrics::counter!("post_breaker_openings_total", "partner" => self.partner).increment(1);
                self.turn(&mut state, Phase::Open { since });
            }
            (Phase::Closed { .. }, Verdict::There) => state.phase = Phase::Closed { failures: 0 },
            (Phase::HalfOpen { successes, .. }, Verdict::There) if successes + 1 == SUCCESSES => {
                tracing::info!(partner = self.partner, "Post answers again");
                self.turn(&mut state, Phase::Closed { failures: 0 });
            }
            (Phase::HalfOpen { successes, .. }, verdict) => {
                let successes = successes + u8::from(verdict == Verdict::There);
                state.phase = Phase::HalfOpen { successes, trying: false };
            }
            (Phase::Closed { .. }, Verdict::Unclear) | (Phase::Open { .. }, _) => {}
        }
    }

    fn turn(&self, state: &mut State, phase: Phase) {
        *state = State { phase, era: state.era + 1 };
        measure(self.partner, phase);
    }

    /// What a panic has left behind is taken as it is: three numbers that hold in any combination.
    fn look(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Leave<'_> {
    /// Says what came of the call. Who refuses or sends us away is there; nonsense may be anybody's; and what never got to
    /// the partner says nothing of it.
    pub(super) fn settle(mut self, error: Option<&CarrierError>) {
        self.verdict = match error {
            None | Some(CarrierError::Refused(_) | CarrierError::Unauthorised) => Verdict::There,
            Some(CarrierError::Timeout | CarrierError::Unreachable | CarrierError::Down(_)) => Verdict::Gone,
            Some(
                CarrierError::Nonsense(_) | CarrierError::Busy | CarrierError::Paused | CarrierError::Crowded,
            ) => Verdict::Unclear,
        };
    }
}

impl Drop for Leave<'_> {
    fn drop(&mut self) {
        self.breaker.note(self.era, self.verdict);
    }
}

/// Tells the metrics, by labels of two closed sets.
fn measure(partner: &'static str, phase: Phase) {
    let phase = match phase {
        Phase::Closed { .. } => "closed",
        Phase::Open { .. } => "open",
        Phase::HalfOpen { .. } => "half_open",
    };
    for state in ["closed", "half_open", "open"] {
        let here = f64::from(u8::from(state == phase));
        metrics::gauge!("post_breaker_state", "partner" => partner, "state" => state).set(here);
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::{Breaker, OPEN};
    use crate::carrier::CarrierError;
    use crate::clock::Clock;

    fn breaker() -> (Breaker, Clock) {
        let clock = Clock::fixed(DateTime::from_timestamp(1_800_000_000, 0).expect("a moment"));
        (Breaker::new("api", clock.clone()), clock)
    }

    fn call(breaker: &Breaker, error: Option<&CarrierError>) {
        breaker.enter().expect("leave").settle(error);
    }

    fn open() -> (Breaker, Clock) {
        let (breaker, clock) = breaker();
        for error in [CarrierError::Timeout, CarrierError::Unreachable, CarrierError::Down(500)] {
            call(&breaker, Some(&error));
        }
        assert!(breaker.refuses() && matches!(breaker.enter(), Err(CarrierError::Paused)));
        (breaker, clock)
    }

    #[test]
    fn only_failures_in_a_row_count_and_neither_refusals_nor_what_is_our_own_doing() {
        let (breaker, _) = breaker();
        for error in [None, Some(CarrierError::Refused(400)), Some(CarrierError::Unauthorised)] {
            for failed in [Some(&CarrierError::Timeout), Some(&CarrierError::Timeout), error.as_ref()] {
                call(&breaker, failed);
            }
        }
        for error in [
            CarrierError::Nonsense("a page"),
            CarrierError::Busy,
            CarrierError::Paused,
            CarrierError::Crowded,
        ] {
            (0..9).for_each(|_| call(&breaker, Some(&error)));
        }
        call(&breaker, Some(&CarrierError::Timeout));
        call(&breaker, Some(&CarrierError::Nonsense("a page")));
        call(&breaker, Some(&CarrierError::Timeout));
        assert!(!breaker.refuses(), "two in a row");
        call(&breaker, Some(&CarrierError::Timeout));
        assert!(breaker.refuses(), "nonsense between them is no answer");
    }

    #[test]
    fn after_ten_seconds_one_at_a_time_tries_and_two_that_are_answered_close_it() {
        let (breaker, clock) = open();
        clock.advance(OPEN.num_seconds() - 1);
        assert!(breaker.refuses());
        clock.advance(1);
        for _ in 0..2 {
            assert!(!breaker.refuses());
            let trial = breaker.enter().expect("the one that tries");
            assert!(breaker.refuses() && breaker.enter().is_err());
            trial.settle(None);
        }
        let many: Vec<_> = (0..9).map(|_| breaker.enter().expect("closed")).collect();
        assert_eq!(many.len(), 9);
    }

    #[test]
    fn one_that_fails_opens_it_for_ten_seconds_more() {
        let (breaker, clock) = open();
        clock.advance(OPEN.num_seconds());
        call(&breaker, None);
        call(&breaker, Some(&CarrierError::Timeout));
        assert!(breaker.refuses());
        clock.advance(OPEN.num_seconds() - 1);
        assert!(breaker.refuses());
        clock.advance(1);
        call(&breaker, None);
        assert!(breaker.enter().is_ok(), "half open again, and not yet closed");
    }

    #[test]
    fn a_try_that_is_given_up_or_unclear_lets_the_next_one_try() {
        let (breaker, clock) = open();
        clock.advance(OPEN.num_seconds());
        drop(breaker.enter().expect("the one that tries"));
        call(&breaker, Some(&CarrierError::Busy));
        call(&breaker, None);
        call(&breaker, None);
        assert!(!breaker.refuses());
    }

    #[test]
    fn what_was_asked_before_it_opened_says_nothing_of_what_came_after() {
        let (breaker, clock) = breaker();
        let mut early: Vec<_> = (0..9).map(|_| breaker.enter().expect("leave")).collect();
        early.drain(..3).for_each(|leave| leave.settle(Some(&CarrierError::Timeout)));
        clock.advance(OPEN.num_seconds());
        let trial = breaker.enter().expect("the one that tries");
        early.drain(..3).for_each(|leave| leave.settle(None));
        early.drain(..3).for_each(|leave| leave.settle(Some(&CarrierError::Timeout)));
        assert!(breaker.enter().is_err(), "somebody is trying still");
        trial.settle(None);
        assert!(breaker.enter().is_ok());
    }

    #[test]
    fn neither_a_clock_set_back_nor_a_panic_keeps_it_shut() {
        let (breaker, clock) = open();
        clock.advance(-3600);
        assert!(!breaker.refuses() && breaker.enter().is_ok());
        let (breaker, _) = self::breaker();
        std::thread::scope(|scope| {
            let held = scope.spawn(|| {
                let _held = breaker.state.lock();
                panic!("while it is held");
            });
            assert!(held.join().is_err());
        });
        assert!(!breaker.refuses() && breaker.enter().is_ok());
    }
}
