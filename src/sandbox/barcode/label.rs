//! `POST /barcode/v1/generateAddressLabel`: one label, one number, and no way to fetch either again. What is wrong comes inside a
//! 200, as at Post.

use std::time::Instant;

use actix_web::http::header::{AUTHORIZATION, CACHE_CONTROL};
use actix_web::web::{Bytes, Data};
use actix_web::{HttpMessage, HttpRequest, HttpResponse};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::sandbox::answers;
use crate::sandbox::barcode::drawing::picture;
use crate::sandbox::barcode::lines::{Printed, printed, text};
use crate::sandbox::barcode::rules::{Refusal, leaves_item_out, refusals};
use crate::sandbox::barcode::schema;
use crate::sandbox::barcode_faults::BarcodeFault;
use crate::sandbox::desk::Desk;
use crate::sandbox::oauth::CLIENT;

const SCOPES: [&str; 2] = ["WEDEC_BARCODE_READ", "DCAPI_BARCODE_READ"];

/// Answers `{"labelDefinition": …, "item": {"identCode": …, "label": [base64], "warnings": […]}}`, or `errors` in place of a label.
pub async fn generate_address_label(desk: Data<Desk>, http: HttpRequest, body: Bytes) -> HttpResponse {
    let begun = Instant::now();
    let order: Value = serde_json::from_slice(&body).unwrap_or(Value::Null);
    let mut shown = order.clone();
    if let Some(lines) = shown.pointer_mut("/item/recipient/labelAddress") {
        // Lines without a name of their own, which the journal could not mask.
        *lines = Value::from("…");
    }
    let noted = |answer: HttpResponse, kept: &Value| {
        answers::note(&desk, &http, begun, answer.status().as_u16(), (&shown, kept));
        answer
    };
    let bearer = http.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    match bearer.and_then(|value| value.strip_prefix("Bearer ")).and_then(|token| desk.scopes(token)) {
        None => return noted(HttpResponse::Unauthorized().finish(), &Value::Null),
        Some(scopes) if !scopes.iter().any(|scope| SCOPES.contains(&&**scope)) => {
            return noted(HttpResponse::Forbidden().finish(), &Value::Null);
        }
        Some(_) => {}
    }
    let fault = desk.memory().barcode_fault;
    if let Some(fault) = fault {
        let before = !desk.memory().refuses_once("barcode");
        if let Some(answer) = fault.before(before).await {
            return noted(answer, &Value::Null);
        }
    }
    if !http.content_type().eq_ignore_ascii_case("application/json") || schema::is_strange(&order) {
        return noted(HttpResponse::BadRequest().finish(), &Value::Null);
    }
    let violations = schema::violations(&order);
    if !violations.is_empty() {
        let list = Value::from(violations);
        return noted(HttpResponse::BadRequest().json(&list), &list);
    }
    let (whole, kept) = answer(&desk, &order, fault);
    let bytes = serde_json::to_vec(&whole).unwrap_or_default();
    let late = match fault {
        Some(fault) => fault.after(&bytes).await,
        None => None,
    };
    let right = || {
        HttpResponse::Ok()
            .insert_header((CACHE_CONTROL, "no-store"))
            .content_type("application/json")
            .body(bytes.clone())
    };
    noted(late.unwrap_or_else(right), &kept)
}

/// The answer, and what the journal keeps of it: not the picture.
fn answer(desk: &Desk, order: &Value, fault: Option<BarcodeFault>) -> (Value, Value) {
    let definition = &order["labelDefinition"];
    if leaves_item_out(order) {
        let nothing = json!({ "labelDefinition": definition });
        return (nothing.clone(), nothing);
    }
    match made(desk, order, fault) {
        Err(errors) => {
            let errors: Vec<Value> = errors.into_iter().map(coded).collect();
            let item = json!({ "itemID": order["item"]["itemID"], "errors": errors });
            let whole = json!({ "labelDefinition": definition, "item": item });
            (whole.clone(), whole)
        }
        Ok((ident_code, picture, Printed { mut warnings, .. })) => {
            if order["ppFranking"] == true {
                warnings.push(("W2011", "P.P. is ignored for this basic service"));
            }
            let mut definition = definition.clone();
            definition["colorPrintRequired"] = json!(false);
            let answer = |label: Value| {
                let warnings: Vec<Value> = warnings.iter().copied().map(coded).collect();
                let item = json!({
                    "itemID": order["item"]["itemID"], "identCode": ident_code, "label": [label], "warnings": warnings,
                });
                json!({ "labelDefinition": definition, "item": item })
            };
            let size = format!("({} bytes)", picture.len());
            (answer(Value::from(STANDARD.encode(&picture))), answer(Value::from(size)))
        }
    }
}

fn coded((code, message): Refusal) -> Value {
    json!({ "code": code, "message": message })
}

/// Draws the label and uses its number up; or everything that is wrong with the order. A preview uses no number up.
fn made(
    desk: &Desk,
    order: &Value,
    fault: Option<BarcodeFault>,
) -> Result<(String, Vec<u8>, Printed), Vec<Refusal>> {
    let mut errors = refusals(order);
    errors.extend(fault.and_then(BarcodeFault::error));
    if !errors.is_empty() {
        return Err(errors);
    }
    let now = desk.clock.now();
    let licence = format!("{:0>8}", text(order, "frankingLicense"));
    let number = text(&order["item"], "itemNumber");
    let ident_code = match number {
        "" => desk.memory().numbers.free(CLIENT.0, &licence, now),
        number => format!("99{licence}{number:0>8}"),
    };
    let lines = printed(order);
    let picture = picture(order, &ident_code, &lines.lines)
        .map_err(|_| vec![("E9999", "the label could not be drawn")])?;
    let preview = order["labelDefinition"]["printPreview"] == true;
    if !preview && !desk.memory().numbers.take(CLIENT.0, &ident_code, now) {
        return Err(vec![("E2016", "the consignment number was used before")]);
    }
    Ok((ident_code, picture, lines))
}
