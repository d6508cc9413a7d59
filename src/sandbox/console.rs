//! The simulator's console: what it plays, its magic values, the fault switch, the last requests.

use actix_web::http::header::{CONTENT_TYPE, HOST, LOCATION, ORIGIN};
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde::Deserialize;

use crate::sandbox::address_faults::AddressFault;
use crate::sandbox::addresses::QUALITIES;
use crate::sandbox::desk::Desk;
use crate::sandbox::faults::{Fault, LocationFault};
use crate::sandbox::journal::Entry;
use crate::sandbox::oauth::CLIENT;

#[derive(Template)]
#[template(path = "sandbox/console.html")]
struct Console {
    client: (&'static str, &'static str),
    faults: Vec<(&'static str, bool)>,
    location_faults: Vec<(&'static str, bool)>,
    address_faults: Vec<(&'static str, &'static str, bool)>,
    qualities: [(&'static str, &'static str); 7],
    switched: bool,
    requests: Vec<Entry>,
}

/// The page.
pub async fn show(desk: Data<Desk>) -> HttpResponse {
    let (fault, location_fault, address_fault, requests) = {
        let memory = desk.memory();
        (memory.fault, memory.location_fault, memory.address_fault, memory.journal.newest(50))
    };
    let faults = Fault::TAGS.map(|(tag, known)| (tag, Some(known) == fault)).into();
    let location_faults = LocationFault::TAGS.map(|(tag, known)| (tag, Some(known) == location_fault)).into();
    let address_faults =
        AddressFault::TAGS.map(|(tag, known, words)| (tag, words, Some(known) == address_fault)).into();
    let switched = fault.is_some() || location_fault.is_some() || address_fault.is_some();
    let (client, qualities) = (CLIENT, QUALITIES);
    let page = Console { client, faults, location_faults, address_faults, qualities, switched, requests };
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
    mode: Option<String>,
    locations: Option<String>,
    address: Option<String>,
}

/// Switches a fault of the carrier's API (`mode`), of its address help (`address`) or of its location service (`locations`) on for everybody, or off
/// with `none`.
pub async fn faults(desk: Data<Desk>, http: HttpRequest, body: Bytes) -> HttpResponse {
    if is_foreign(&http) {
        return HttpResponse::Forbidden().finish();
    }
    let form = serde_html_form::from_bytes::<FaultForm>(&body).ok();
    let form = form.filter(|form| form.mode.is_some() || form.locations.is_some() || form.address.is_some());
    let known = |tag: &Option<String>, reads: fn(&str) -> bool| {
        tag.as_deref().is_none_or(|tag| tag == "none" || reads(tag))
    };
    let form = form.filter(|form| {
        known(&form.mode, |tag| Fault::read(tag).is_some())
            && known(&form.locations, |tag| LocationFault::read(tag).is_some())
            && known(&form.address, |tag| AddressFault::read(tag).is_some())
    });
    let Some(form) = form else {
        return HttpResponse::UnprocessableEntity()
            .body("mode, address or locations must be none or one of the tags of the console");
    };
    let mut memory = desk.memory();
    if let Some(mode) = form.mode {
        memory.fault = Fault::read(&mode);
    }
    if let Some(mode) = form.locations {
        memory.location_fault = LocationFault::read(&mode);
    }
    if let Some(mode) = form.address {
        memory.address_fault = AddressFault::read(&mode);
    }
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
