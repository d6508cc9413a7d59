//! What can go wrong outside a form, and the page that says so, with a way on.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCEPT_LANGUAGE, ALLOW, CONTENT_TYPE, HeaderMap, HeaderValue, LOCATION, RETRY_AFTER,
};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{HttpResponse, ResponseError};
use askama::Template;

use crate::db::{self, turns::TurnError};
use crate::i18n::Lang;
use crate::web::{Page, Site, headers};

/// Everything a handler may fail with.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Another page comes first: the visitor is sent there.
    #[error("another page comes first")]
    Elsewhere(String),
    /// No such page, product or order; or somebody else's.
    #[error("not found")]
    NotFound,
    /// The form or the query cannot be read at all.
    #[error("unreadable request")]
    Unreadable,
    /// The form comes from another site.
    #[error("request from a foreign page")]
    Foreign,
    /// The form's token is not this session's: the session has ended, or the page is a day old.
    #[error("stale form")]
    Stale,
    /// Something else came first: another tab, another click.
    #[error("conflict")]
    Conflict,
    /// There is such a page, but it is asked for in another way: by these methods.
    #[error("method not allowed")]
    Method(&'static str),
    /// A name that is not this server's.
    #[error("request for another host")]
    OtherHost,
    /// The body did not arrive in time.
    #[error("request too slow")]
    TooSlow,
    /// More than a form may carry.
    #[error("request too large")]
    TooLarge,
    /// A body in a coding or of a kind that no form of ours has.
    #[error("unsupported kind of body")]
    Unsupported,
    /// Too many tries; so many seconds from now the next one counts again.
    #[error("too many requests")]
    TooMany(u32),
    /// All places are taken for a moment; so many seconds from now one should be free.
    #[error("busy")]
    Busy(u32),
    /// The database cannot be reached. Nothing was written.
    #[error("the database cannot be reached")]
    Unavailable(#[source] sqlx::Error),
    /// A fault of ours; logged once, where it is answered.
    #[error("internal error")]
    Internal(#[source] Box<dyn std::error::Error>),
}

impl Error {
    /// Wraps a fault of ours.
    pub fn internal(error: impl std::error::Error + 'static) -> Self {
        Self::Internal(Box::new(error))
    }

    /// After how many seconds the same request may be tried again.
    #[must_use]
    pub fn retry_after(&self) -> Option<u32> {
        match self {
            Self::TooMany(seconds) | Self::Busy(seconds) => Some((*seconds).max(1)),
            Self::Unavailable(_) => Some(3),
            _ => None,
        }
    }

    /// Says when, or how, the same may be asked.
    fn advise(&self, headers: &mut HeaderMap) {
        if let Some(seconds) = self.retry_after() {
            headers.insert(RETRY_AFTER, seconds.into());
        }
        if let Self::Elsewhere(path) = self
            && let Ok(path) = HeaderValue::from_str(path)
        {
            headers.insert(LOCATION, path);
        }
        if let Self::Method(methods) = self {
            headers.insert(ALLOW, HeaderValue::from_static(methods));
        }
    }

    /// The key of the texts on the error page.
    fn key(status: StatusCode, error: Option<&Self>) -> &'static str {
        match (error, status.as_u16()) {
            (Some(Self::Stale), _) => "stale",
            (Some(Self::Foreign), _) => "foreign",
            (_, 404) => "not-found",
            (_, 405) => "method",
            (_, 409) => "conflict",
            (_, 408) => "too-slow",
            (_, 413) => "too-large",
            (_, 415) => "unsupported",
            (_, 421) => "other-host",
            (_, 429) => "too-many",
            (Some(Self::Unavailable(_)), _) => "unavailable",
            (_, 503) => "busy",
            (_, 400..=499) => "unreadable",
            _ => "internal",
        }
    }
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        match error {
            // A full pool is no outage.
            sqlx::Error::PoolTimedOut => Self::Busy(2),
            error if db::is_unreachable(&error) => Self::Unavailable(error),
            error if db::is_held(&error) => Self::Busy(1),
            error if db::is_too_slow(&error) => {
                tracing::error!(%error, "a statement took too long");
                Self::Busy(5)
            }
            error => Self::internal(error),
        }
    }
}

impl From<TurnError> for Error {
    fn from(error: TurnError) -> Self {
        match error {
            TurnError::Busy => Self::Busy(2),
            TurnError::Database(error) => error.into(),
        }
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::Elsewhere(_) => StatusCode::FOUND,
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Unreadable => StatusCode::BAD_REQUEST,
            Self::Foreign | Self::Stale => StatusCode::FORBIDDEN,
            Self::Conflict => StatusCode::CONFLICT,
            Self::Method(_) => StatusCode::METHOD_NOT_ALLOWED,
            Self::OtherHost => StatusCode::MISDIRECTED_REQUEST,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Unsupported => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooMany(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy(_) | Self::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse<BoxBody> {
        let mut answer = HttpResponse::new(self.status_code());
        self.advise(answer.headers_mut());
        answer
    }
}

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage<'a> {
    p: &'a Page,
    title: String,
    text: String,
}

/// Turns every failed answer without a page into one, in the visitor's language.
///
/// # Errors
/// A failure of a middleware stays one, but it carries its page and its headers with it.
pub async fn pages(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let lang = language(&request);
    let https = request.app_data::<Data<Site>>().is_some_and(|site| site.https());
    match next.call(request).await {
        Ok(answer) if speaks_for_itself(&answer) => Ok(answer.map_into_boxed_body()),
        Ok(answer) => {
            let status = answer.status();
            let key = answer.response().error().map_or_else(|| Error::key(status, None), key_of);
            let advice = answer.response().error().map(advice).unwrap_or_default();
            let page = Full { status, html: html(lang, key), https, advice };
            Ok(answer.into_response(page.error_response()))
        }
        Err(error) => {
            let status = error.as_response_error().status_code();
            let advice = advice(&error);
            Err(Full { status, html: html(lang, key_of(&error)), https, advice }.into())
        }
    }
}

/// A whole error page, for failures before any handler was reached.
#[derive(Debug, thiserror::Error)]
#[error("{status}")]
struct Full {
    status: StatusCode,
    html: String,
    https: bool,
    advice: HeaderMap,
}

impl ResponseError for Full {
    fn status_code(&self) -> StatusCode {
        self.status
    }

    fn error_response(&self) -> HttpResponse<BoxBody> {
        let mut answer = HttpResponse::build(self.status)
            .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
            .body(self.html.clone());
        for (name, value) in &self.advice {
            answer.headers_mut().insert(name.clone(), value.clone());
        }
        headers::set_all(answer.headers_mut(), self.https);
        answer
    }
}

fn advice(error: &actix_web::Error) -> HeaderMap {
    let mut headers = HeaderMap::new();
    if let Some(error) = error.as_error::<Error>() {
        error.advise(&mut headers);
    }
    headers
}

fn html(lang: Lang, key: &str) -> String {
    let page = Page::plain(lang, "/");
    let words = |part: &str| page.t(&format!("error-{key}-{part}")).into_owned();
    let view = ErrorPage { p: &page, title: words("title"), text: words("text") };
    view.render().unwrap_or_default()
}

/// The key of the texts for a failure; a fault of ours is logged here, and nowhere else.
fn key_of(error: &actix_web::Error) -> &'static str {
    let status = error.as_response_error().status_code();
    if status.is_server_error() {
        let own = error.as_error::<Error>();
        let cause =
            own.and_then(std::error::Error::source).map_or_else(|| error.to_string(), ToString::to_string);
        // What passes by itself is no fault of ours; and of an outage the pulse tells, once.
        match own {
            Some(Error::Unavailable(_)) => tracing::debug!(cause, "a request has met an outage"),
            Some(Error::Busy(_)) => tracing::warn!("a request has to be tried again later"),
            _ => tracing::error!(status = status.as_u16(), cause, "a request failed"),
        }
    }
    Error::key(status, error.as_error::<Error>())
}

fn speaks_for_itself<B>(answer: &ServiceResponse<B>) -> bool {
    let fine = !answer.status().is_client_error() && !answer.status().is_server_error();
    fine || (answer.response().error().is_none() && answer.headers().contains_key(CONTENT_TYPE))
}

fn language(request: &ServiceRequest) -> Lang {
    let named = request.path().get(1..3).filter(|_| request.path().get(3..4).is_none_or(|c| c == "/"));
    named.and_then(Lang::parse).unwrap_or_else(|| {
        let header = request.headers().get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        Lang::accepted(header.unwrap_or_default())
    })
}
