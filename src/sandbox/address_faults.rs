//! What can go wrong at Post's address API, on request: by a tag at the end of a street (`Seestrasse+silent`), or switched on at
//! the console for everybody.

use std::time::Duration;

use actix_web::HttpResponse;
use actix_web::http::header::RETRY_AFTER;

use crate::sandbox::faults::Fault;

/// A fault, named by what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressFault {
    /// Answers after ten seconds, long after anybody waits.
    Silent,
    /// Answers after half a second.
    Slow,
    /// 500.
    Down,
    /// 200 with a page instead of JSON.
    Garbage,
    /// Half an answer, then the connection ends.
    HalfBody,
    /// 429, and the next question not before a minute.
    TooMany,
}

impl AddressFault {
    /// All with their tags, and what they do in words, for the console.
    pub const TAGS: [(&'static str, Self, &'static str); 6] = [
        ("silent", Self::Silent, "answers after ten seconds"),
        ("slow", Self::Slow, "answers after half a second"),
        ("500", Self::Down, "that status"),
        ("garbage", Self::Garbage, "a page instead of JSON"),
        ("halfbody", Self::HalfBody, "half an answer, then the connection ends"),
        ("429", Self::TooMany, "that status, with Retry-After of a minute"),
    ];

    /// Reads a tag.
    #[must_use]
    pub fn read(tag: &str) -> Option<Self> {
        Self::TAGS.into_iter().find(|(name, ..)| *name == tag).map(|(_, fault, _)| fault)
    }

    /// The answer that the fault gives instead of the right one; `None` where the right one is late.
    pub async fn answer(self) -> Option<HttpResponse> {
        match self {
            Self::Silent => Fault::Silent.answer(false).await,
            Self::Down => Fault::Down.answer(false).await,
            Self::Garbage => Fault::Garbage.answer(false).await,
            Self::HalfBody => Fault::HalfBody.answer(false).await,
            Self::Slow => {
                tokio::time::sleep(Duration::from_millis(500)).await;
                None
            }
            Self::TooMany => {
                Some(HttpResponse::TooManyRequests().insert_header((RETRY_AFTER, "60")).finish())
            }
        }
    }
}
