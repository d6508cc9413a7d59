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

/// Longer bodies are not kept: 500 of them are.
const LONGEST_KEPT: usize = 8 * 1024;

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
        method: short(http.method().as_str(), 20),
        path: short(http.path(), 200),
        status,
        milliseconds: u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX),
        request: kept(request),
        response: kept(response),
    };
    desk.memory().journal.write(entry);
}

/// A body as the journal keeps it: masked, and not more of it than a request of the contract needs.
fn kept(body: &Value) -> Value {
    let long = serde_json::to_string(body).is_ok_and(|text| text.len() > LONGEST_KEPT);
    if long { Value::String("(too long to be kept)".into()) } else { masked(body) }
}

fn short(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
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
