//! What every request passes before anything else of the server sees it: whose name it asks for, in which coding its
//! body comes, how large that may be and how long it may take. The same for the shop and for the simulator.

use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use actix_web::HttpMessage;
use actix_web::body::{BoxBody, MessageBody};
use actix_web::cookie::Cookie;
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::error::PayloadError;
use actix_web::http::ConnectionType;
use actix_web::http::header::{CONTENT_ENCODING, CONTENT_LENGTH, COOKIE, HeaderValue, TRANSFER_ENCODING};
use actix_web::middleware::Next;
use actix_web::web::{Bytes, Data};
use futures_util::Stream;
use tokio::time::{Instant, Interval, MissedTickBehavior, interval};

use crate::web::crowd::Crowd;
use crate::web::drain::Drain;
use crate::web::hosts::Hosts;
use crate::web::{Error, form};

/// A head that is not complete by then is given up (for `HttpServer::client_request_timeout`).
pub const HEAD: Duration = Duration::from_secs(3);
/// A connection that asks nothing for so long is closed (for `HttpServer::keep_alive`).
pub const IDLE: Duration = Duration::from_secs(5);
/// A body that is not complete by then is given up: 16 KiB take that long at 1.6 KiB a second.
const BODY: Duration = Duration::from_secs(10);
/// The same while most places are taken.
const BODY_IN_A_CROWD: Duration = Duration::from_secs(1);

/// How one server receives.
#[derive(Clone, Debug)]
pub struct Door {
    /// The names it answers to.
    pub hosts: Hosts,
    /// The largest body, in bytes.
    pub limit: usize,
    /// The one address that takes a larger one, and how large. Whoever answers there reads it only once they know who sends it.
    pub larger: Option<(&'static str, usize)>,
    /// Who is here already.
    pub crowd: Crowd,
    /// Whether it is closing.
    pub drain: Drain,
}

/// Receives a request, or refuses it unread.
///
/// # Errors
/// Those of the inner layers.
pub async fn receive(
    mut request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let Some(door) = request.app_data::<Data<Door>>().cloned() else {
        return Ok(next.call(request).await?.map_into_boxed_body());
    };
    if let Err(refused) = door.look_at(&request) {
        return Ok(request.error_response(refused));
    }
    keep_good_cookies(&mut request);
    if has_body(&request) {
        let payload = request.take_payload();
        let timed = Timed::new(payload, &door, door.limit_at(request.path()));
        request.set_payload(Payload::Stream { payload: Box::pin(timed) });
    }
    Ok(next.call(request).await?.map_into_boxed_body())
}

/// Ends the line with its answer, where a next request on it is not welcome: the server is closing, most places are taken,
/// or a body was announced that nobody will read.
///
/// # Errors
/// Those of the inner layers.
pub async fn part(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let door = request.app_data::<Data<Door>>().cloned();
    let mut answer = next.call(request).await?;
    let unread = matches!(answer.status().as_u16(), 408 | 413 | 415 | 421);
    if unread || door.is_some_and(|door| door.drain.has_begun() || door.crowd.is_dense()) {
        answer.response_mut().head_mut().set_connection_type(ConnectionType::Close);
    }
    Ok(answer)
}

impl Door {
    fn limit_at(&self, path: &str) -> usize {
        self.larger.filter(|(larger, _)| *larger == path).map_or(self.limit, |(_, limit)| limit)
    }

    fn look_at(&self, request: &ServiceRequest) -> Result<(), Error> {
        if !self.hosts.expect(request) {
            return Err(Error::OtherHost);
        }
        // Unpacked by nobody: a hundred kilobytes can hold a hundred megabytes.
        let plain = |coding: &str| {
            coding.split(',').map(str::trim).all(|one| one.is_empty() || one.eq_ignore_ascii_case("identity"))
        };
        let mut codings = request.headers().get_all(CONTENT_ENCODING);
        if !codings.all(|coding| coding.to_str().is_ok_and(plain)) {
            return Err(Error::Unsupported);
        }
        let announced =
            request.headers().get(CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
        if announced.is_some_and(|length: u64| length > self.limit_at(request.path()) as u64) {
            return Err(Error::TooLarge);
        }
        Ok(())
    }
}

/// A neighbour's cookie that cannot be read must not hide ours.
fn keep_good_cookies(request: &mut ServiceRequest) {
    let good = |pair: &[u8]| {
        let pair = std::str::from_utf8(pair).ok()?.trim();
        Cookie::parse_encoded(pair).is_ok().then(|| pair.to_owned())
    };
    // Not by the request's own reading, which would be remembered.
    let all: Vec<&[u8]> = request
        .headers()
        .get_all(COOKIE)
        .flat_map(|header| header.as_bytes().split(|byte| *byte == b';'))
        .collect();
    let pairs: Vec<String> = all.iter().filter_map(|pair| good(pair)).collect();
    if pairs.len() == all.len() {
        return;
    }
    // In bytes: what is no ASCII may stand in a neighbour's cookie.
    let kept = HeaderValue::from_bytes(pairs.join("; ").as_bytes());
    request.headers_mut().remove(COOKIE);
    if let Ok(kept) = kept {
        request.headers_mut().insert(COOKIE, kept);
    }
}

fn has_body(request: &ServiceRequest) -> bool {
    let headers = request.headers();
    let none = headers.get(CONTENT_LENGTH).is_none_or(|length| length.as_bytes() == b"0");
    !none || headers.contains_key(TRANSFER_ENCODING)
}

/// A body with an end: after so many bytes, or after so much time.
struct Timed {
    payload: Payload,
    begun: Instant,
    left: usize,
    crowd: Crowd,
    tick: Interval,
}

impl Timed {
    fn new(payload: Payload, door: &Door, left: usize) -> Self {
        let mut tick = interval(Duration::from_millis(250));
        tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
        Self { payload, begun: Instant::now(), left, crowd: door.crowd.clone(), tick }
    }

    fn is_late(&self) -> bool {
        let most = if self.crowd.is_dense() { BODY_IN_A_CROWD } else { BODY };
        self.begun.elapsed() >= most
    }
}

impl Stream for Timed {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        match Pin::new(&mut this.payload).poll_next(context) {
            Poll::Ready(Some(Ok(piece))) => {
                let Some(left) = this.left.checked_sub(piece.len()) else {
                    return Poll::Ready(Some(Err(PayloadError::Overflow)));
                };
                this.left = left;
                return Poll::Ready(Some(Ok(piece)));
            }
            Poll::Ready(other) => return Poll::Ready(other),
            Poll::Pending => {}
        }
        while this.tick.poll_tick(context).is_ready() {
            if this.is_late() {
                return Poll::Ready(Some(Err(form::too_slow())));
            }
        }
        Poll::Pending
    }
}
