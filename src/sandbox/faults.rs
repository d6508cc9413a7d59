//! What can go wrong at Post, on request: by a tag in the e-mail address (`hans+silent@example.ch`), or switched on
//! at the console for everybody.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use actix_web::HttpResponse;
use actix_web::body::{BodySize, MessageBody};
use actix_web::web::Bytes;
use serde_json::json;

/// A fault, named by what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Answers after ten seconds, long after the shop's deadline.
    Silent,
    /// Answers after two seconds, within the deadline.
    Slow,
    /// 500.
    Down,
    /// 200 with a page instead of JSON.
    Garbage,
    /// Half an answer, then the connection ends.
    HalfBody,
    /// An ID that is none.
    BadId,
    /// No ID at all.
    NoId,
    /// A status that nobody knows.
    UnknownStatus,
    /// 401 at the first try.
    RefusedOnce,
    /// 403.
    Forbidden,
}

impl Fault {
    /// All faults with their tags, for the console.
    pub const TAGS: [(&'static str, Self); 10] = [
        ("silent", Self::Silent),
        ("slow", Self::Slow),
        ("500", Self::Down),
        ("garbage", Self::Garbage),
        ("halfbody", Self::HalfBody),
        ("badid", Self::BadId),
        ("noid", Self::NoId),
        ("unknown", Self::UnknownStatus),
        ("401once", Self::RefusedOnce),
        ("403", Self::Forbidden),
    ];

    /// Reads a tag.
    #[must_use]
    pub fn read(tag: &str) -> Option<Self> {
        Self::TAGS.into_iter().find(|(name, _)| *name == tag).map(|(_, fault)| fault)
    }

    /// The answer that the fault gives instead of the right one; `None` where only the right one is late.
    pub async fn answer(self, refused_before: bool) -> Option<HttpResponse> {
        match self {
            Self::Silent => tokio::time::sleep(Duration::from_secs(10)).await,
            Self::Slow => tokio::time::sleep(Duration::from_secs(2)).await,
            Self::Down => return Some(HttpResponse::InternalServerError().finish()),
            Self::Garbage => {
                return Some(HttpResponse::Ok().content_type("text/html").body("<h1>Wartungsarbeiten</h1>"));
            }
            Self::HalfBody => {
                return Some(HttpResponse::Ok().content_type("application/json").body(HalfBody::new()));
            }
            Self::BadId => {
                return Some(HttpResponse::Ok().json(json!({"id": "PT 01 12", "verified": "NONE"})));
            }
            Self::NoId => return Some(HttpResponse::Ok().json(json!({"verified": "NONE"}))),
            Self::RefusedOnce if !refused_before => return Some(HttpResponse::Unauthorized().finish()),
            Self::Forbidden => return Some(HttpResponse::Forbidden().finish()),
            Self::UnknownStatus | Self::RefusedOnce => {}
        }
        None
    }
}

/// What can go wrong at the location service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocationFault {
    /// Answers after ten seconds.
    Silent,
    /// Answers after two seconds.
    Slow,
    /// 500.
    Down,
    /// 200 with a page instead of data.
    Garbage,
    /// Half an answer, then the connection ends.
    HalfBody,
    /// A list without a point.
    Empty,
    /// A list that lacks exactly a tenth of the points.
    Tenth,
    /// A list that lacks an eighth of the points.
    Fewer,
    /// Some points lie in the Gulf of Guinea.
    Nowhere,
}

impl LocationFault {
    /// All with their tags, for the console.
    pub const TAGS: [(&'static str, Self); 9] = [
        ("silent", Self::Silent),
        ("slow", Self::Slow),
        ("500", Self::Down),
        ("garbage", Self::Garbage),
        ("halfbody", Self::HalfBody),
        ("empty", Self::Empty),
        ("tenth", Self::Tenth),
        ("fewer", Self::Fewer),
        ("nowhere", Self::Nowhere),
    ];

    /// Reads a tag.
    #[must_use]
    pub fn read(tag: &str) -> Option<Self> {
        Self::TAGS.into_iter().find(|(name, _)| *name == tag).map(|(_, fault)| fault)
    }

    /// The answer that the fault gives instead of the right one; `None` where the right one is late or changed.
    pub async fn answer(self) -> Option<HttpResponse> {
        match self {
            Self::Silent => Fault::Silent.answer(false).await,
            Self::Slow => Fault::Slow.answer(false).await,
            Self::Down => Fault::Down.answer(false).await,
            Self::Garbage => Fault::Garbage.answer(false).await,
            Self::HalfBody => Fault::HalfBody.answer(false).await,
            Self::Empty | Self::Tenth | Self::Fewer | Self::Nowhere => None,
        }
    }
}

/// The tag of an e-mail address: what stands between `+` and `@`.
#[must_use]
pub fn tag(email: &str) -> Option<&str> {
    email.split_once('@')?.0.rsplit_once('+').map(|(_, tag)| tag)
}

/// Promises a hundred bytes, sends a few, waits until they are on the wire, and breaks off.
struct HalfBody {
    begun: bool,
    pause: Pin<Box<tokio::time::Sleep>>,
}

impl HalfBody {
    fn new() -> Self {
        Self { begun: false, pause: Box::pin(tokio::time::sleep(Duration::from_millis(50))) }
    }
}

impl MessageBody for HalfBody {
    type Error = std::io::Error;

    fn size(&self) -> BodySize {
        BodySize::Sized(100)
    }

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Self::Error>>> {
        if !self.begun {
            self.begun = true;
            return Poll::Ready(Some(Ok(Bytes::from_static(b"{\"id\": \"PT0"))));
        }
        self.pause.as_mut().poll(context).map(|()| Some(Err(std::io::ErrorKind::BrokenPipe.into())))
    }
}
