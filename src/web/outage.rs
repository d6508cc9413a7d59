//! What a visitor sees of an outage of the database: a page that says so within a second, or, where it is over by then,
//! nothing at all.

use std::time::{Duration, Instant};

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::middleware::Next;
use actix_web::web::Data;
use actix_web::{FromRequest, Handler, HttpRequest, Route};

use crate::db::pulse::Pulse;
use crate::web::ways::reading;
use crate::web::{Answer, Error, Site};

/// How long a visitor waits for a database that cannot be reached. A full pool is no outage: there one waits.
pub const PATIENCE: Duration = Duration::from_millis(950);

/// Answers 503 in the place of a request that the database's outage holds up; waits for the end of a short one.
///
/// # Errors
/// [`Error::Unavailable`], and those of the inner layers.
pub async fn watch(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let begun = Instant::now();
    let Some(pulse) = request.app_data::<Data<Site>>().map(|site| site.pulse.clone()) else {
        return Ok(next.call(request).await?.map_into_boxed_body());
    };
    if !pulse.is_up_within(PATIENCE).await {
        return Ok(request.error_response(no_pulse()));
    }
    let answer = tokio::select! {
        answer = next.call(request) => answer,
        () = gone(&pulse, begun) => return Err(no_pulse().into()),
    };
    match answer {
        // A session that could not be read fails before any handler that would know why.
        Err(error) if error.as_error::<Error>().is_none() && pulse.was_down_since(begun) => {
            Err(no_pulse().into())
        }
        answer => Ok(answer?.map_into_boxed_body()),
    }
}

fn no_pulse() -> Error {
    let cause = std::io::Error::new(std::io::ErrorKind::NotConnected, "the database has no pulse");
    Error::Unavailable(sqlx::Error::Io(cause))
}

/// Ends when the patience with this request is at an end and the database cannot be reached.
async fn gone(pulse: &Pulse, begun: Instant) {
    loop {
        pulse.down().await;
        if !pulse.is_up_within(PATIENCE.saturating_sub(begun.elapsed())).await {
            return;
        }
    }
}

/// The route of a page that only reads: GET and HEAD. Where the database was lost while it was asked, it is asked again
/// as soon as it is back, for as long as the visitor has patience; a page that only reads may be made twice.
pub fn read<H, A>(handler: H) -> Route
where
    H: Handler<A>,
    H::Future: Future<Output = Answer>,
    H: Handler<A, Output = Answer>,
    A: FromRequest + 'static,
{
    let twice = move |request: HttpRequest, site: Data<Site>| {
        let handler = handler.clone();
        async move {
            let begun = Instant::now();
            loop {
                let failed = match once(&handler, &request).await {
                    Err(error) if is_outage(&error) => error,
                    answer => return answer,
                };
                // Found out here before the pulse has missed a beat.
                tokio::time::sleep(Duration::from_millis(20)).await;
                let left = PATIENCE.saturating_sub(begun.elapsed());
                if left.is_zero() || !site.pulse.is_up_within(left).await {
                    return Err(failed);
                }
            }
        }
    };
    reading().to(twice)
}

async fn once<H, A>(handler: &H, request: &HttpRequest) -> Result<actix_web::HttpResponse, actix_web::Error>
where
    H: Handler<A, Output = Answer>,
    A: FromRequest + 'static,
{
    let arguments = A::from_request(request, &mut Payload::None).await.map_err(Into::into)?;
    Ok(handler.call(arguments).await?)
}

fn is_outage(error: &actix_web::Error) -> bool {
    matches!(error.as_error::<Error>(), Some(Error::Unavailable(_)))
}
