//! The page that says what has gone wrong, in the visitor's language, with a way on.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_TYPE, HeaderMap};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{HttpResponse, ResponseError};
use askama::Template;

use crate::i18n::Lang;
use crate::web::cookies::SESSION;
use crate::web::{Error, Page, Site, headers, wants, ways};

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage<'a> {
    p: &'a Page,
    title: String,
    text: String,
    /// The same address, asked for anew: of a form that came too late.
    anew: Option<String>,
}

/// Turns every failed answer without a page into one, in the visitor's language.
///
/// # Errors
/// A failure of a middleware stays one, but it carries its page and its headers with it.
pub async fn add(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let lang = language(&request);
    let https = request.app_data::<Data<Site>>().is_some_and(|site| site.https());
    match next.call(request).await {
        Ok(answer) if speaks_for_itself(&answer) => Ok(answer.map_into_boxed_body()),
        Ok(answer) => {
            let status = answer.status();
            let key = answer.response().error().map_or_else(|| key(status, None), key_of);
            let advice = answer.response().error().map(advice).unwrap_or_default();
            let request = answer.request();
            let read = ways::of(request).is_some_and(|methods| methods.contains("GET"));
            let anew = (key == "stale" && read).then(|| request.path().to_owned());
            let page = Full { status, html: html(lang, key, anew), https, advice };
            Ok(answer.into_response(page.error_response()))
        }
        Err(error) => {
            let status = error.as_response_error().status_code();
            let advice = advice(&error);
            Err(Full { status, html: html(lang, key_of(&error), None), https, advice }.into())
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

fn html(lang: Lang, key: &str, anew: Option<String>) -> String {
    let page = Page::plain(lang, "/");
    let words = |part: &str| page.n(&format!("error-{key}-{part}"), SESSION.days);
    let view = ErrorPage { p: &page, title: words("title"), text: words("text"), anew };
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
    key(status, error.as_error::<Error>())
}

fn speaks_for_itself<B>(answer: &ServiceResponse<B>) -> bool {
    let fine = !answer.status().is_client_error() && !answer.status().is_server_error();
    fine || (answer.response().error().is_none() && answer.headers().contains_key(CONTENT_TYPE))
}

fn language(request: &ServiceRequest) -> Lang {
    let named = request.path().get(1..3).filter(|_| request.path().get(3..4).is_none_or(|c| c == "/"));
    named.and_then(Lang::parse).unwrap_or_else(|| wants::language(request.headers()))
}

/// The key of the texts on the error page.
fn key(status: StatusCode, error: Option<&Error>) -> &'static str {
    match (error, status.as_u16()) {
        (Some(Error::Stale), _) => "stale",
        (Some(Error::Foreign), _) => "foreign",
        (_, 404) => "not-found",
        (_, 405) => "method",
        (_, 409) => "conflict",
        (_, 408) => "too-slow",
        (_, 413) => "too-large",
        (_, 415) => "unsupported",
        (_, 421) => "other-host",
        (_, 429) => "too-many",
        (Some(Error::Unavailable(_)), _) => "unavailable",
        (_, 503) => "busy",
        (_, 400..=499) => "unreadable",
        _ => "internal",
    }
}
