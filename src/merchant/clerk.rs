//! Who is signed in. Every page behind the counter asks for a `Clerk` first.

use std::pin::Pin;

use actix_session::Session;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, HttpResponse, ResponseError};
use sqlx::{PgConnection, PgPool};

use crate::i18n::Lang;
use crate::identity::sign_ins;
use crate::identity::store::Merchant;
use crate::orders::{Order, OrderNumber, store};
use crate::web::page::see_other;
use crate::web::{Error, Visit, csrf};

/// Where the session keeps the key of the sign-in.
const KEY: &str = "sign_in";

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

    /// The order that an address names.
    ///
    /// # Errors
    /// [`Error::NotFound`] for an unknown number.
    pub async fn order(&self, number: &str) -> Result<Order, Error> {
        order_over(&mut *self.pool().acquire().await?, number).await
    }
}

/// The order that an address names, over the connection of a page that has more to ask.
///
/// # Errors
/// [`Error::NotFound`] for an unknown number.
pub async fn order_over(connection: &mut PgConnection, number: &str) -> Result<Order, Error> {
    let number = OrderNumber::parse(number).ok_or(Error::NotFound)?;
    store::by_number_over(connection, number).await?.ok_or(Error::NotFound)
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
    let key = key(visit.session()).ok_or(SignInFirst)?;
    let holder = sign_ins::holder(&visit.site.ground, &key).await.map_err(Error::from)?;
    let holder = holder.ok_or(SignInFirst)?;
    Ok(Clerk { email: holder.email, printed: holder.printed, visit })
}

/// Signs in whoever was admitted, with a new key; one that this browser had before is worth nothing any more. `false`
/// where the password has changed since it was checked.
///
/// # Errors
/// When the database fails.
pub async fn sign_in(visit: &Visit, admitted: &Merchant) -> Result<bool, Error> {
    let (session, ground) = (visit.session(), &visit.site.ground);
    if let Some(before) = key(session) {
        sign_ins::end(ground, &before).await?;
    }
    let Some(key) = sign_ins::begin(ground, admitted).await? else { return Ok(false) };
    csrf::renew(session, &ground.random)?;
    session.insert(KEY, key).map_err(Error::internal)?;
    Ok(true)
}

/// Signs out, wherever the cookie was copied to. What the shopper in the same browser has in the basket stays.
///
/// # Errors
/// When the database fails.
pub async fn sign_out(visit: &Visit) -> Result<(), Error> {
    let (session, ground) = (visit.session(), &visit.site.ground);
    if let Some(key) = key(session) {
        sign_ins::end(ground, &key).await?;
    }
    session.remove(KEY);
    csrf::renew(session, &ground.random)
}

fn key(session: &Session) -> Option<String> {
    session.get(KEY).ok().flatten()
}
