//! The answers of a service that is out of order, down to the connection: reset, closed, broken off.

use std::any::Any;
use std::future::Future;
use std::os::fd::{AsFd, OwnedFd};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use actix_web::body::{BodySize, MessageBody};
use actix_web::dev::Extensions;
use actix_web::http::header::RETRY_AFTER;
use actix_web::rt::net::TcpStream;
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use serde_json::json;
use tokio::time::{Sleep, sleep};

use crate::sandbox::faults::Fault;

/// A connection's second handle: a reset is made at the socket, which a handler does not see.
struct Line(OwnedFd);

/// Keeps the handle of a new connection, for `HttpServer::on_connect`.
pub fn keep(io: &dyn Any, data: &mut Extensions) {
    let socket = io.downcast_ref::<TcpStream>().and_then(|stream| stream.as_fd().try_clone_to_owned().ok());
    if let Some(socket) = socket {
        data.insert(Line(socket));
    }
}

/// The answer that a fault gives instead of the right one; `None` where the right one is only late, or changed by whoever
/// gives it. `before` says that whoever asks has met the fault before.
pub async fn answer(http: &HttpRequest, fault: Fault, before: bool) -> Option<HttpResponse> {
    let json = |body| HttpResponse::Ok().json(body);
    Some(match fault {
        Fault::Silent => return after(10).await,
        Fault::Slow => return after(2).await,
        Fault::Reset => {
            reset_at_end(http);
            HttpResponse::Ok().body(BrokenBody::after(""))
        }
        Fault::Close => HttpResponse::Ok().body(BrokenBody::after("")),
        Fault::Down => HttpResponse::InternalServerError().finish(),
        Fault::Busy => HttpResponse::TooManyRequests().insert_header((RETRY_AFTER, "1")).finish(),
        Fault::Garbage => HttpResponse::Ok().content_type("text/html").body("<h1>Wartungsarbeiten</h1>"),
        Fault::HalfBody => {
            HttpResponse::Ok().content_type("application/json").body(BrokenBody::after("{\"id\": \"PT0"))
        }
        Fault::Schema => json(json!({ "result": [{ "form": "another" }] })),
        Fault::Refused => HttpResponse::BadRequest().finish(),
        Fault::RefusedOnce if before => return None,
        Fault::RefusedOnce | Fault::Unauthorised => HttpResponse::Unauthorized().finish(),
        Fault::Forbidden => HttpResponse::Forbidden().finish(),
        Fault::BadId => json(json!({ "id": "PT 01 12", "verified": "NONE" })),
        Fault::NoId => json(json!({ "verified": "NONE" })),
        Fault::UnknownStatus | Fault::Empty | Fault::Tenth | Fault::Fewer | Fault::Nowhere => return None,
        Fault::Lost | Fault::LostHalf | Fault::Made500 | Fault::Made504 | Fault::Says(_) => return None,
        // The mail server's own.
        Fault::Hang | Fault::NoService | Fault::Later | Fault::NoAddress | Fault::TakenUnsaid => return None,
    })
}

/// The first half of a right answer, or nothing of it; then the connection ends.
#[must_use]
pub fn broken(whole: &[u8], half: bool) -> HttpResponse {
    let first = Bytes::copy_from_slice(if half { &whole[..whole.len() / 2] } else { &[] });
    let size = u64::try_from(whole.len()).unwrap_or(u64::MAX);
    HttpResponse::Ok().content_type("application/json").body(BrokenBody::promising(first, size))
}

async fn after(seconds: u64) -> Option<HttpResponse> {
    sleep(Duration::from_secs(seconds)).await;
    None
}

/// The kernel resets a connection that is closed with nothing left to linger for.
fn reset_at_end(http: &HttpRequest) {
    if let Some(Line(socket)) = http.conn_data() {
        let _ = rustix::net::sockopt::set_socket_linger(socket, Some(Duration::ZERO));
    }
}

/// Promises more bytes than it sends and breaks off: at once, before anything is on the wire, or after a few bytes.
struct BrokenBody {
    first: Option<Bytes>,
    size: u64,
    pause: Pin<Box<Sleep>>,
}

impl BrokenBody {
    fn after(first: &'static str) -> Self {
        Self::promising(Bytes::from_static(first.as_bytes()), 100)
    }

    fn promising(first: Bytes, size: u64) -> Self {
        let first = Some(first).filter(|first| !first.is_empty());
        // So long what was written gets onto the wire.
        let pause = if first.is_some() { Duration::from_millis(50) } else { Duration::ZERO };
        Self { first, size, pause: Box::pin(sleep(pause)) }
    }
}

impl MessageBody for BrokenBody {
    type Error = std::io::Error;

    fn size(&self) -> BodySize {
        BodySize::Sized(self.size)
    }

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Self::Error>>> {
        let broken = Poll::Ready(Some(Err(std::io::ErrorKind::BrokenPipe.into())));
        match self.first.take() {
            Some(first) => Poll::Ready(Some(Ok(first))),
            // Without a pause it must not wait: while it does, the head is sent.
            None if self.pause.deadline() <= tokio::time::Instant::now() => broken,
            None => {
                self.pause.as_mut().poll(context).map(|()| Some(Err(std::io::ErrorKind::BrokenPipe.into())))
            }
        }
    }
}
