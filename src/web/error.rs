//! What can go wrong outside a form.

use actix_web::body::BoxBody;
use actix_web::http::StatusCode;
use actix_web::http::header::{ALLOW, HeaderMap, HeaderValue, LOCATION, RETRY_AFTER};
use actix_web::{HttpResponse, ResponseError};

use crate::db::{self, turns::TurnError};

/// What a handler answers.
pub type Answer = Result<actix_web::HttpResponse, Error>;

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
    pub(super) fn advise(&self, headers: &mut HeaderMap) {
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
