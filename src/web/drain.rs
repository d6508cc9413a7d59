//! Whether the shop is closing: what is being asked is still answered, and every line ends with its answer.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Shared by all workers of a server.
#[derive(Clone, Debug, Default)]
pub struct Drain(Arc<AtomicBool>);

impl Drain {
    /// From now on no line is kept, and `/readyz` sends load balancers elsewhere.
    pub fn begin(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it has begun.
    #[must_use]
    pub fn has_begun(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
