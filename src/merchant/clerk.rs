//! Who is signed in. Every page behind the counter asks for a `Clerk` first.

use std::future::{Ready, ready};

use actix_session::Session;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, HttpResponse, ResponseError};
use sqlx::PgPool;
use uuid::Uuid;

use crate::i18n::Lang;
use crate::ids::Random;
use crate::web::page::see_other;
use crate::web::{Error, Visit, csrf};

const ID: &str = "merchant";
const NAME: &str = "merchant_email";
const SINCE: &str = "merchant_since";
const SEEN: &str = "merchant_seen";
/// Signed out after eight hours in any case, and after half an hour without a click (ASVS 7.3).
const LONGEST: i64 = 8 * 3600;
const IDLE: i64 = 30 * 60;

/// A signed-in merchant and the visit.
pub struct Clerk {
    /// The visit, in English.
    pub visit: Visit,
    /// E-mail address.
    pub email: String,
}

impl Clerk {
    /// The connections for reading behind the counter; what changes something goes over those of the shop.
    #[must_use]
    pub fn pool(&self) -> &PgPool {
        &self.visit.ground.counter.pool
    }
}

/// Nobody is signed in.
#[derive(Debug, thiserror::Error)]
#[error("not signed in")]
pub struct SignInFirst;

impl ResponseError for SignInFirst {
    fn status_code(&self) -> actix_web::http::StatusCode {
        actix_web::http::StatusCode::SEE_OTHER
    }

    fn error_response(&self) -> HttpResponse {
        see_other("/merchant/sign-in")
    }
}

impl FromRequest for Clerk {
    type Error = actix_web::Error;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(request))
    }
}

fn read(request: &HttpRequest) -> Result<Clerk, actix_web::Error> {
    let visit = Visit::read(request, Some(Lang::En))?;
    let session = visit.session();
    let number = |key| session.get::<i64>(key).ok().flatten();
    let now = visit.now().timestamp();
    let known = session.get::<Uuid>(ID).ok().flatten().is_some();
    let fresh = number(SINCE).is_some_and(|since| now - since < LONGEST);
    let seen = number(SEEN).filter(|seen| now - seen < IDLE);
    let (true, true, Some(seen), Some(email)) = (known, fresh, seen, session.get(NAME).ok().flatten()) else {
        return Err(SignInFirst.into());
    };
    if now - seen >= 60 {
        session.insert(SEEN, now).map_err(Error::internal)?;
    }
    Ok(Clerk { visit, email })
}

/// Signs somebody in: a new session key, so that one that was known before is worth nothing.
///
/// # Errors
/// When the session's state cannot be written as JSON.
pub fn sign_in(session: &Session, random: &Random, merchant: (Uuid, &str), now: i64) -> Result<(), Error> {
    csrf::renew(session, random)?;
    session.insert(ID, merchant.0).map_err(Error::internal)?;
    session.insert(NAME, merchant.1).map_err(Error::internal)?;
    session.insert(SINCE, now).map_err(Error::internal)?;
    session.insert(SEEN, now).map_err(Error::internal)
}
