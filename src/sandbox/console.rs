//! The simulator's console: what it plays, its magic values, the fault switch, the last requests.

use actix_web::http::header::{CONTENT_TYPE, HOST, LOCATION, ORIGIN};
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde::Deserialize;

use crate::sandbox::desk::Desk;
use crate::sandbox::faults::Fault;
use crate::sandbox::journal::Entry;
use crate::sandbox::oauth::CLIENT;

#[derive(Template)]
#[template(path = "sandbox/console.html")]
struct Console {
    client: (&'static str, &'static str),
    faults: Vec<(&'static str, bool)>,
    switched: bool,
    requests: Vec<Entry>,
}

/// The page.
pub async fn show(desk: Data<Desk>) -> HttpResponse {
    let (fault, requests) = {
        let memory = desk.memory();
        (memory.fault, memory.journal.newest(50))
    };
    let faults = Fault::TAGS.map(|(tag, known)| (tag, Some(known) == fault)).into();
    let page = Console { client: CLIENT, faults, switched: fault.is_some(), requests };
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
        .body(page.render().unwrap_or_default())
}

/// Its style sheet.
pub async fn sheet() -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/css; charset=utf-8"))
        .body(include_str!("../../templates/sandbox/console.css"))
}

/// The journal, newest first.
pub async fn requests(desk: Data<Desk>) -> HttpResponse {
    HttpResponse::Ok().json(&desk.memory().journal)
}

/// Forgets everything.
pub async fn reset(desk: Data<Desk>, http: HttpRequest) -> HttpResponse {
    if is_foreign(&http) {
        return HttpResponse::Forbidden().finish();
    }
    desk.memory().reset();
    HttpResponse::SeeOther().insert_header((LOCATION, "/console")).finish()
}

#[derive(Deserialize)]
struct FaultForm {
    #[serde(default)]
    mode: String,
}

/// Switches a fault on for everybody, or off (`mode=none`).
pub async fn faults(desk: Data<Desk>, http: HttpRequest, body: Bytes) -> HttpResponse {
    if is_foreign(&http) {
        return HttpResponse::Forbidden().finish();
    }
    let mode = serde_html_form::from_bytes::<FaultForm>(&body).map(|form| form.mode).unwrap_or_default();
    let fault = Fault::read(&mode);
    if fault.is_none() && mode != "none" {
        return HttpResponse::UnprocessableEntity()
            .body("mode must be none or one of the tags of the console");
    }
    desk.memory().fault = fault;
    HttpResponse::SeeOther().insert_header((LOCATION, "/console")).finish()
}

/// A form of another page must not switch anything.
fn is_foreign(http: &HttpRequest) -> bool {
    let header = |name| http.headers().get(name).and_then(|value| value.to_str().ok());
    match (header(ORIGIN), header(HOST)) {
        (Some(origin), Some(host)) => origin != format!("http://{host}"),
        (Some(_), None) => true,
        (None, _) => false,
    }
}
