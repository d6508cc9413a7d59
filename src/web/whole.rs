//! What a browser that has gone leaves behind: a page that was only asked for is dropped with its questions to the
//! database; what was sent in is carried out to its end, as if the browser had waited.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;

use crate::trace::carried;
use crate::web::Error;

/// The server drops the request of a closed connection. A form is carried on by a task of its own, so that an order is
/// not given up between two statements because a train went into a tunnel.
///
/// # Errors
/// Those of the inner layers; [`Error::Internal`] where the task has panicked.
pub async fn keep<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    if [Method::GET, Method::HEAD].contains(request.method()) {
        return next.call(request).await;
    }
    actix_web::rt::spawn(carried(async move { next.call(request).await })).await.map_err(Error::internal)?
}
