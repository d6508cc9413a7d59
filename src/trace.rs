//! What one request of a visitor's, or one job, has in common on its page, in the log, and in its calls to others: an id
//! that says nothing of anybody.

use std::fmt;
use std::future::Future;

use tracing::Instrument;

use crate::ids::Random;

tokio::task_local! {
    static CURRENT: TraceId;
}

/// 128 bits by chance (W3C Trace Context, section 3.2.2.3), written as 32 hexadecimal digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TraceId(u128);

impl TraceId {
    /// A new one.
    #[must_use]
    pub fn new(random: &Random) -> Self {
        // All zeros are no id.
        Self(u128::from_le_bytes(random.bytes()).max(1))
    }

    /// Reads 32 hexadecimal digits in small letters.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let plain = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let id = u128::from_str_radix(text, 16).ok().filter(|id| *id > 0)?;
        (text.len() == 32 && text.bytes().all(plain)).then_some(Self(id))
    }

    /// The one of what is going on here.
    #[must_use]
    pub fn current() -> Option<Self> {
        CURRENT.try_with(|id| *id).ok()
    }

    /// The header `traceparent` of a call to others (W3C Trace Context, section 3.2.2). All calls of one trace have one
    /// parent, which is the request or the job itself: its id is the trace's second half.
    #[must_use]
    pub fn parent(self) -> String {
        format!("00-{self}-{:016x}-01", (self.0 & u128::from(u64::MAX)).max(1))
    }

    /// Does something under this id: its log lines carry it too.
    pub async fn over<F: Future>(self, work: F) -> F::Output {
        CURRENT.scope(self, work).instrument(tracing::info_span!("trace", id = %self)).await
    }
}

/// The same work under the id of what is going on here, for a task of its own.
pub fn carried<F: Future>(work: F) -> impl Future<Output = F::Output> {
    let (id, span) = (TraceId::current(), tracing::Span::current());
    async move {
        match id {
            Some(id) => CURRENT.scope(id, work).instrument(span).await,
            None => work.await,
        }
    }
}

impl fmt::Display for TraceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:032x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::{TraceId, carried};
    use crate::ids::Random;

    #[test]
    fn an_id_is_read_as_it_is_written_and_nothing_else_is_one() {
        let random = Random::seeded(7);
        let id = TraceId::new(&random);
        assert_eq!(TraceId::parse(&id.to_string()), Some(id));
        let parent = id.parent();
        assert!(parent.starts_with(&format!("00-{id}-")) && parent.len() == 55, "{parent}");
        for wrong in ["", "0", "00000000000000000000000000000000", "ABCDEF00000000000000000000000000", "+1"] {
            assert_eq!(TraceId::parse(wrong), None, "{wrong}");
        }
        assert_eq!(TraceId::parse(&"f".repeat(33)), None);
    }

    #[tokio::test]
    async fn what_is_done_under_an_id_knows_it_and_nothing_else_does() {
        let id = TraceId::new(&Random::seeded(7));
        assert_eq!(id.over(async { TraceId::current() }).await, Some(id));
        let handed_on = id.over(async { tokio::spawn(carried(async { TraceId::current() })).await }).await;
        assert_eq!(handed_on.ok().flatten(), Some(id));
        assert_eq!(TraceId::current(), None);
    }
}
