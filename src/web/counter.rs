//! The merchant's own connections: pages behind the counter may be heavy, and must not take those of the shoppers.

use std::sync::Arc;
use std::time::Duration;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web::Data;
use sqlx::PgPool;
use tokio::sync::Semaphore;

use crate::db::pools::COUNTER_CONNECTIONS;
use crate::web::{Error, Site};

/// So long a page waits for a connection before it says that it is busy.
const PATIENCE: Duration = Duration::from_secs(2);

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
}

/// Gives a page behind the counter a seat. Whoever gets one never waits for a connection.
///
/// # Errors
/// [`Error::Busy`] where none is free within two seconds, and those of the inner layers.
pub async fn seat<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let seats = request.app_data::<Data<Site>>().map(|site| Arc::clone(&site.counter.seats));
    let seats = seats.ok_or(Error::NotFound)?;
    let seat = tokio::time::timeout(PATIENCE, seats.acquire()).await.map_err(|_| Error::Busy(3))?;
    let answer = next.call(request).await;
    drop(seat);
    answer
}
