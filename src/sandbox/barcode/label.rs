//! `POST /barcode/v1/generateAddressLabel`: one label, one number, and no way to fetch either again. What is wrong comes inside a
//! 200, as at Post.

use actix_web::http::header::CACHE_CONTROL;
use actix_web::web::{Bytes, Data};
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::sandbox::answers::{Call, NO_STATUS};
use crate::sandbox::barcode::drawing::picture;
use crate::sandbox::barcode::lines::{Printed, printed, text};
use crate::sandbox::barcode::rules::{Refusal, leaves_item_out, refusals};
use crate::sandbox::barcode::schema;
use crate::sandbox::desk::Desk;
use crate::sandbox::faults::{Api, Fault};
use crate::sandbox::pace::Work;
use crate::sandbox::parcels::NewParcel;
use crate::sandbox::wire;

const SCOPES: [&str; 2] = ["WEDEC_BARCODE_READ", "DCAPI_BARCODE_READ"];

/// Answers `{"labelDefinition": …, "item": {"identCode": …, "label": [base64], "warnings": […]}}`, or `errors` in place of a label.
pub async fn generate_address_label(desk: Data<Desk>, http: HttpRequest, body: Bytes) -> HttpResponse {
    let order: Value = serde_json::from_slice(&body).unwrap_or(Value::Null);
    let call = Call::begin(&desk, &http, order.clone());
    if let Err(answer) = call.bearer(&SCOPES) {
        return answer;
    }
    let fault = match call.fault(Api::Barcode, None).await {
        Ok(fault) => fault,
        Err(answer) => return answer,
    };
    if !http.content_type().eq_ignore_ascii_case("application/json") || schema::is_strange(&order) {
        return call.empty(400);
    }
    let violations = schema::violations(&order);
    if !violations.is_empty() {
        return call.json(400, Value::from(violations));
    }
    let png = text(&order["labelDefinition"], "imageFileType").eq_ignore_ascii_case("PNG");
    call.work(if png { Work::Png } else { Work::Pdf }).await;
    let (whole, kept) = answer(&desk, call.client(), &order, fault);
    let whole = serde_json::to_vec(&whole).unwrap_or_default();
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
    call.note(status, &kept);
    answer
}

/// The answer, and what the journal keeps of it: not the picture.
fn answer(desk: &Desk, client: &str, order: &Value, fault: Option<Fault>) -> (Value, Value) {
    let definition = &order["labelDefinition"];
    if leaves_item_out(order) {
        let nothing = json!({ "labelDefinition": definition });
        return (nothing.clone(), nothing);
    }
    match made(desk, client, order, fault) {
        Err(errors) => {
            let errors: Vec<Value> = errors.into_iter().map(coded).collect();
            let item = json!({ "itemID": order["item"]["itemID"], "errors": errors });
            let whole = json!({ "labelDefinition": definition, "item": item });
            (whole.clone(), whole)
        }
        Ok((ident_code, picture, mut warnings)) => {
            if order["ppFranking"] == true {
                warnings.push(("W2011", "P.P. is ignored for this basic service"));
            }
            let mut definition = definition.clone();
            definition["colorPrintRequired"] = json!(false);
            let answer = |label: String| {
                let warnings: Vec<Value> = warnings.iter().copied().map(coded).collect();
                let item = json!({
                    "itemID": order["item"]["itemID"], "identCode": ident_code, "label": [label], "warnings": warnings,
                });
                json!({ "labelDefinition": definition, "item": item })
            };
            (answer(STANDARD.encode(&picture)), answer(format!("({} bytes)", picture.len())))
        }
    }
}

fn coded((code, message): Refusal) -> Value {
    json!({ "code": code, "message": message })
}

/// What a fault says instead of a label.
fn instead(fault: Option<Fault>) -> Option<Refusal> {
    match fault? {
        Fault::Used => Some(USED),
        Fault::Trouble => Some(("E9999", "the service is out of order for the moment")),
        _ => None,
    }
}

const USED: Refusal = ("E2016", "the consignment number was used before");

/// Ident code, picture and warnings.
type Made = (String, Vec<u8>, Vec<Refusal>);

/// Draws the label and takes its parcel on; or everything that is wrong with the order. A preview announces no parcel, and uses no
/// number up.
fn made(desk: &Desk, client: &str, order: &Value, fault: Option<Fault>) -> Result<Made, Vec<Refusal>> {
    let mut errors = refusals(order);
    errors.extend(instead(fault));
    if !errors.is_empty() {
        return Err(errors);
    }
    let licence = format!("{:0>8}", text(order, "frankingLicense"));
    let ident_code = match text(&order["item"], "itemNumber") {
        "" => free(desk, client, &licence),
        number => format!("99{licence}{number:0>8}"),
    };
    let Printed { lines, warnings } = printed(order);
    let picture =
        picture(order, &ident_code, &lines).map_err(|_| vec![("E9999", "the label could not be drawn")])?;
    if order["labelDefinition"]["printPreview"] != true {
        let name2 = text(&order["item"]["recipient"], "name2").to_owned();
        let (client, ident_code) = (client.to_owned(), ident_code.clone());
        let parcel = NewParcel { client, ident_code, recipient: lines, name2 };
        desk.take_parcel(parcel).map_err(|_| vec![USED])?;
    }
    Ok((ident_code, picture, warnings))
}

/// A number for an order that brings none, from the upper end, where nobody begins to count.
fn free(desk: &Desk, client: &str, licence: &str) -> String {
    let drawn = || 90_000_000 + u32::from_le_bytes(desk.random.bytes()) % 10_000_000;
    let codes = std::iter::repeat_with(|| format!("99{licence}{:08}", drawn()));
    // One that is used all the same is refused a moment later, as any other is.
    codes.take(20).find(|code| !desk.knows_parcel(client, code)).unwrap_or_default()
}
