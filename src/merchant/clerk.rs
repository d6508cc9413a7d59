//! Who is signed in. Every page behind the counter asks for a `Clerk` first.

use std::pin::Pin;

use actix_session::Session;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, HttpResponse, ResponseError};
use sqlx::PgPool;
use uuid::Uuid;

use crate::i18n::Lang;
use crate::merchant::store::{self, Merchant};
use crate::web::page::see_other;
use crate::web::{Error, Site, Visit, csrf};

const ID: &str = "merchant";
const TAG: &str = "merchant_tag";
/// What the tag is sealed for.
const PURPOSE: &str = "clerk";
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
    /// Whether the password is still the one that the first start has printed.
    pub printed: bool,
}

impl Clerk {
    /// The connections for reading behind the counter; what changes something goes over those of the shop.
    #[must_use]
    pub fn pool(&self) -> &PgPool {
        &self.visit.site.counter.pool
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
    type Future = Pin<Box<dyn Future<Output = Result<Self, Self::Error>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let visit = Visit::read(request, Some(Lang::En));
        Box::pin(async move { read(visit?).await })
    }
}

/// Who is signed in is asked of the database every time: whoever was removed, or has a new password, is out at once.
async fn read(visit: Visit) -> Result<Clerk, actix_web::Error> {
    let session = visit.session();
    let number = |key| session.get::<i64>(key).ok().flatten();
    let now = visit.now().timestamp();
    let fresh = number(SINCE).is_some_and(|since| now - since < LONGEST);
    let seen = number(SEEN).filter(|seen| now - seen < IDLE);
    let (id, tag) = (session.get::<Uuid>(ID).ok().flatten(), session.get::<String>(TAG).ok().flatten());
    let (true, Some(seen), Some(id), Some(tag)) = (fresh, seen, id, tag) else {
        return Err(SignInFirst.into());
    };
    let known = store::by_id(visit.pool(), id).await.map_err(Error::from)?;
    let Some(merchant) = known.filter(|merchant| visit.site.seal.holds(PURPOSE, &sealed(merchant), &tag))
    else {
        return Err(SignInFirst.into());
    };
    if now - seen >= 60 {
        visit.session().insert(SEEN, now).map_err(Error::internal)?;
    }
    Ok(Clerk { email: merchant.email, printed: merchant.printed, visit })
}

/// Signs somebody in: a new session key, so that one that was known before is worth nothing.
///
/// # Errors
/// When the session's state cannot be written as JSON.
pub fn sign_in(session: &Session, site: &Site, merchant: &Merchant) -> Result<(), Error> {
    let now = site.ground.clock.now().timestamp();
    csrf::renew(session, &site.ground.random)?;
    session.insert(ID, merchant.id).map_err(Error::internal)?;
    session.insert(TAG, site.seal.tag(PURPOSE, &sealed(merchant))).map_err(Error::internal)?;
    session.insert(SINCE, now).map_err(Error::internal)?;
    session.insert(SEEN, now).map_err(Error::internal)
}

/// What a session was begun with: another password makes another tag.
fn sealed(merchant: &Merchant) -> String {
    format!("{} {}", merchant.id, merchant.password_hash)
}
