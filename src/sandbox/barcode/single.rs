//! `POST /barcode/v1/generateSingleBarcodes`: the barcodes of up to twenty parcels, for labels that are drawn elsewhere. Seen at a
//! client that was generated from Post's own description: the operation, its fields, `barcodes` as a list of base64. Ours: that it
//! announces the parcels as a label does, and that the ident code is the first of the barcodes.

use actix_web::web::{Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use crate::sandbox::barcode::drawing;
use crate::sandbox::barcode::image::Format;
use crate::sandbox::barcode::lines::{printed, text};
use crate::sandbox::barcode::rules::{leaves_item_out, refusals_of_codes};
use crate::sandbox::barcode::schema::Form;
use crate::sandbox::barcode::take::{begun, coded, ident_code, own, said, sent, take};
use crate::sandbox::desk::Desk;
use crate::sandbox::faults::Fault;

/// Answers `{"barcodeDefinition": …, "item": [{"identCode": …, "barcodes": [base64, …], "warnings": […]}, …]}`, with `errors` in
/// place of a parcel's barcodes.
pub async fn generate_single_barcodes(desk: Data<Desk>, http: HttpRequest, body: Bytes) -> HttpResponse {
    let order: Value = serde_json::from_slice(&body).unwrap_or(Value::Null);
    let (call, fault) = match begun(&desk, &http, Form::Codes, &order).await {
        Ok(begun) => begun,
        Err(answer) => return answer,
    };
    let mut definition = order["barcodeDefinition"].clone();
    let format = Format::read(text(&definition, "imageFileType")).unwrap_or(Format::Pdf);
    call.work(format.work()).await;
    definition["colorPrintRequired"] = json!(false);
    let parcels = || order["item"].as_array().into_iter().flatten();
    let left_out = leaves_item_out(&order);
    let (items, kept): (Vec<Value>, Vec<Value>) = parcels()
        .filter(|_| !left_out)
        .map(|parcel| item(&desk, call.client(), &alone(&order, parcel), fault))
        .unzip();
    let answer = |items: Vec<Value>| {
        own(&order, "sendingID", json!({ "barcodeDefinition": definition, "item": items }))
    };
    sent(&call, fault, &answer(items), &answer(kept))
}

/// The order for one of its parcels.
fn alone(order: &Value, parcel: &Value) -> Value {
    let mut alone = order.clone();
    alone["item"] = parcel.clone();
    alone
}

/// The answer about a parcel, and what the journal keeps of it: not the pictures.
fn item(desk: &Desk, client: &str, order: &Value, fault: Option<Fault>) -> (Value, Value) {
    let (_, beside) = said(order, fault);
    match made(desk, client, order, fault) {
        Err(errors) => {
            let item = own(&order["item"], "itemID", json!({ "errors": coded(&errors) }));
            (item.clone(), item)
        }
        Ok((ident_code, pictures)) => {
            let franked = (order["ppFranking"] == true).then_some("W2011");
            let warnings: Vec<_> = franked.into_iter().chain(beside).collect();
            let answer = |barcodes: Vec<String>| {
                let item =
                    json!({ "identCode": ident_code, "barcodes": barcodes, "warnings": coded(&warnings) });
                own(&order["item"], "itemID", item)
            };
            let sizes = pictures.iter().map(|picture| format!("({} bytes)", picture.len())).collect();
            (answer(pictures.iter().map(|picture| STANDARD.encode(picture)).collect()), answer(sizes))
        }
    }
}

/// Ident code and barcodes; or everything that is wrong with the order.
fn made(
    desk: &Desk,
    client: &str,
    order: &Value,
    fault: Option<Fault>,
) -> Result<(String, Vec<Vec<u8>>), Vec<&'static str>> {
    let (instead, _) = said(order, fault);
    let mut errors = refusals_of_codes(order);
    errors.extend(instead);
    if !errors.is_empty() {
        return Err(errors);
    }
    let ident_code = ident_code(desk, client, order);
    let pictures = drawing::single(order, &ident_code).map_err(|_| vec!["E9999"])?;
    take(desk, client, order, &ident_code, printed(order).lines)?;
    Ok((ident_code, pictures))
}
