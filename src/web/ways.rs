//! In which ways an address may be asked for: every route notes its own while one is looked for, so that whoever asks in
//! another way is told all that there are, and nothing else.

use actix_web::guard::{GuardContext, fn_guard};
use actix_web::http::Method;
use actix_web::http::header::ALLOW;
use actix_web::web::route;
use actix_web::{HttpMessage, HttpRequest, HttpResponse, Route};

/// What routes of a request's path have noted.
#[derive(Clone, Copy, Default)]
struct Ways {
    read: bool,
    written: bool,
}

/// A route that is asked for with GET or with HEAD.
#[must_use]
pub fn reading() -> Route {
    route().guard(fn_guard(|context| {
        note(context, |ways| ways.read = true);
        [Method::GET, Method::HEAD].contains(&context.head().method)
    }))
}

/// A route that takes what is sent with POST.
#[must_use]
pub fn writing() -> Route {
    route().guard(fn_guard(|context| {
        note(context, |ways| ways.written = true);
        context.head().method == Method::POST
    }))
}

/// Guards are asked only where the path is theirs.
fn note(context: &GuardContext<'_>, what: fn(&mut Ways)) {
    let mut data = context.req_data_mut();
    let mut ways = data.get::<Ways>().copied().unwrap_or_default();
    what(&mut ways);
    data.insert(ways);
}

/// The methods that the path of a request knows, as the header `Allow` lists them; `None` where there is no such path. To be
/// asked once no route has taken the request.
#[must_use]
pub fn of(request: &HttpRequest) -> Option<&'static str> {
    let ways = request.extensions().get::<Ways>().copied()?;
    Some(match (ways.read, ways.written) {
        (true, true) => "GET, HEAD, POST",
        (true, false) => "GET, HEAD",
        (false, _) => "POST",
    })
}

/// What OPTIONS is answered: these methods, and nothing else (RFC 9110 section 9.3.7).
#[must_use]
pub fn options(methods: &'static str) -> HttpResponse {
    HttpResponse::NoContent().insert_header((ALLOW, methods)).finish()
}
