//! One line and one count per request: the route's pattern, never the address itself, which may be a token.

use std::time::Instant;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;

/// Logs and counts a request.
///
/// # Errors
/// Those of the inner layers.
pub async fn keep(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let begun = Instant::now();
    let method = request.method().as_str().to_owned();
    let answer = next.call(request).await?;
    let status = answer.status().as_u16();
    let route = answer.request().match_pattern().unwrap_or_else(|| "unmatched".to_owned());
    let seconds = begun.elapsed().as_secs_f64();
    tracing::debug!(method, route, status, milliseconds = seconds * 1000.0, "request");
    let labels = [("method", method), ("route", route), ("status", status.to_string())];
    metrics::counter!("http_requests_total", &labels).increment(1);
    metrics::histogram!("http_request_seconds", &labels[..2]).record(seconds);
    Ok(answer)
}
