//! The merchant's own connections: pages behind the counter may be heavy, and must not take those of the shoppers.

use std::sync::Arc;

use sqlx::PgPool;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::db::pools::COUNTER_CONNECTIONS;

/// A small pool of their own, and a seat for each of its connections.
#[derive(Clone, Debug)]
pub struct Counter {
    /// Connections under the role `shop_app`, for reading.
    pub pool: PgPool,
    seats: Arc<Semaphore>,
}

impl Counter {
    /// Over the pool that was made for it.
    #[must_use]
    pub fn new(pool: PgPool) -> Self {
        Self { pool, seats: Arc::new(Semaphore::new(COUNTER_CONNECTIONS as usize)) }
    }

    /// The same seats over a pool of another thread.
    #[must_use]
    pub fn over(self, pool: PgPool) -> Self {
        Self { pool, ..self }
    }

    /// Waits for a seat, which is free again when it is dropped; none where the shop closes.
    pub async fn seat(&self) -> Option<OwnedSemaphorePermit> {
        Arc::clone(&self.seats).acquire_owned().await.ok()
    }
}
