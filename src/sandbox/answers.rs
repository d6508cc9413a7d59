//! Answers with a note in the journal, and the headers on all of them.

use std::time::Instant;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderValue, X_CONTENT_TYPE_OPTIONS};
use actix_web::middleware::Next;
use actix_web::{HttpRequest, HttpResponse};
use serde_json::Value;

use crate::sandbox::desk::Desk;
use crate::sandbox::journal::{Entry, masked};

/// Notes a request and what is answered to it. Both bodies are masked before they are kept.
pub fn note(
    desk: &Desk,
    http: &HttpRequest,
    begun: Instant,
    status: u16,
    (request, response): (&Value, &Value),
) {
    let entry = Entry {
        time: desk.clock.now(),
        method: http.method().to_string(),
        path: http.path().to_owned(),
        status,
        milliseconds: u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX),
        request: masked(request),
        response: masked(response),
    };
    desk.memory().journal.write(entry);
}

/// Answers JSON and notes it.
pub fn json(
    desk: &Desk,
    http: &HttpRequest,
    begun: Instant,
    (mut answer, body): (actix_web::HttpResponseBuilder, Value),
    request: &Value,
) -> HttpResponse {
    let answer = answer.insert_header((CACHE_CONTROL, "no-store")).json(&body);
    note(desk, http, begun, answer.status().as_u16(), (request, &body));
    answer
}

/// The headers of every answer.
///
/// # Errors
/// Those of the inner layers.
pub async fn headers(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let mut answer = next.call(request).await?;
    let policy =
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    if !answer.headers().contains_key(CONTENT_SECURITY_POLICY) {
        answer.headers_mut().insert(CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
    }
    answer.headers_mut().insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    Ok(answer)
}
