//! Security headers on every answer, also on 404 and 500.

use std::sync::LazyLock;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderMap, HeaderName, HeaderValue, REFERRER_POLICY,
    STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
};
use actix_web::middleware::Next;
use actix_web::web::Data;

use crate::web::Site;

/// A host that one page opens its policy for, left in the answer's extensions by its handler.
#[derive(Clone, Debug, Default)]
pub struct Opened {
    images: String,
    frames: String,
    /// Whether a file of ours may be shown inside the page, and whether this is such a file.
    shows_files: bool,
    is_shown: bool,
    /// Who may ask where the device is, beside us.
    located: String,
}

impl Opened {
    /// For pictures of this origin, such as tiles of a map.
    #[must_use]
    pub fn images(origin: &str) -> Self {
        // Leaflet empties a tile that is no longer wanted with a picture inside the address.
        Self { images: format!(" {origin} data:"), ..Self::default() }
    }

    /// For a frame of this origin, which may ask where the device is.
    #[must_use]
    pub fn frames(origin: &str) -> Self {
        let (frames, located) = (format!("frame-src {origin}; "), format!(" \"{origin}\""));
        Self { frames, located, ..Self::default() }
    }

    /// For a page of ours inside which a file of ours is shown, such as a PDF beside a picture.
    #[must_use]
    pub fn files() -> Self {
        Self { frames: "frame-src 'self'; ".to_owned(), shows_files: true, ..Self::default() }
    }

    /// For such a file.
    #[must_use]
    pub fn file() -> Self {
        Self { is_shown: true, ..Self::default() }
    }
}

/// No inline script, no inline style, no foreign host.
fn policy(opened: &Opened) -> String {
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'{}; font-src 'self'; {}\
         connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors {}; object-src {}",
        opened.images,
        opened.frames,
        source(opened.is_shown),
        source(opened.shows_files)
    )
}

fn source(ours: bool) -> &'static str {
    if ours { "'self'" } else { "'none'" }
}

/// What the page may ask of the device.
fn permissions(opened: &Opened) -> String {
    let located = &opened.located;
    format!("geolocation=(self{located}), camera=(), microphone=(), payment=(), usb=(), browsing-topics=()")
}

/// Adds the headers to whatever the inner layers answer.
///
/// # Errors
/// Those of the inner layers; `error_page::add` inside has turned them into answers already.
pub async fn add(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let https = request.app_data::<Data<Site>>().is_some_and(|site| site.https());
    let mut answer = next.call(request).await?;
    let opened = answer.response().extensions().get::<Opened>().cloned();
    set_all(answer.headers_mut(), https);
    if let Some([policy, permissions]) = opened.as_ref().and_then(guards) {
        set_guards(answer.headers_mut(), policy, permissions);
    }
    if opened.is_some_and(|opened| opened.is_shown) {
        set(answer.headers_mut(), HeaderName::from_static("x-frame-options"), "SAMEORIGIN");
    }
    Ok(answer)
}

/// The two headers that a page may open for a host: policy and permissions.
fn guards(opened: &Opened) -> Option<[HeaderValue; 2]> {
    let value = |text: String| HeaderValue::from_str(&text).ok();
    Some([value(policy(opened))?, value(permissions(opened))?])
}

fn set_guards(headers: &mut HeaderMap, policy: HeaderValue, permissions: HeaderValue) {
    headers.insert(CONTENT_SECURITY_POLICY, policy);
    headers.insert(HeaderName::from_static("permissions-policy"), permissions);
}

/// Sets the headers; `https` adds the promise to stay with it.
pub fn set_all(headers: &mut HeaderMap, https: bool) {
    static SHUT: LazyLock<Option<[HeaderValue; 2]>> = LazyLock::new(|| guards(&Opened::default()));
    if let Some([policy, permissions]) = SHUT.clone() {
        set_guards(headers, policy, permissions);
    }
    set(headers, X_CONTENT_TYPE_OPTIONS, "nosniff");
    // An order's address is its token (rule 8): it must not leave with a link.
    set(headers, REFERRER_POLICY, "same-origin");
    set(headers, HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(headers, HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(headers, HeaderName::from_static("x-frame-options"), "DENY");
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
