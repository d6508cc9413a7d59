//! Security headers on every answer, also on 404 and 500.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderMap, HeaderName, HeaderValue, REFERRER_POLICY,
    STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
};
use actix_web::middleware::Next;
use actix_web::web::Data;

use crate::web::Ground;

/// No inline script, no inline style, no foreign host.
const CSP: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; \
                   connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; \
                   frame-ancestors 'none'; object-src 'none'";

/// Adds the headers to whatever the inner layers answer.
///
/// # Errors
/// Those of the inner layers; `error::pages` inside has turned them into answers already.
pub async fn add(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let https = request.app_data::<Data<Ground>>().is_some_and(|ground| ground.https());
    let mut answer = next.call(request).await?;
    set_all(answer.headers_mut(), https);
    Ok(answer)
}

/// Sets the headers; `https` adds the promise to stay with it.
pub fn set_all(headers: &mut HeaderMap, https: bool) {
    set(headers, CONTENT_SECURITY_POLICY, CSP);
    set(headers, X_CONTENT_TYPE_OPTIONS, "nosniff");
    // An order's address is its token (rule 8): it must not leave with a link.
    set(headers, REFERRER_POLICY, "same-origin");
    set(headers, HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(headers, HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(headers, HeaderName::from_static("x-frame-options"), "DENY");
    set(
        headers,
        HeaderName::from_static("permissions-policy"),
        "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    );
    if https {
        set(headers, STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains");
    }
    if !headers.contains_key(CACHE_CONTROL) {
        // Pages carry tokens and addresses; the back button asks again.
        set(headers, CACHE_CONTROL, "no-store");
    }
}

fn set(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    headers.insert(name, HeaderValue::from_static(value));
}
