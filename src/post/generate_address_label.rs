//! `POST /barcode/v1/generateAddressLabel`. Published: fields and lengths (<https://developer.post.ch/en/digital-commerce-api>,
//! 8.13), that business errors come inside HTTP 200. Seen at public clients: `label` as a list of base64, no `item` at all for a
//! bad licence. Ours: A6 as PDF at 300 dpi, no e-mail, phone or notification, what a label cannot carry left out.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::carrier::{CarrierError, ImageKind, LabelAnswer, LabelFailure, LabelOrder, OfficialLabel};
use crate::label::{IdentCode, Recipient, plain, plain_street};
use crate::post::Carrier;
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

/// The sender, 25 characters a line.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Customer {
    name1: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    name2: Option<String>,
    street: String,
    zip: String,
    city: String,
    country: &'static str,
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

#[derive(Serialize)]
struct Item {
    #[serde(rename = "itemID")]
    item_id: String,
    #[serde(rename = "itemNumber")]
    item_number: String,
    recipient: Addressee,
    attributes: Attributes,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Addressee {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    first_name: Option<String>,
    name1: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    name2: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name3: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    address_suffix: Option<String>,
    street: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    house_no: Option<String>,
    zip: String,
    city: String,
    country: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Attributes {
    przl: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    free_text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parcel_no: Option<i16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parcel_total: Option<i16>,
    weight: i32,
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

/// Whether a failure of a question that has reached Post leaves open what came of it: no answer, half of one, one that says
/// nothing of the label, or a gateway's word that it had none from the service behind it. Any other status is an answer.
fn loses(error: &CarrierError) -> bool {
    match error {
        CarrierError::Timeout | CarrierError::Unreachable | CarrierError::Nonsense(_) => true,
        CarrierError::Down(status) => [502, 504].contains(status),
        CarrierError::Refused(_)
        | CarrierError::Unauthorised
        | CarrierError::Busy
        | CarrierError::Paused
        | CarrierError::Crowded => false,
    }
}

fn body(order: &LabelOrder, preview: bool) -> Body {
    let sender = &order.sender;
    let (name1, name2) = folded(&plain(&sender.name));
    Body {
        language: order.lang.code().to_ascii_uppercase(),
        franking_license: order.ident.licence().to_owned(),
        customer: Customer {
            name1,
            name2,
            street: cut(&plain(&sender.street)),
            zip: sender.postcode.clone(),
            city: cut(&plain(&sender.town)),
            country: "CH",
            domicile_post_office: plain(&sender.office),
        },
        label_definition: Definition {
            label_layout: "A6",
            print_addresses: "RECIPIENT_AND_CUSTOMER",
            image_file_type: "PDF",
            image_resolution: 300,
            print_preview: preview,
        },
        item: Item {
            item_id: order.reference.clone(),
            item_number: order.ident.consignment().to_owned(),
            recipient: addressee(&order.recipient, order.country.code()),
            attributes: Attributes {
                przl: std::iter::once(order.speed.code()).chain(order.extras.iter().copied()).collect(),
                free_text: order.recipient.free_text.as_deref().map(plain),
                // Of a parcel that travels alone nothing is said.
                parcel_no: (order.part.1 > 1).then_some(order.part.0),
                parcel_total: (order.part.1 > 1).then_some(order.part.1),
                weight: order.weight_g,
            },
        },
    }
}

fn addressee(recipient: &Recipient, country: &'static str) -> Addressee {
    let optional = |text: &Option<String>| text.as_deref().map(plain);
    Addressee {
        title: optional(&recipient.title),
        first_name: optional(&recipient.first_name),
        name1: plain(&recipient.name1),
        name2: optional(&recipient.name2),
        name3: optional(&recipient.name3),
        address_suffix: optional(&recipient.address_suffix),
        street: plain_street(&recipient.street),
        house_no: optional(&recipient.house_no),
        zip: recipient.zip.clone(),
        city: plain(&recipient.city),
        country,
    }
}

/// So many characters of the sender stand on a line.
const SENDER: usize = 25;

/// A line of the sender that is too long is cut: it stands small at the edge of the label, and the shop knows where it lives.
fn cut(text: &str) -> String {
    text.chars().take(SENDER).collect::<String>().trim_end().to_owned()
}

/// A name on one line or two, broken at a blank where there is one.
fn folded(name: &str) -> (String, Option<String>) {
    if name.chars().count() <= SENDER {
        return (name.to_owned(), None);
    }
    // A blank may be the character behind a full line.
    let end = |characters| name.char_indices().nth(characters).map_or(name.len(), |(at, _)| at);
    let at = name[..end(SENDER + 1)].rfind(' ').unwrap_or_else(|| end(SENDER));
    (name[..at].trim_end().to_owned(), Some(cut(name[at..].trim_start())))
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

/// So many codes of an answer are kept.
const MOST: usize = 20;

/// The codes of a list of `{code, message}`. The messages may quote an address, and are not read.
fn codes(list: &Value) -> Vec<String> {
    let code = |entry: &Value| {
        let code = entry["code"].as_str().or(entry.as_str()).unwrap_or_default();
        let digits = code.strip_prefix(['E', 'W']).unwrap_or_default();
        let known = digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit());
        if known { code.to_owned() } else { "unknown".to_owned() }
    };
    list.as_array().into_iter().flatten().take(MOST).map(code).collect()
}

/// The fields that a 400 names, in a list of `{field, error, rejected_value}`; the values may be a person's, and are not read.
fn violations(body: &[u8]) -> Vec<String> {
    let list: Value = serde_json::from_slice(body).unwrap_or_default();
    let field = |entry: &Value| {
        let plain = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '[' | ']');
        let name: String =
            entry["field"].as_str().unwrap_or_default().chars().filter(plain).take(60).collect();
        (!name.is_empty()).then(|| format!("field:{name}"))
    };
    let fields = list.as_array().into_iter().flatten().filter_map(field).take(MOST);
    ["http_400".to_owned()].into_iter().chain(fields).collect()
}

#[cfg(test)]
mod tests {
    use super::{SENDER, cut, folded};

    #[test]
    fn a_long_name_of_the_sender_goes_on_in_a_second_line() {
        assert_eq!(folded("Murmel AG"), ("Murmel AG".into(), None));
        let exact = "Zwölf Söhne & Töchter AGS";
        assert_eq!((exact.chars().count(), folded(exact)), (SENDER, (exact.into(), None)));
        let (first, second) = folded("Vereinigte Käsereien Ostschweiz AG");
        assert_eq!((&*first, second.as_deref()), ("Vereinigte Käsereien", Some("Ostschweiz AG")));
        let (first, second) = folded("Donaudampfschifffahrtsgesellschaftle");
        assert_eq!((first.chars().count(), second.as_deref()), (SENDER, Some("ellschaftle")));
        assert_eq!(cut("Vereinigte Käsereien Osten und Westen").chars().count(), SENDER);
    }
}
