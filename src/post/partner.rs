//! One of those that are asked, the API (with its tokens), its address help or the location service, as the shop rations it: a bounded
//! number of calls at once, a breaker, and for each call a time in which all of its repeats lie.

use std::time::Duration;

use tokio::sync::{Semaphore, SemaphorePermit};
use tokio::time::{Instant, sleep, timeout, timeout_at};

use crate::carrier::CarrierError;
use crate::clock::Clock;
use crate::ids::Random;
use crate::post::breaker::Breaker;
use crate::post::operation::Operation;
use crate::post::repeat::Setback;

/// So many calls at once; a slow partner occupies no more of the shop than these.
pub const PLACES: usize = 32;
/// So long a call waits for a place, and never longer than its operation's time.
pub const WAIT: Duration = Duration::from_secs(1);

/// Shared by all workers of an instance.
#[derive(Debug)]
pub(super) struct Partner {
    breaker: Breaker,
    places: Semaphore,
    random: Random,
}

impl Partner {
    /// A partner by a name for log and metrics.
    pub(super) fn new(name: &'static str, clock: Clock, random: Random) -> Self {
        Self { breaker: Breaker::new(name, clock), places: Semaphore::new(PLACES), random }
    }

    /// Asks, and again where the operation allows it, within its time in all. However often it was asked, the breaker counts
    /// one call.
    ///
    /// # Errors
    /// [`CarrierError`]: [`CarrierError::Paused`] at once while the breaker is open, [`CarrierError::Crowded`] after
    /// [`WAIT`] without a place.
    pub(super) async fn call<T, F>(
        &self,
        operation: &Operation,
        ask: impl Fn() -> F,
    ) -> Result<T, CarrierError>
    where
        F: Future<Output = Result<T, Setback>>,
    {
        let deadline = Instant::now() + operation.time;
        if self.breaker.refuses() {
            return Err(CarrierError::Paused);
        }
        let _place = self.place(operation.time.min(WAIT)).await?;
        // It may have opened meanwhile.
        let leave = self.breaker.enter()?;
        let asked = self.repeatedly(operation, deadline, ask);
        let result = timeout_at(deadline, asked).await.unwrap_or(Err(CarrierError::Timeout));
        leave.settle(result.as_ref().err());
        result
    }

    async fn place(&self, wait: Duration) -> Result<Option<SemaphorePermit<'_>>, CarrierError> {
        match timeout(wait, self.places.acquire()).await {
            // Nobody closes it; if somebody did, nobody should be kept out by that.
            Ok(place) => Ok(place.ok()),
            Err(_) => Err(CarrierError::Crowded),
        }
    }

    async fn repeatedly<T, F>(
        &self,
        operation: &Operation,
        deadline: Instant,
        ask: impl Fn() -> F,
    ) -> Result<T, CarrierError>
    where
        F: Future<Output = Result<T, Setback>>,
    {
        let mut repeats = 0;
        loop {
            let setback = match ask().await {
                Ok(answer) => return Ok(answer),
                Err(setback) => setback,
            };
            let left = deadline.saturating_duration_since(Instant::now());
            let pause = setback.pause(left, &self.random).filter(|_| repeats < operation.repeats);
            let Some(pause) = pause else { return Err(setback.error) };
            repeats += 1;
            metrics::counter!("post_repeats_total", "operation" => operation.name).increment(1);
            sleep(pause).await;
        }
    }
}
