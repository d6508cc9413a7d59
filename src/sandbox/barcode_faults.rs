//! What can go wrong at the Barcode API, switched on at the console: before a label is made, or after, which is what costs a number.

use std::future::Future;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use actix_web::HttpResponse;
use actix_web::body::{BodySize, MessageBody};
use actix_web::http::header::RETRY_AFTER;
use actix_web::web::Bytes;
use tokio::time::{Sleep, sleep};

/// A fault, named by what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarcodeFault {
    /// Makes the label and answers after twelve seconds, long after the shop's deadline.
    Silent,
    /// Answers after two seconds, within the deadline.
    Slow,
    /// 500, and nothing is made.
    Down,
    /// Makes the label and answers 500.
    MadeDown,
    /// Makes the label and answers 504, as a gateway does that has lost the service behind it.
    Gateway,
    /// 200 with a page instead of JSON; the label is made.
    Garbage,
    /// Makes the label and sends half of the answer, then the connection ends.
    HalfBody,
    /// Makes the label and closes the connection without an answer.
    Lost,
    /// 429, and says nothing of when.
    Busy,
    /// 403.
    Forbidden,
    /// 401 at the first try.
    RefusedOnce,
    /// Calls every number used.
    Used,
    /// Reports that it is in trouble itself.
    Trouble,
}

impl BarcodeFault {
    /// All faults with their tags, for the console.
    pub const TAGS: [(&'static str, Self); 13] = [
        ("silent", Self::Silent),
        ("slow", Self::Slow),
        ("500", Self::Down),
        ("made500", Self::MadeDown),
        ("504", Self::Gateway),
        ("garbage", Self::Garbage),
        ("halfbody", Self::HalfBody),
        ("lost", Self::Lost),
        ("429", Self::Busy),
        ("403", Self::Forbidden),
        ("401once", Self::RefusedOnce),
        ("E2016", Self::Used),
        ("E9999", Self::Trouble),
    ];

    /// Reads a tag.
    #[must_use]
    pub fn read(tag: &str) -> Option<Self> {
        Self::TAGS.into_iter().find(|(name, _)| *name == tag).map(|(_, fault)| fault)
    }

    /// The answer that is given before anything is made; `None` where something is.
    pub async fn before(self, refused_before: bool) -> Option<HttpResponse> {
        Some(match self {
            Self::Down => HttpResponse::InternalServerError().finish(),
            Self::Busy => HttpResponse::TooManyRequests().finish(),
            Self::Forbidden => HttpResponse::Forbidden().finish(),
            Self::RefusedOnce if !refused_before => HttpResponse::Unauthorized().finish(),
            Self::Slow => {
                sleep(Duration::from_secs(2)).await;
                return None;
            }
            _ => return None,
        })
    }

    /// The error that is given instead of a label.
    #[must_use]
    pub fn error(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Used => Some(("E2016", "the consignment number was used before")),
            Self::Trouble => Some(("E9999", "the service is out of order for the moment")),
            _ => None,
        }
    }

    /// The answer that is given once the label is made, instead of `answer`; `None` for the right one.
    pub async fn after(self, answer: &[u8]) -> Option<HttpResponse> {
        let broken = |first: &[u8], all: usize| {
            HttpResponse::Ok().content_type("application/json").body(Broken::after(first, all))
        };
        Some(match self {
            Self::Silent => {
                sleep(Duration::from_secs(12)).await;
                return None;
            }
            Self::MadeDown => HttpResponse::InternalServerError().insert_header((RETRY_AFTER, "1")).finish(),
            Self::Gateway => HttpResponse::GatewayTimeout().finish(),
            Self::Garbage => HttpResponse::Ok().content_type("text/html").body("<h1>Wartungsarbeiten</h1>"),
            Self::HalfBody => broken(&answer[..answer.len() / 2], answer.len()),
            Self::Lost => broken(&[], answer.len()),
            _ => return None,
        })
    }
}

/// Promises a whole answer, sends a part of it, waits until that is on the wire, and breaks off.
struct Broken {
    first: Option<Bytes>,
    all: u64,
    pause: Pin<Box<Sleep>>,
}

impl Broken {
    fn after(first: &[u8], all: usize) -> Self {
        let pause = Box::pin(sleep(Duration::from_millis(if first.is_empty() { 0 } else { 50 })));
        let first = (!first.is_empty()).then(|| Bytes::copy_from_slice(first));
        Self { first, all: u64::try_from(all).unwrap_or(u64::MAX), pause }
    }
}

impl MessageBody for Broken {
    type Error = std::io::Error;

    fn size(&self) -> BodySize {
        BodySize::Sized(self.all)
    }

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Self::Error>>> {
        if let Some(first) = self.first.take() {
            return Poll::Ready(Some(Ok(first)));
        }
        self.pause.as_mut().poll(context).map(|()| Some(Err(std::io::ErrorKind::BrokenPipe.into())))
    }
}
