//! What every page knows of itself, and how a page becomes an answer.

use std::borrow::Cow;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_TYPE, LOCATION, RETRY_AFTER};
use askama::Template;

use crate::i18n::{Lang, Value};
use crate::money::Rappen;
use crate::web::Error;
use crate::web::frame::Frame;

/// What a page knows of itself: language, address, the number on its badge and the token for its forms.
#[derive(Clone, Debug)]
pub struct Page {
    /// The page's language.
    pub lang: Lang,
    /// Path and query below the language, such as `/basket`.
    pub path: String,
    /// The number on the frame's badge.
    pub badge: u32,
    /// The masked token that every form of this page carries.
    pub csrf: String,
}

impl Page {
    /// A page as it looks in samples and error pages.
    #[must_use]
    pub fn plain(lang: Lang, path: &str) -> Self {
        Self { lang, path: path.to_owned(), badge: 0, csrf: String::new() }
    }

    /// What stands around this page.
    #[must_use]
    pub fn frame(&self) -> &'static Frame {
        Frame::now()
    }

    /// The text of a key.
    #[must_use]
    pub fn t(&self, key: &str) -> Cow<'static, str> {
        self.lang.t(key)
    }

    /// The text of a key about `n` things.
    #[must_use]
    pub fn n(&self, key: &str, n: impl Count) -> String {
        self.lang.with(key, &[("n", n.count().into())])
    }

    /// The text of a key with one piece of text in it, named `x`.
    #[must_use]
    pub fn x(&self, key: &str, x: impl ToString) -> String {
        self.lang.x(key, x)
    }

    /// The text of a key with two pieces of text in it, named `x` and `y`.
    #[must_use]
    pub fn xy(&self, key: &str, x: impl ToString, y: impl ToString) -> String {
        self.lang.xy(key, x, y)
    }

    /// The text of a key with any arguments.
    #[must_use]
    pub fn with(&self, key: &str, args: &[(&str, Value<'_>)]) -> String {
        self.lang.with(key, args)
    }

    /// An address of the shop in this page's language: `/basket` becomes `/fr/basket`.
    #[must_use]
    pub fn href(&self, path: &str) -> String {
        format!("/{}{path}", self.lang)
    }

    /// "12 seconds" or "3 minutes", rounded up.
    #[must_use]
    pub fn span(&self, seconds: u32) -> String {
        if seconds < 100 {
            self.n("span-seconds", seconds)
        } else {
            self.n("span-minutes", seconds.div_ceil(60))
        }
    }

    /// This page in another language.
    #[must_use]
    pub fn in_lang(&self, lang: &Lang) -> String {
        format!("/{lang}{}", self.path)
    }

    /// The languages of the switch.
    #[must_use]
    pub fn languages(&self) -> [Lang; 4] {
        Lang::ALL
    }

    /// `CHF 58.90`; the space does not break.
    #[must_use]
    pub fn chf(&self, amount: &Rappen) -> String {
        format!("CHF\u{a0}{amount}")
    }
}

/// A number of things, as templates hand it over: by value or by reference.
pub trait Count {
    /// The number.
    fn count(&self) -> i64;
}

macro_rules! count {
    ($($number:ty),*) => {$(
        impl Count for $number {
            fn count(&self) -> i64 {
                i64::try_from(*self).unwrap_or(i64::MAX)
            }
        }
    )*};
}
count!(u32, i32, u64, usize, i64);

impl<T: Count> Count for &T {
    fn count(&self) -> i64 {
        (**self).count()
    }
}

/// Answers 200 with the page.
///
/// # Errors
/// Only when the template itself fails, which its sample test excludes.
pub fn page(view: &impl Template) -> Result<HttpResponse, Error> {
    render(StatusCode::OK, view)
}

/// Answers 422 with the page: what was typed is still there, with the messages at the fields.
///
/// # Errors
/// As [`page`].
pub fn unprocessable(view: &impl Template) -> Result<HttpResponse, Error> {
    render(StatusCode::UNPROCESSABLE_ENTITY, view)
}

/// Answers any status with the page.
///
/// # Errors
/// As [`page`].
pub fn render(status: StatusCode, view: &impl Template) -> Result<HttpResponse, Error> {
    let html = view.render().map_err(Error::internal)?;
    Ok(HttpResponse::build(status).insert_header((CONTENT_TYPE, "text/html; charset=utf-8")).body(html))
}

/// Answers 429 or 503 with the page, and when to send it again: nothing that was typed is lost.
///
/// # Errors
/// As [`page`].
pub fn not_yet(status: StatusCode, seconds: u32, view: &impl Template) -> Result<HttpResponse, Error> {
    let mut answer = render(status, view)?;
    answer.headers_mut().insert(RETRY_AFTER, seconds.max(1).into());
    Ok(answer)
}

/// Answers 303: the form was taken, go on there. A reload then repeats nothing.
#[must_use]
pub fn see_other(path: &str) -> HttpResponse {
    HttpResponse::SeeOther().insert_header((LOCATION, path)).finish()
}

/// Answers 302 to a page that comes first.
#[must_use]
pub fn found(path: &str) -> HttpResponse {
    HttpResponse::Found().insert_header((LOCATION, path)).finish()
}
