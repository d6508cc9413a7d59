//! What a browser would like best: the one place where `Accept-Language` and `Accept-Encoding` are read, in any number of
//! lines, and with bytes in them that are no text.

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{ACCEPT_ENCODING, ACCEPT_LANGUAGE, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpRequest};

use crate::i18n::Lang;
use crate::preference;

/// All lines of a header as one list.
fn list(headers: &HeaderMap, name: HeaderName) -> String {
    let lines = headers.get_all(name).map(|line| String::from_utf8_lossy(line.as_bytes()));
    lines.collect::<Vec<_>>().join(", ")
}

/// The language.
#[must_use]
pub fn language(headers: &HeaderMap) -> Lang {
    Lang::accepted(&list(headers, ACCEPT_LANGUAGE))
}

/// The best of our codings, if it is liked better than none.
#[must_use]
pub fn coding<'a>(headers: &HeaderMap, ours: &[&'a str]) -> Option<&'a str> {
    preference::coding(&list(headers, ACCEPT_ENCODING), ours)
}

/// What was liked before it was decided for those further in.
#[derive(Clone, Copy)]
struct Liked(Option<&'static str>);

/// Whether brotli would be liked best, behind [`settle`].
#[must_use]
pub fn brotli(request: &HttpRequest) -> bool {
    request.extensions().get::<Liked>().is_some_and(|liked| liked.0 == Some("br"))
}

/// Decides for whoever compresses pages further in: gzip, or nothing. A header that refuses everything gets the plain page.
///
/// # Errors
/// Those of the inner layers.
pub async fn settle(
    mut request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let liked = coding(request.headers(), &["br", "gzip"]);
    request.extensions_mut().insert(Liked(liked));
    let chosen = coding(request.headers(), &["gzip"]).unwrap_or("identity");
    request.headers_mut().insert(ACCEPT_ENCODING, HeaderValue::from_static(chosen));
    next.call(request).await
}
