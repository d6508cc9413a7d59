//! Who may ask: a token that is still good, with a scope that belongs to the question.

use actix_web::http::header::AUTHORIZATION;
use actix_web::{HttpRequest, HttpResponse};

use crate::sandbox::desk::Desk;

/// Lets a request in whose token has one of these scopes.
///
/// # Errors
/// 401 without a token that is still good, 403 with one for something else.
pub fn admit(desk: &Desk, http: &HttpRequest, scopes: &[&str]) -> Result<(), u16> {
    let bearer = http.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = bearer.and_then(|value| value.strip_prefix("Bearer ")).ok_or(401_u16)?;
    let known = desk.scopes(token).ok_or(401_u16)?;
    if known.iter().any(|scope| scopes.contains(&scope.as_str())) { Ok(()) } else { Err(403) }
}

/// A status without a body, as Post's gateway sends them.
#[must_use]
pub fn bare(status: u16) -> HttpResponse {
    match status {
        401 => HttpResponse::Unauthorized(),
        403 => HttpResponse::Forbidden(),
        _ => HttpResponse::BadRequest(),
    }
    .finish()
}
