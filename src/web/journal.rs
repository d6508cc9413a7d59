//! One line and one count per request: the route's pattern, never the address itself, which may be a token. Every label
//! comes from a closed set, so that nobody can make the shop remember what they invent.

use std::time::Instant;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::web::Data;

use crate::trace::TraceId;
use crate::web::Site;

/// What the visitor of a page can name, so that its log lines and its calls to others are found.
const TRACE: HeaderName = HeaderName::from_static("x-trace-id");

/// Logs and counts a request, whatever becomes of it.
///
/// # Errors
/// Those of the inner layers.
pub async fn keep(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let begun = Instant::now();
    let method = method(request.method());
    // Ours alone: what a stranger sends under this name is nobody's.
    let trace = request.app_data::<Data<Site>>().map(|site| TraceId::new(&site.ground.random));
    let mut answer = match trace {
        Some(trace) => trace.over(next.call(request)).await,
        None => next.call(request).await,
    };
    let (status, route) = match &answer {
        Ok(answer) => (answer.status(), answer.request().match_pattern()),
        Err(error) => (error.as_response_error().status_code(), None),
    };
    let trace = trace.map(|trace| trace.to_string()).unwrap_or_default();
    if let (Ok(answer), Ok(value)) = (&mut answer, HeaderValue::from_str(&trace)) {
        answer.headers_mut().insert(TRACE, value);
    }
    let (status, route) = (status.as_u16(), route.unwrap_or_else(|| "unmatched".to_owned()));
    let seconds = begun.elapsed().as_secs_f64();
    tracing::debug!(method, route, status, milliseconds = seconds * 1000.0, trace, "request");
    let labels = [("method", method.to_owned()), ("route", route), ("status", status.to_string())];
    metrics::counter!("http_requests_total", &labels).increment(1);
    metrics::histogram!("http_request_seconds", &labels[..2]).record(seconds);
    answer
}

/// The method, or one word for all that no page of ours has.
fn method(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::OPTIONS => "OPTIONS",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        _ => "other",
    }
}
