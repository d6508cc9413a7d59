//! What both requests of the Barcode API have in common: the sender, the parcel (developer.post.ch, 8.13), the codes and lists of
//! their answers, and when a failure leaves open what came of it. Ours: no e-mail, phone or notification, and what a label cannot
//! carry left out.

use serde::Serialize;
use serde_json::Value;

use crate::carrier::{CarrierError, LabelOrder, LabelSender};
use crate::label::{Recipient, plain, plain_street};

/// The sender, 25 characters a line.
#[derive(Serialize)]
pub(super) struct SenderAddress {
    name1: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    name2: Option<String>,
    street: String,
    zip: String,
    city: String,
    country: &'static str,
}

#[derive(Serialize)]
pub(super) struct Item {
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

impl SenderAddress {
    pub(super) fn of(sender: &LabelSender) -> Self {
        let (name1, name2) = folded(&plain(&sender.name));
        Self {
            name1,
            name2,
            street: cut(&plain(&sender.street)),
            zip: sender.postcode.as_str().to_owned(),
            city: cut(&plain(&sender.town)),
            country: sender.postcode.country().code(),
        }
    }
}

impl Item {
    pub(super) fn of(order: &LabelOrder) -> Self {
        Self {
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
        }
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

/// Whether a failure of a question that has reached Post leaves open what came of it: no answer, half of one, one that says
/// nothing of the label, or a gateway's word that it had none from the service behind it. Any other status is an answer.
pub(super) fn loses(error: &CarrierError) -> bool {
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

/// So many codes of an answer are kept.
const MOST: usize = 20;

/// The codes of a list of `{code, message}`. The messages may quote an address, and are not read.
pub(super) fn codes(list: &Value) -> Vec<String> {
    let code = |entry: &Value| {
        let code = entry["code"].as_str().or(entry.as_str()).unwrap_or_default();
        let digits = code.strip_prefix(['E', 'W']).unwrap_or_default();
        let known = digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit());
        if known { code.to_owned() } else { "unknown".to_owned() }
    };
    list.as_array().into_iter().flatten().take(MOST).map(code).collect()
}

/// The fields that a 400 names, in a list of `{field, error, rejected_value}`; the values may be a person's, and are not read.
pub(super) fn violations(body: &[u8]) -> Vec<String> {
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
