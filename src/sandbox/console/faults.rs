//! The fault switches: for each API a row per fault, with what it does to the shopper.

use std::collections::HashMap;

use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::sandbox::console::house::{Frame, is_foreign, page, sentence};
use crate::sandbox::desk::Desk;
use crate::sandbox::effects;
use crate::sandbox::faults::{Api, Fault};
use crate::sandbox::switch::Switch;

struct Section {
    field: &'static str,
    title: &'static str,
    /// What is switched on, in words.
    on: Option<String>,
    /// Tag, what Post does, what the shopper sees, whether it is on.
    rows: Vec<(&'static str, String, &'static str, bool)>,
}

#[derive(Template)]
#[template(path = "sandbox/faults.html")]
struct Faults {
    frame: Frame,
    sections: Vec<Section>,
}

/// The page.
pub async fn show(desk: Data<Desk>) -> HttpResponse {
    let switches = desk.memory().switches.clone();
    let sections = Api::ALL.map(|line| {
        let on = switches.get(&line.api);
        let row = |fault: Fault| {
            let is_on = on.is_some_and(|switch| switch.fault == fault);
            (fault.tag(), fault.does(), effects::of(line.api, fault), is_on)
        };
        let rows = line.faults().into_iter().map(row).collect();
        Section { field: line.field, title: line.title, on: on.map(words), rows }
    });
    page(&Faults { frame: Frame::of(&desk, "faults"), sections: sections.into() })
}

fn words(switch: &Switch) -> String {
    let tag = switch.fault.tag();
    let chance = match switch.probability {
        100 => "every request".to_owned(),
        some => format!("{some} of 100 requests, seed {}", switch.seed),
    };
    let left = switch.left.map(|left| format!(", for {left} more")).unwrap_or_default();
    format!("{tag}: {chance}{left}")
}

/// Switches a fault of one or more APIs on for everybody, each by its field, or off with `none`; `all=none` ends them all.
/// With `probability`, `seed` and `next` it is met by chance, or for some requests only.
pub async fn switch(desk: Data<Desk>, http: HttpRequest, body: Bytes) -> HttpResponse {
    if is_foreign(&http) {
        return HttpResponse::Forbidden().finish();
    }
    let form: HashMap<String, String> = serde_html_form::from_bytes(&body).unwrap_or_default();
    let changes = match read(&form) {
        Ok(changes) => changes,
        Err(words) => return sentence(StatusCode::UNPROCESSABLE_ENTITY, words),
    };
    let mut memory = desk.memory();
    for (api, switch) in changes {
        match switch {
            Some(switch) => drop(memory.switches.insert(api, switch)),
            None => drop(memory.switches.remove(&api)),
        }
    }
    HttpResponse::SeeOther().insert_header((LOCATION, "/console/faults")).finish()
}

/// What a form asks for.
fn read(form: &HashMap<String, String>) -> Result<Vec<(Api, Option<Switch>)>, String> {
    let number = |name: &str, usual: u64| match form.get(name).map(|text| text.trim()) {
        None | Some("") => Ok(usual),
        Some(text) => text.parse::<u64>().map_err(|_| format!("{name} must be a whole number.")),
    };
    let (probability, seed, next) = (number("probability", 100)?, number("seed", 1)?, number("next", 0)?);
    let probability = u8::try_from(probability).unwrap_or(u8::MAX);
    let next = u32::try_from(next).ok().filter(|next| *next > 0);
    if form.get("all").is_some_and(|all| all == "none") {
        return Ok(Api::ALL.map(|line| (line.api, None)).into());
    }
    let mut changes = Vec::new();
    for line in Api::ALL {
        let Some(tag) = form.get(line.field) else { continue };
        if tag == "none" {
            changes.push((line.api, None));
            continue;
        }
        let Some(fault) = line.read(tag) else {
            let tags: Vec<_> = line.faults().into_iter().map(Fault::tag).collect();
            return Err(format!("{} must be none or one of {}.", line.field, tags.join(", ")));
        };
        let switch = Switch::new(fault, probability, seed, next);
        changes.push((line.api, Some(switch.ok_or("probability must be 0 to 100.")?)));
    }
    if changes.is_empty() {
        let fields = Api::ALL.map(|line| line.field).join(", ");
        return Err(format!("One of the fields {fields} must name a fault, or none."));
    }
    Ok(changes)
}

/// Forgets everything, or what one client has.
pub async fn reset(desk: Data<Desk>, http: HttpRequest, body: Bytes) -> HttpResponse {
    if is_foreign(&http) {
        return HttpResponse::Forbidden().finish();
    }
    let form: HashMap<String, String> = serde_html_form::from_bytes(&body).unwrap_or_default();
    match form.get("client") {
        Some(client) => desk.change(|records| records.forget(Some(client))),
        None => {
            desk.letters().forget();
            desk.memory().reset();
            desk.change(|records| records.forget(None));
        }
    }
    HttpResponse::SeeOther().insert_header((LOCATION, "/console")).finish()
}
