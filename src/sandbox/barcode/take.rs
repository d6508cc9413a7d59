//! What both operations have in common: which requests are let in, the number of a parcel, how it is taken on, the codes that are
//! asked for by a magic value, and how an answer goes out, or is lost.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use serde_json::{Value, json};

use crate::sandbox::answers::{Call, NO_STATUS, tag};
use crate::sandbox::barcode::lines::text;
use crate::sandbox::barcode::schema::{self, Form};
use crate::sandbox::codes;
use crate::sandbox::desk::Desk;
use crate::sandbox::faults::{Api, Fault};
use crate::sandbox::parcels::NewParcel;
use crate::sandbox::wire;

const SCOPES: [&str; 2] = ["WEDEC_BARCODE_READ", "DCAPI_BARCODE_READ"];

/// An order of the right form, by somebody who may order, and the fault that it meets.
///
/// # Errors
/// The answer to any other.
pub async fn begun<'a>(
    desk: &'a Desk,
    http: &'a HttpRequest,
    form: Form,
    order: &Value,
) -> Result<(Call<'a>, Option<Fault>), HttpResponse> {
    let call = Call::begin(desk, http, order.clone());
    call.bearer(&SCOPES)?;
    let named = named(order);
    let fault = call.fault(Api::Barcode, named.as_deref()).await?;
    if !http.content_type().eq_ignore_ascii_case("application/json") || schema::is_strange(form, order) {
        return Err(call.empty(400));
    }
    let violations = schema::violations(form, order);
    if !violations.is_empty() {
        return Err(call.json(400, Value::from(violations)));
    }
    Ok((call, fault))
}

/// The ID of the first item with a magic value for the whole call, as faults are named by.
fn named(order: &Value) -> Option<String> {
    let items = order["item"].as_array().map_or(std::slice::from_ref(&order["item"]), Vec::as_slice);
    let mut named = items.iter().map(|item| format!("{}@item", text(item, "itemID")));
    named.find(|id| tag(id).is_some_and(|tag| codes::words(tag).is_empty()))
}

/// The codes that a magic value asks for: in place of a label, and beside it.
#[must_use]
pub fn said(order: &Value, fault: Option<Fault>) -> (Option<&'static str>, Option<&'static str>) {
    let id = format!("{}@item", text(&order["item"], "itemID"));
    let by_tag = || tag(&id).and_then(|tag| Api::Barcode.switchable().read(tag));
    match fault.or_else(by_tag) {
        Some(Fault::Says(code)) if codes::is_warning(code) => (None, Some(code)),
        Some(Fault::Says(code)) => (Some(code), None),
        _ => (None, None),
    }
}

/// The ident code of an order's parcel: by the number that it brings, or a free one.
#[must_use]
pub fn ident_code(desk: &Desk, client: &str, order: &Value) -> String {
    let licence = format!("{:0>8}", text(order, "frankingLicense"));
    match text(&order["item"], "itemNumber") {
        "" => free(desk, client, &licence),
        number => format!("99{licence}{number:0>8}"),
    }
}

/// A number for an order that brings none, from the upper end, where nobody begins to count.
fn free(desk: &Desk, client: &str, licence: &str) -> String {
    let drawn = || 90_000_000 + u32::from_le_bytes(desk.random.bytes()) % 10_000_000;
    let codes = std::iter::repeat_with(|| format!("99{licence}{:08}", drawn()));
    // One that is used all the same is refused a moment later, as any other is.
    codes.take(20).find(|code| !desk.knows_parcel(client, code)).unwrap_or_default()
}

/// Takes the parcel on.
///
/// # Errors
/// The code for a number that was used before.
pub fn take(
    desk: &Desk,
    client: &str,
    order: &Value,
    ident_code: &str,
    lines: Vec<String>,
) -> Result<(), Vec<&'static str>> {
    let name2 = text(&order["item"]["recipient"], "name2").to_owned();
    let (client, ident_code) = (client.to_owned(), ident_code.to_owned());
    let parcel = NewParcel { client, ident_code, recipient: lines, name2 };
    desk.take_parcel(parcel).map_err(|_| vec!["E2016"])
}

/// An answer with the caller's own number, `itemID` or `sendingID`, where the request had one.
#[must_use]
pub fn own(asked: &Value, name: &str, mut answer: Value) -> Value {
    if asked[name].is_string() {
        answer[name] = asked[name].clone();
    }
    answer
}

/// Codes with what they say.
#[must_use]
pub fn coded(codes: &[&'static str]) -> Vec<Value> {
    codes.iter().map(|code| json!({ "code": code, "message": codes::words(code) })).collect()
}

/// Sends an answer, or what is left of it where a fault takes it after the work was done.
#[must_use]
pub fn sent(call: &Call<'_>, fault: Option<Fault>, whole: &Value, kept: &Value) -> HttpResponse {
    let whole = serde_json::to_vec(whole).unwrap_or_default();
    let (status, answer) = match fault {
        Some(Fault::Lost) => (NO_STATUS, wire::broken(&whole, false)),
        Some(Fault::LostHalf) => (200, wire::broken(&whole, true)),
        Some(Fault::Made500) => (500, HttpResponse::InternalServerError().finish()),
        Some(Fault::Made504) => (504, HttpResponse::GatewayTimeout().finish()),
        _ => {
            let mut right = HttpResponse::Ok();
            right.insert_header((CACHE_CONTROL, "no-store")).content_type("application/json");
            (200, right.body(whole))
        }
    };
    call.note(status, kept);
    answer
}
