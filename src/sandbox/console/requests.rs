//! Requests and answers as they went over the wire, by trace; masked, unless somebody asks once for how they were.

use actix_web::http::StatusCode;
use actix_web::web::{Bytes, Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde::Deserialize;

use crate::sandbox::console::entry::{Group, groups};
use crate::sandbox::console::house::{Frame, House, is_foreign, page, sentence};
use crate::sandbox::desk::Desk;

/// So many requests are shown at once; `requests.json` has all.
const SHOWN: usize = 40;

#[derive(Template)]
#[template(path = "sandbox/requests.html")]
struct Requests {
    frame: Frame,
    groups: Vec<Group>,
    /// The trace that is shown alone.
    only: Option<String>,
    /// Whether bodies are as they were.
    plain: bool,
    /// Whether somebody may ask for that.
    may_be_plain: bool,
    /// The merchant's side of the shop, where it is known.
    shop: Option<String>,
}

impl Requests {
    fn of(desk: &Desk, house: &House, only: Option<String>, plain: bool) -> Self {
        let entries = {
            let memory = desk.memory();
            match &only {
                Some(trace) => memory.journal.of_trace(trace),
                None => memory.journal.newest(SHOWN),
            }
        };
        Self {
            frame: Frame::of(desk, "requests"),
            groups: groups(&house.url, &entries, plain),
            only,
            plain,
            may_be_plain: desk.is_private,
            shop: house.merchant(),
        }
    }
}

/// The newest requests.
pub async fn show(desk: Data<Desk>, house: Data<House>) -> HttpResponse {
    page(&Requests::of(&desk, &house, None, false))
}

/// The requests of one trace.
pub async fn of_trace(desk: Data<Desk>, house: Data<House>, trace: Path<String>) -> HttpResponse {
    page(&Requests::of(&desk, &house, Some(trace.into_inner()), false))
}

/// The journal, newest first.
pub async fn json(desk: Data<Desk>) -> HttpResponse {
    HttpResponse::Ok().json(&desk.memory().journal)
}

#[derive(Deserialize)]
struct PlainForm {
    trace: Option<String>,
}

/// The same page with bodies as they were: this once, and only for whoever sits at this machine.
pub async fn plain(desk: Data<Desk>, house: Data<House>, http: HttpRequest, body: Bytes) -> HttpResponse {
    let near = http.peer_addr().is_some_and(|peer| peer.ip().is_loopback());
    if is_foreign(&http) || !desk.is_private || !near {
        let words =
            "Bodies are shown as they were only where the simulator is reached from this machine alone.";
        return sentence(StatusCode::FORBIDDEN, words.into());
    }
    let trace = serde_html_form::from_bytes::<PlainForm>(&body).ok().and_then(|form| form.trace);
    page(&Requests::of(&desk, &house, trace, true))
}
