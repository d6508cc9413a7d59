//! The HTML of one mail of the shop's, as a mailbox would show it: in a frame of its own that may do nothing.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use actix_web::web::{Data, Path};

use crate::sandbox::desk::Desk;

/// A mail has its styles in it, and nothing else.
const POLICY: &str = "sandbox; default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; \
                      frame-ancestors 'self'";

/// The HTML; 404 for a number that no mail has.
pub async fn show(desk: Data<Desk>, number: Path<String>) -> HttpResponse {
    let number = number.parse().ok();
    let html = number.and_then(|number| desk.letters().one(number).and_then(|mail| mail.html.clone()));
    match html {
        None => HttpResponse::NotFound().finish(),
        Some(html) => HttpResponse::Ok()
            .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
            .insert_header((CACHE_CONTROL, "no-store"))
            .insert_header((CONTENT_SECURITY_POLICY, POLICY))
            .body(html),
    }
}
