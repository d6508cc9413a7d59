//! Sends a request and reads its answer, within an operation's limits.

use chrono::{DateTime, Utc};
use reqwest::header::{CONTENT_TYPE, RETRY_AFTER};
use reqwest::{RequestBuilder, Response};
use serde::de::DeserializeOwned;

use crate::carrier::CarrierError;
use crate::post::operation::Operation;
use crate::post::repeat::{Setback, retry_after};
use crate::trace::TraceId;

/// Sends a request and waits for the answer's head.
pub(super) async fn send(request: RequestBuilder, operation: &Operation) -> Result<Response, CarrierError> {
    send_telling(request, operation, || {}).await
}

/// The same, and tells where there was not even a connection: then nothing has reached Post.
pub(super) async fn send_telling(
    request: RequestBuilder,
    operation: &Operation,
    unconnected: impl FnOnce(),
) -> Result<Response, CarrierError> {
    // Whoever asks at Post's side, or looks at the simulator, finds what of ours a call belongs to.
    let request = match TraceId::current() {
        Some(trace) => request.header("traceparent", trace.parent()),
        None => request,
    };
    // An address may carry credentials: no error keeps it.
    let sent = request.timeout(operation.time).send().await.map_err(reqwest::Error::without_url);
    if sent.as_ref().is_err_and(reqwest::Error::is_connect) {
        unconnected();
    }
    Ok(sent?)
}

/// What an answer that is none of those hoped for means.
pub(super) fn setback(answer: &Response, now: DateTime<Utc>) -> Setback {
    let error = match answer.status().as_u16() {
        429 => CarrierError::Busy,
        status @ 500.. => CarrierError::Down(status),
        status => CarrierError::Refused(status),
    };
    let told = answer.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok());
    Setback { error, after: told.and_then(|text| retry_after(text, now)) }
}

/// Reads a JSON answer.
pub(super) async fn read_json<T: DeserializeOwned>(
    answer: Response,
    operation: &Operation,
) -> Result<T, CarrierError> {
    let mime = answer.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let essence = mime.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if essence != "application/json" && !essence.ends_with("+json") {
        return Err(CarrierError::Nonsense("not JSON"));
    }
    let body = read_body(answer, operation).await?;
    serde_json::from_slice(&body).map_err(|_| CarrierError::Nonsense("not of the documented form"))
}

/// Reads an answer of any kind.
pub(super) async fn read_body(mut answer: Response, operation: &Operation) -> Result<Vec<u8>, CarrierError> {
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await? {
        if body.len() + chunk.len() > operation.largest {
            return Err(CarrierError::Nonsense("too large"));
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

impl From<reqwest::Error> for CarrierError {
    fn from(error: reqwest::Error) -> Self {
        match error {
            error if error.is_timeout() => Self::Timeout,
            error if error.is_connect() || error.is_request() => Self::Unreachable,
            _ => Self::Nonsense("the answer broke off"),
        }
    }
}
