//! The first layer against forged requests: whatever changes something must come from the shop's own pages.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HOST, HeaderMap, ORIGIN, REFERER};
use actix_web::middleware::Next;
use actix_web::web::Data;
use url::Url;

use crate::web::{Error, Ground};

/// Refuses a changing request that a browser sends from a foreign page. A request without any of the three
/// headers comes from no browser; it still needs the form's token.
///
/// # Errors
/// [`Error::Foreign`] for a foreign page.
pub async fn check(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    if !request.method().is_safe() {
        let ground = request.app_data::<Data<Ground>>();
        if !own(request.headers(), ground.map(|ground| &ground.public_url)) {
            return Err(Error::Foreign.into());
        }
    }
    next.call(request).await
}

fn own(headers: &HeaderMap, public: Option<&Url>) -> bool {
    let read = |name| headers.get(name).and_then(|value| value.to_str().ok());
    match headers.get("sec-fetch-site").and_then(|value| value.to_str().ok()) {
        Some("cross-site" | "same-site") => return false,
        Some("same-origin" | "none") => return true,
        _ => {}
    }
    let Some(from) = read(ORIGIN).or_else(|| read(REFERER)) else { return true };
    let Ok(from) = Url::parse(from) else { return false };
    let host = read(HOST).and_then(|host| Url::parse(&format!("{}://{host}", from.scheme())).ok());
    [public, host.as_ref()].into_iter().flatten().any(|own| own.origin() == from.origin())
}
