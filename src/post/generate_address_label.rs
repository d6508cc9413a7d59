//! `POST /barcode/v1/generateAddressLabel`. Published: fields and lengths (<https://developer.post.ch/en/digital-commerce-api>,
//! 8.13), that business errors come inside HTTP 200. Seen at public clients: `label` as a list of base64, no `item` at all for a
//! bad licence. Ours: A6 as PDF at 300 dpi, no e-mail, phone or notification, what a label cannot carry left out.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::carrier::{CarrierError, ImageKind, LabelAnswer, LabelFailure, LabelOrder, OfficialLabel};
use crate::label::{IdentCode, plain};
use crate::post::Carrier;
use crate::post::barcode::{Item, SenderAddress, codes, loses, violations};
use crate::post::client::Told;
use crate::post::operation::LABEL;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Body {
    language: String,
    franking_license: String,
    customer: Customer,
    label_definition: Definition,
    item: Item,
}

/// The sender and the post office where its parcels are handed over.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Customer {
    #[serde(flatten)]
    address: SenderAddress,
    domicile_post_office: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Definition {
    label_layout: &'static str,
    print_addresses: &'static str,
    image_file_type: &'static str,
    image_resolution: u16,
    print_preview: bool,
}

/// Only what is relied on is read; of any shape, since what stands beside the label must not cost it.
#[derive(Deserialize)]
struct Answer {
    item: Option<ItemAnswer>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ItemAnswer {
    #[serde(default)]
    ident_code: Value,
    #[serde(default)]
    label: Value,
    #[serde(default)]
    errors: Value,
    #[serde(default)]
    warnings: Value,
}

impl Carrier {
    /// Asks for a label, once.
    ///
    /// # Errors
    /// See [`LabelFailure`]; within eight seconds.
    pub async fn label(&self, order: &LabelOrder) -> Result<LabelAnswer, LabelFailure> {
        self.drawn(order, false).await
    }

    /// The same as a specimen: nothing is announced, and no number is used.
    ///
    /// # Errors
    /// See [`LabelFailure`]; within eight seconds.
    pub async fn label_preview(&self, order: &LabelOrder) -> Result<LabelAnswer, LabelFailure> {
        self.drawn(order, true).await
    }

    async fn drawn(&self, order: &LabelOrder, preview: bool) -> Result<LabelAnswer, LabelFailure> {
        let Told { result, reached } = self
            .order::<Answer>(
                &LABEL,
                self.dialect().paths.label,
                &self.dialect().scope_barcode,
                &body(order, preview),
            )
            .await;
        let read = result.and_then(|told| match told {
            Ok(answer) => understood(answer, &order.ident),
            Err(list) => Ok(LabelAnswer::Refused(violations(&list))),
        });
        read.map_err(|error| LabelFailure { may_be_made: reached && loses(&error), error })
    }
}

fn body(order: &LabelOrder, preview: bool) -> Body {
    Body {
        language: order.lang.code().to_ascii_uppercase(),
        franking_license: order.ident.licence().to_owned(),
        customer: Customer {
            address: SenderAddress::of(&order.sender),
            domicile_post_office: plain(&order.sender.office),
        },
        label_definition: Definition {
            label_layout: "A6",
            print_addresses: "RECIPIENT_AND_CUSTOMER",
            image_file_type: "PDF",
            image_resolution: 300,
            print_preview: preview,
        },
        item: Item::of(order),
    }
}

/// What Post said, if it makes sense.
fn understood(answer: Answer, asked: &IdentCode) -> Result<LabelAnswer, CarrierError> {
    let nonsense = |what| Err(CarrierError::Nonsense(what));
    let Some(item) = answer.item else { return Ok(LabelAnswer::Refused(vec!["no_item".to_owned()])) };
    let errors = codes(&item.errors);
    let label = item.label.as_str().or_else(|| item.label.as_array()?.first()?.as_str());
    match (label, errors.is_empty()) {
        (None, false) => return Ok(LabelAnswer::Refused(errors)),
        (None, true) => return nonsense("neither a label nor an error"),
        // Whatever it is good for, it is there.
        (Some(_), false) => return nonsense("a label with errors"),
        (Some(_), true) => {}
    }
    let digits: String =
        item.ident_code.as_str().unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    if digits != asked.digits() {
        return nonsense("the label of another number");
    }
    let bare: String = label.unwrap_or_default().chars().filter(|c| !c.is_whitespace()).collect();
    let Ok(image) = STANDARD.decode(bare) else { return nonsense("a label that is no base64") };
    let Some(kind) = ImageKind::of(&image) else { return nonsense("a label that is no PDF") };
    Ok(LabelAnswer::Given(OfficialLabel { image, kind, warnings: codes(&item.warnings) }))
}
