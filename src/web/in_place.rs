//! Forms that a page's script sends beside the page: where the answer leads elsewhere, the script is told, instead of `fetch`
//! following by itself and getting the next page for nothing.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, LOCATION};
use actix_web::middleware::Next;

/// Says that a script sends, and waits for where to go.
const IN_PLACE: HeaderName = HeaderName::from_static("x-in-place");
/// Where to go.
const NEXT: HeaderName = HeaderName::from_static("x-location");

/// Answers 204 with the way on in the place of 302 and 303, to whoever has asked for that.
///
/// # Errors
/// Those of the inner layers.
pub async fn tell<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, actix_web::Error> {
    let in_place = request.headers().contains_key(IN_PLACE);
    let mut answer = next.call(request).await?;
    if in_place && matches!(answer.status(), StatusCode::SEE_OTHER | StatusCode::FOUND) {
        *answer.response_mut().status_mut() = StatusCode::NO_CONTENT;
        if let Some(path) = answer.headers_mut().remove(LOCATION).next() {
            answer.headers_mut().insert(NEXT, path);
        }
    }
    Ok(answer)
}
