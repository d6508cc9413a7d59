//! Reads forms and queries; what cannot be read at all is a 400 page, never a 500.

use actix_session::SessionExt;
use actix_web::dev::Payload;
use actix_web::error::PayloadError;
use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Data};
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use futures_util::StreamExt;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::borrow::Cow;
use std::future::{Future, Ready, ready};
use std::pin::Pin;

use crate::i18n::Lang;
use crate::web::{Error, FormState, Site, csrf};

/// The largest form: 16 KiB, held by the door.
pub const LIMIT: usize = 16 * 1024;
/// The largest form with a file's text in it: 256 KiB, for whoever is signed in behind the counter.
pub const LARGE: usize = 256 * 1024;

/// A form of a visitor with a session.
#[derive(Debug)]
pub struct Form<T>(pub T);

/// A form that may be the first thing a visitor does, such as putting something into the basket.
#[derive(Debug)]
pub struct OpenForm<T>(pub T);

/// A form that carries a file's text, of a page that the door knows as such (`web/door.rs`). It is read when the handler asks for
/// it, once that knows who sends it.
pub struct LargeForm {
    request: HttpRequest,
    payload: Payload,
}

/// A form into which somebody has typed for a while. It is read even where it cannot be taken, so that nothing is typed twice.
#[derive(Debug)]
pub struct TypedForm<T> {
    /// What was typed.
    pub form: T,
    /// What its page was made from, as the page told; empty where it told nothing.
    pub version: String,
    /// Whether only another language of the page was asked for.
    language: bool,
    /// Whether its token is another session's. It was sent by a page of the shop's own: that is seen before (`origin`).
    stale: bool,
}

/// The query of an address, as filters and searches carry it.
#[derive(Debug)]
pub struct Query<T>(pub T);

#[derive(Deserialize)]
struct Token {
    #[serde(default)]
    csrf: String,
}

/// What forms carry beside what is typed.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Beside {
    version: String,
    language: Option<String>,
}

impl<T: DeserializeOwned> FromRequest for Form<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let read = read(request, payload, false);
        Box::pin(async move { Ok(Self(read.await?)) })
    }
}

impl<T: DeserializeOwned> FromRequest for OpenForm<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let read = read(request, payload, true);
        Box::pin(async move { Ok(Self(read.await?)) })
    }
}

impl<T: DeserializeOwned> FromRequest for TypedForm<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Error>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (request, body) = (request.clone(), body(request, payload));
        Box::pin(async move {
            let body = body.await?;
            let stale = match admit(&request, &body, false) {
                Err(Error::Stale) => true,
                admitted => admitted.map(|()| false)?,
            };
            let Beside { version, language } = pairs(&body)?;
            Ok(Self { form: pairs(&body)?, version, language: language.is_some(), stale })
        })
    }
}

impl<T> TypedForm<T> {
    /// Whether the page is only to be shown again, with what was typed, and how it is answered then: in another language, or
    /// with a token of this session.
    #[must_use]
    pub fn again(&self, lang: Lang, state: &mut FormState) -> Option<StatusCode> {
        state.put("version", &self.version);
        if self.stale {
            state.refuse("main", lang.t("form-stale"));
            return Some(StatusCode::FORBIDDEN);
        }
        self.language.then_some(StatusCode::OK)
    }

    /// Why the page cannot be shown again: of a session that has ended nothing is left to go on with.
    #[must_use]
    pub fn lost(&self, error: Error) -> Error {
        if self.stale { Error::Stale } else { error }
    }
}

impl FromRequest for LargeForm {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        ready(Ok(Self { request: request.clone(), payload: payload.take() }))
    }
}

impl LargeForm {
    /// Reads it.
    ///
    /// # Errors
    /// As for a [`Form`].
    pub async fn read<T: DeserializeOwned>(mut self) -> Result<T, Error> {
        let mut body = Vec::new();
        while let Some(piece) = self.payload.next().await {
            body.extend_from_slice(&piece.map_err(|error| unread(&error.into()))?);
        }
        parse(&self.request, &body, false)
    }
}

fn read<T: DeserializeOwned>(
    request: &HttpRequest,
    payload: &mut Payload,
    open: bool,
) -> impl Future<Output = Result<T, Error>> + 'static {
    let (request, body) = (request.clone(), body(request, payload));
    async move { parse(&request, &body.await?, open) }
}

fn body(
    request: &HttpRequest,
    payload: &mut Payload,
) -> impl Future<Output = Result<Bytes, Error>> + 'static {
    let (is_form, body) = (is_form(request), Bytes::from_request(request, payload));
    async move { if is_form { body.await.map_err(|error| unread(&error)) } else { Err(Error::Unreadable) } }
}

fn is_form(request: &HttpRequest) -> bool {
    request.content_type().eq_ignore_ascii_case("application/x-www-form-urlencoded")
}

fn parse<T: DeserializeOwned>(request: &HttpRequest, body: &[u8], open: bool) -> Result<T, Error> {
    if !is_form(request) {
        return Err(Error::Unreadable);
    }
    admit(request, body, open)?;
    pairs(body)
}

/// Lets a form in by its token. Whoever sends one is here still: their session lives for another day.
fn admit(request: &HttpRequest, body: &[u8], open: bool) -> Result<(), Error> {
    let site = request.app_data::<Data<Site>>().ok_or(Error::NotFound)?;
    let (token, session): (Token, _) = (pairs(body)?, request.get_session());
    if !csrf::holds(&session, site, &token.csrf, open) {
        return Err(Error::Stale);
    }
    csrf::keep(&session)
}

/// Reads the pairs of a form or of a query. What is no UTF-8, and no escape, is read as it can be.
fn pairs<T: DeserializeOwned>(pairs: &[u8]) -> Result<T, Error> {
    let read = serde_html_form::from_bytes(pairs);
    read.or_else(|_| serde_html_form::from_str(&once_each(pairs))).map_err(|_| Error::Unreadable)
}

/// The same pairs with every name once: of several the last one counts, as if it had been typed over.
fn once_each(text: &[u8]) -> String {
    let mut pairs: Vec<(Cow<'_, str>, Cow<'_, str>)> = Vec::new();
    for (name, value) in url::form_urlencoded::parse(text) {
        pairs.retain(|(known, _)| *known != name);
        pairs.push((name, value));
    }
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// What a body that took too long looks like to whoever reads it.
#[must_use]
pub fn too_slow() -> PayloadError {
    PayloadError::Io(std::io::ErrorKind::TimedOut.into())
}

/// Why a body was not read.
fn unread(error: &actix_web::Error) -> Error {
    match error.as_error::<PayloadError>() {
        Some(PayloadError::Io(error)) if error.kind() == std::io::ErrorKind::TimedOut => Error::TooSlow,
        _ if error.as_response_error().status_code().as_u16() == 413 => Error::TooLarge,
        _ => Error::Unreadable,
    }
}

impl<T: DeserializeOwned> FromRequest for Query<T> {
    type Error = Error;
    type Future = Ready<Result<Self, Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(pairs(request.query_string().as_bytes()).map(Self))
    }
}
