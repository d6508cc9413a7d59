//! Who may take a seat behind the counter, and for how long one waits.

use std::time::Duration;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web::Data;

use crate::web::{Error, Site};

/// So long a page waits for a connection before it says that it is busy.
const PATIENCE: Duration = Duration::from_secs(2);

/// Gives a page behind the counter a seat. Whoever gets one never waits for a connection.
///
/// # Errors
/// [`Error::Busy`] where none is free within two seconds, and those of the inner layers.
pub async fn seat<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let counter = request.app_data::<Data<Site>>().map(|site| site.counter.clone());
    let counter = counter.ok_or(Error::NotFound)?;
    let seat = tokio::time::timeout(PATIENCE, counter.seat()).await.map_err(|_| Error::Busy(3))?;
    let answer = next.call(request).await;
    drop(seat);
    answer
}
