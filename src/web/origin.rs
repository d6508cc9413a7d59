//! The first layer against forged requests: whatever changes something must come from the shop's own pages.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HOST, HeaderMap, ORIGIN, REFERER};
use actix_web::middleware::Next;
use actix_web::web::Data;
use url::Url;

use crate::web::{Error, Site};

/// Refuses a changing request that a browser sends from a foreign page. A request without any of the three
/// headers comes from no browser; it still needs the form's token.
///
/// # Errors
/// Those of the inner layers.
pub async fn check(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    if !request.method().is_safe() {
        let site = request.app_data::<Data<Site>>();
        if !own(request.headers(), site.map(|site| &***site)) {
            return Ok(request.error_response(Error::Foreign));
        }
    }
    Ok(next.call(request).await?.map_into_boxed_body())
}

fn own(headers: &HeaderMap, site: Option<&Site>) -> bool {
    let read = |name| headers.get(name).and_then(|value| value.to_str().ok());
    match headers.get("sec-fetch-site").and_then(|value| value.to_str().ok()) {
        Some("cross-site" | "same-site") => return false,
        Some("same-origin" | "none") => return true,
        _ => {}
    }
    let Some(from) = read(ORIGIN).or_else(|| read(REFERER)) else { return true };
    let Ok(from) = Url::parse(from) else { return false };
    // The name that was asked for counts only where no address was set, and the door lets the loopback's names in alone.
    let asked = read(HOST).filter(|_| site.is_none_or(|site| !site.has_public_url));
    let asked = asked.and_then(|host| Url::parse(&format!("{}://{host}", from.scheme())).ok());
    let public = site.map(|site| &site.public_url);
    [public, asked.as_ref()].into_iter().flatten().any(|own| own.origin() == from.origin())
}
