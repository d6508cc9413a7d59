//! The parcels that labels were given for, with a button for each thing that can happen next.

use actix_web::http::StatusCode;
use actix_web::http::header::LOCATION;
use actix_web::web::{Bytes, Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::clock::swiss;
use crate::sandbox::console::house::{Frame, House, is_foreign, page, sentence};
use crate::sandbox::desk::Desk;
use crate::sandbox::parcels::{Event, Goes, Happened, Parcel};
use crate::sandbox::timetable::{Moves, due};

struct ParcelView {
    client: String,
    ident_code: String,
    grouped: String,
    kind: &'static str,
    lines: Vec<String>,
    events: Vec<(&'static str, String)>,
    next: &'static [Event],
    /// What happens next by itself, and when.
    due: Option<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "sandbox/parcels.html")]
struct Parcels {
    frame: Frame,
    parcels: Vec<ParcelView>,
    by_clock: bool,
    /// The merchant's side of the shop, where it is known.
    shop: Option<String>,
}

/// All parcels with whose they are, newest of each client first.
fn newest(desk: &Desk) -> Vec<(String, Parcel)> {
    let owned = |(client, parcel): (&str, &Parcel)| (client.to_owned(), parcel.clone());
    desk.catch_up();
    let mut all: Vec<_> = desk.memory().records.parcels().map(owned).collect();
    all.reverse();
    all
}

/// The page.
pub async fn show(desk: Data<Desk>, house: Data<House>) -> HttpResponse {
    let by_clock = desk.moves() == Moves::ByClock;
    let mut parcels: Vec<_> = newest(&desk).into_iter().take(100).map(view).collect();
    for parcel in parcels.iter_mut().filter(|_| !by_clock) {
        parcel.due = None;
    }
    page(&Parcels { frame: Frame::of(&desk, "parcels"), parcels, by_clock, shop: house.merchant() })
}

fn view((client, parcel): (String, Parcel)) -> ParcelView {
    let time = |at| swiss(at).format("%-d.%-m.%Y %H:%M").to_string();
    let code = &parcel.ident_code;
    // As labels print it: 99.xx.xxxxxx.xxxxxxxx.
    let grouped = match (code.get(..2), code.get(2..4), code.get(4..10), code.get(10..)) {
        (Some(first), Some(second), Some(third), Some(rest)) => format!("{first}.{second}.{third}.{rest}"),
        _ => code.clone(),
    };
    ParcelView {
        client,
        grouped,
        kind: match parcel.goes {
            Goes::Home => "to a door",
            Goes::Counter(_) => "to a PickPost counter",
            Goes::Terminal(_) => "to a My Post 24 terminal",
        },
        next: parcel.next(),
        events: parcel.events.iter().map(|happened| (happened.event.words(), time(happened.at))).collect(),
        due: due(&parcel).map(|(event, at)| (event.words(), time(at))),
        ident_code: parcel.ident_code,
        lines: parcel.recipient,
    }
}

/// The same as data.
pub async fn json(desk: Data<Desk>) -> HttpResponse {
    let by_clock = desk.moves() == Moves::ByClock;
    let all = newest(&desk).into_iter().map(|(client, parcel)| {
        let (state, next) = (parcel.state(), parcel.next());
        let due = due(&parcel).filter(|_| by_clock).map(|(event, at)| Happened { at, event });
        json!({
            "client": client, "ident_code": parcel.ident_code, "recipient": parcel.recipient,
            "events": parcel.events, "taken_back": parcel.taken_back, "state": state, "next": next, "due": due,
        })
    });
    HttpResponse::Ok().json(all.collect::<Vec<Value>>())
}

#[derive(Deserialize)]
struct MoveForm {
    #[serde(rename = "move")]
    how: String,
}

/// Lets parcels move by themselves, or no longer.
pub async fn switch(desk: Data<Desk>, http: HttpRequest, body: Bytes) -> HttpResponse {
    if is_foreign(&http) {
        return HttpResponse::Forbidden().finish();
    }
    let form = serde_html_form::from_bytes::<MoveForm>(&body).ok();
    let Some(moves) = form.and_then(|form| Moves::parse(&form.how)) else {
        let names = Moves::ALL.map(|(_, name)| name).join(" or ");
        return sentence(StatusCode::UNPROCESSABLE_ENTITY, format!("move must be {names}."));
    };
    desk.memory().move_parcels(moves);
    HttpResponse::SeeOther().insert_header((LOCATION, "/console/parcels")).finish()
}

#[derive(Deserialize)]
struct EventForm {
    event: String,
}

/// The name of "Post takes back what it scanned last".
const TAKEN_BACK: &str = "taken_back";

/// Lets something happen to a parcel.
pub async fn happen(
    desk: Data<Desk>,
    http: HttpRequest,
    ident_code: Path<String>,
    body: Bytes,
) -> HttpResponse {
    if is_foreign(&http) {
        return HttpResponse::Forbidden().finish();
    }
    let form = serde_html_form::from_bytes::<EventForm>(&body).ok();
    let digits: String = ident_code.chars().filter(|c| *c != '.').collect();
    let name = form.map(|form| form.event).unwrap_or_default();
    let done = match Event::parse(&name) {
        Some(event) => desk.happen(&digits, event),
        None if name == TAKEN_BACK => desk.take_back(&digits),
        None => {
            let names = Event::ALL.map(|(_, name, _)| name).join(", ");
            let words = format!("event must be one of {names}, {TAKEN_BACK}.");
            return sentence(StatusCode::UNPROCESSABLE_ENTITY, words);
        }
    };
    match done {
        None => sentence(StatusCode::NOT_FOUND, "No parcel has this number.".into()),
        Some(Err(words)) => sentence(StatusCode::UNPROCESSABLE_ENTITY, words),
        Some(Ok(())) => HttpResponse::SeeOther().insert_header((LOCATION, "/console/parcels")).finish(),
    }
}
