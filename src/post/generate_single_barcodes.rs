//! `POST /barcode/v1/generateSingleBarcodes`, for labels of one's own: only `examples/barcodes.rs` asks. Published: its name. Seen at
//! a client generated from Post's description: `barcodeDefinition`, a list of items, `barcodes` as a list of base64. Ours: one parcel a
//! call, PNG at 300 dpi, and that it announces as a label does, so that it is asked for once.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::carrier::{Barcodes, BarcodesAnswer, CarrierError, ImageKind, LabelFailure, LabelOrder};
use crate::label::IdentCode;
use crate::post::Carrier;
use crate::post::barcode::{Item, SenderAddress, codes, loses, violations};
use crate::post::client::Told;
use crate::post::operation::BARCODES;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Body {
    language: String,
    franking_license: String,
    customer: SenderAddress,
    barcode_definition: Definition,
    item: [Item; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Definition {
    image_file_type: &'static str,
    image_resolution: u16,
}

/// Only what is relied on is read.
#[derive(Deserialize)]
struct Answer {
    #[serde(default)]
    item: Value,
}

/// More barcodes than services on a label, and as many delivery instructions, are none of one parcel.
const MOST: usize = 20;

impl Carrier {
    /// Asks for the barcodes of a parcel, once: its ident code, then one for each service that has any.
    ///
    /// # Errors
    /// See [`LabelFailure`]; within eight seconds.
    pub async fn barcodes(&self, order: &LabelOrder) -> Result<BarcodesAnswer, LabelFailure> {
        let body = Body {
            language: order.lang.code().to_ascii_uppercase(),
            franking_license: order.ident.licence().to_owned(),
            customer: SenderAddress::of(&order.sender),
            barcode_definition: Definition { image_file_type: "PNG", image_resolution: 300 },
            item: [Item::of(order)],
        };
        let (path, scope) = (self.dialect().paths.barcodes, &self.dialect().scope_barcode);
        let Told { result, reached } = self.order::<Answer>(&BARCODES, path, scope, &body).await;
        let read = result.and_then(|told| match told {
            Ok(answer) => understood(&answer.item, &order.ident),
            Err(list) => Ok(BarcodesAnswer::Refused(violations(&list))),
        });
        read.map_err(|error| LabelFailure { may_be_made: reached && loses(&error), error })
    }
}

/// What Post said of the one parcel, if it makes sense.
fn understood(items: &Value, asked: &IdentCode) -> Result<BarcodesAnswer, CarrierError> {
    let nonsense = |what| Err(CarrierError::Nonsense(what));
    let Some(item) = items.as_array().map_or(Some(items), |list| list.first()).filter(|item| !item.is_null())
    else {
        return Ok(BarcodesAnswer::Refused(vec!["no_item".to_owned()]));
    };
    let errors = codes(&item["errors"]);
    let encoded: Vec<&str> =
        item["barcodes"].as_array().into_iter().flatten().take(MOST).filter_map(Value::as_str).collect();
    match (encoded.is_empty(), errors.is_empty()) {
        (true, false) => return Ok(BarcodesAnswer::Refused(errors)),
        (true, true) => return nonsense("neither barcodes nor an error"),
        // Whatever they are good for, they are there.
        (false, false) => return nonsense("barcodes with errors"),
        (false, true) => {}
    }
    let digits: String =
        item["identCode"].as_str().unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    if digits != asked.digits() {
        return nonsense("the barcodes of another number");
    }
    let mut images = Vec::new();
    for text in encoded {
        let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let Ok(image) = STANDARD.decode(bare) else { return nonsense("a barcode that is no base64") };
        let Some(kind) = ImageKind::of(&image) else { return nonsense("a barcode that is no picture") };
        images.push((kind, image));
    }
    Ok(BarcodesAnswer::Given(Barcodes { images, warnings: codes(&item["warnings"]) }))
}
