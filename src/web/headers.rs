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

/// A host that one page opens its policy for, left in the answer's extensions by its handler.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    images: String,
    frames: String,
}

impl Opened {
    /// For pictures of this origin, such as tiles of a map.
    #[must_use]
    pub fn images(origin: &str) -> Self {
        Self { images: format!(" {origin}"), ..Self::default() }
    }

    /// For a frame of this origin.
    #[must_use]
    pub fn frames(origin: &str) -> Self {
        Self { frames: format!("frame-src {origin}; "), ..Self::default() }
    }
}

/// No inline script, no inline style, no foreign host.
fn policy(opened: &Opened) -> String {
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'{}; font-src 'self'; {}\
         connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'; object-src 'none'",
        opened.images, opened.frames
    )
}

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
    let opened = answer.response().extensions().get::<Opened>().cloned();
    set_all(answer.headers_mut(), https);
    if let Some(policy) = opened.and_then(|opened| HeaderValue::from_str(&policy(&opened)).ok()) {
        answer.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    Ok(answer)
}

/// Sets the headers; `https` adds the promise to stay with it.
pub fn set_all(headers: &mut HeaderMap, https: bool) {
    if let Ok(policy) = HeaderValue::from_str(&policy(&Opened::default())) {
        headers.insert(CONTENT_SECURITY_POLICY, policy);
    }
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
