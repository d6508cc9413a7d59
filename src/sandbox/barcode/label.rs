//! `POST /barcode/v1/generateAddressLabel`: one label, one number, and no way to fetch either again. What is wrong comes inside a
//! 200, as at Post.

use actix_web::HttpRequest;
use actix_web::HttpResponse;
use actix_web::web::{Bytes, Data};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::sandbox::barcode::drawing;
use crate::sandbox::barcode::image::Format;
use crate::sandbox::barcode::lines::{Printed, printed, text};
use crate::sandbox::barcode::rules::{leaves_item_out, refusals};
use crate::sandbox::barcode::schema::Form;
use crate::sandbox::barcode::take::{begun, coded, ident_code, own, said, sent, take};
use crate::sandbox::desk::Desk;
use crate::sandbox::faults::Fault;

/// Answers `{"labelDefinition": …, "item": {"identCode": …, "label": [base64], "warnings": […]}}`, or `errors` in place of a label.
pub async fn generate_address_label(desk: Data<Desk>, http: HttpRequest, body: Bytes) -> HttpResponse {
    let order: Value = serde_json::from_slice(&body).unwrap_or(Value::Null);
    let (call, fault) = match begun(&desk, &http, Form::Label, &order).await {
        Ok(begun) => begun,
        Err(answer) => return answer,
    };
    let format = Format::read(text(&order["labelDefinition"], "imageFileType")).unwrap_or(Format::Pdf);
    call.work(format.work()).await;
    let (whole, kept) = answer(&desk, call.client(), &order, fault);
    sent(&call, fault, &whole, &kept)
}

/// The answer, and what the journal keeps of it: not the picture.
fn answer(desk: &Desk, client: &str, order: &Value, fault: Option<Fault>) -> (Value, Value) {
    let definition = &order["labelDefinition"];
    if leaves_item_out(order) {
        let nothing = own(order, "sendingID", json!({ "labelDefinition": definition }));
        return (nothing.clone(), nothing);
    }
    match made(desk, client, order, fault) {
        Err(errors) => {
            let item = own(&order["item"], "itemID", json!({ "errors": coded(&errors) }));
            let whole = own(order, "sendingID", json!({ "labelDefinition": definition, "item": item }));
            (whole.clone(), whole)
        }
        Ok((ident_code, picture, warnings)) => {
            let mut definition = definition.clone();
            definition["colorPrintRequired"] = json!(false);
            let answer = |label: String| {
                let item = json!({ "identCode": ident_code, "label": [label], "warnings": coded(&warnings) });
                let item = own(&order["item"], "itemID", item);
                own(order, "sendingID", json!({ "labelDefinition": definition, "item": item }))
            };
            (answer(STANDARD.encode(&picture)), answer(format!("({} bytes)", picture.len())))
        }
    }
}

/// Ident code, picture and warnings.
type Made = (String, Vec<u8>, Vec<&'static str>);

/// Draws the label and takes its parcel on; or everything that is wrong with the order. A preview announces no parcel, and uses no
/// number up.
fn made(desk: &Desk, client: &str, order: &Value, fault: Option<Fault>) -> Result<Made, Vec<&'static str>> {
    let (instead, beside) = said(order, fault);
    let mut errors = refusals(order);
    errors.extend(instead);
    if !errors.is_empty() {
        return Err(errors);
    }
    let ident_code = ident_code(desk, client, order);
    let printed = printed(order);
    let picture = drawing::label(order, &ident_code, &printed).map_err(|_| vec!["E9999"])?;
    let Printed { lines, mut warnings, .. } = printed;
    if order["ppFranking"] == true {
        warnings.insert(0, "W2011");
    }
    warnings.extend(beside.filter(|code| !warnings.contains(code)));
    if order["labelDefinition"]["printPreview"] != true {
        take(desk, client, order, &ident_code, lines)?;
    }
    Ok((ident_code, picture, warnings))
}
