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
use crate::sandbox::parcels::{Event, Goes, Parcel};

struct ParcelView {
    client: String,
    ident_code: String,
    grouped: String,
    kind: &'static str,
    lines: Vec<String>,
    events: Vec<(&'static str, String)>,
    next: &'static [Event],
}

#[derive(Template)]
#[template(path = "sandbox/parcels.html")]
struct Parcels {
    frame: Frame,
    parcels: Vec<ParcelView>,
    /// The merchant's side of the shop, where it is known.
    shop: Option<String>,
}

/// All parcels with whose they are, newest of each client first.
fn newest(desk: &Desk) -> Vec<(String, Parcel)> {
    let owned = |(client, parcel): (&str, &Parcel)| (client.to_owned(), parcel.clone());
    let mut all: Vec<_> = desk.memory().records.parcels().map(owned).collect();
    all.reverse();
    all
}

/// The page.
pub async fn show(desk: Data<Desk>, house: Data<House>) -> HttpResponse {
    let parcels = newest(&desk).into_iter().take(100).map(view).collect();
    page(&Parcels { frame: Frame::of(&desk, "parcels"), parcels, shop: house.merchant() })
}

fn view((client, parcel): (String, Parcel)) -> ParcelView {
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
        events: parcel
            .events
            .iter()
            .map(|happened| {
                (happened.event.words(), swiss(happened.at).format("%-d.%-m.%Y %H:%M").to_string())
            })
            .collect(),
        ident_code: parcel.ident_code,
        lines: parcel.recipient,
    }
}

/// The same as data.
pub async fn json(desk: Data<Desk>) -> HttpResponse {
    let all = newest(&desk).into_iter().map(|(client, parcel)| {
        let (state, next) = (parcel.state(), parcel.next());
        json!({
            "client": client, "ident_code": parcel.ident_code, "recipient": parcel.recipient,
            "events": parcel.events, "state": state, "next": next,
        })
    });
    HttpResponse::Ok().json(all.collect::<Vec<Value>>())
}

#[derive(Deserialize)]
struct EventForm {
    event: String,
}

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
    let Some(event) = form.and_then(|form| Event::parse(&form.event)) else {
        let names = Event::ALL.map(|(_, name, _)| name).join(", ");
        return sentence(StatusCode::UNPROCESSABLE_ENTITY, format!("event must be one of {names}."));
    };
    let digits: String = ident_code.chars().filter(|c| *c != '.').collect();
    match desk.happen(&digits, event) {
        None => sentence(StatusCode::NOT_FOUND, "No parcel has this number.".into()),
        Some(Err(words)) => sentence(StatusCode::UNPROCESSABLE_ENTITY, words),
        Some(Ok(())) => HttpResponse::SeeOther().insert_header((LOCATION, "/console/parcels")).finish(),
    }
}
