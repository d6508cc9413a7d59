//! The form of an order for a label: which fields there are, which must be there, what fits into them. What is called otherwise gets
//! an empty 400 (seen), what does not fit a 400 with a list of `{field, error, rejected_value}` (seen).

use serde_json::{Value, json};

/// A field of an object.
#[derive(Debug)]
struct Field {
    name: &'static str,
    must: bool,
    kind: Kind,
}

/// What fits into a field.
#[derive(Debug)]
enum Kind {
    /// A text of at most so many characters.
    Text(usize),
    /// A text of one of these.
    OneOf(&'static [&'static str]),
    /// One to so many digits, as a text.
    Digits(usize),
    /// A whole number.
    Whole,
    Flag,
    Object(&'static [Field]),
    /// So many of them at most.
    List(&'static Kind, usize),
    /// Whatever no source at hand describes.
    Any,
}

use Kind::{Any, Digits, Flag, List, Object, OneOf, Text, Whole};

const fn must(name: &'static str, kind: Kind) -> Field {
    Field { name, must: true, kind }
}

const fn may(name: &'static str, kind: Kind) -> Field {
    Field { name, must: false, kind }
}

const LANGUAGES: Kind = OneOf(&["DE", "FR", "IT", "EN"]);

const ORDER: &[Field] = &[
    must("language", LANGUAGES),
    must("frankingLicense", Text(20)),
    may("ppFranking", Flag),
    must("customer", Object(CUSTOMER)),
    may("customerSystem", Text(255)),
    must("labelDefinition", Object(DEFINITION)),
    may("sendingID", Text(100)),
    must("item", Object(ITEM)),
];

/// An order for the barcodes alone, as a client shows it that was generated from Post's own description. How many parcels it may
/// have is ours.
const CODES: &[Field] = &[
    must("language", LANGUAGES),
    must("frankingLicense", Text(20)),
    may("ppFranking", Flag),
    must("customer", Object(ADDRESS)),
    may("customerSystem", Text(255)),
    must("barcodeDefinition", Object(PICTURE)),
    may("sendingID", Text(100)),
    must("item", List(&Object(ITEM), MOST_ITEMS)),
];

/// So many parcels in one order for their barcodes.
const MOST_ITEMS: usize = 20;

/// A sender. Longer lines are shortened on the label, with W2018.
const ADDRESS: &[Field] = &[
    must("name1", Text(35)),
    may("name2", Text(35)),
    must("street", Text(35)),
    must("zip", Text(10)),
    must("city", Text(35)),
    may("country", Text(2)),
    may("pobox", Text(35)),
];

/// The same with a logo and a home post office.
const CUSTOMER: &[Field] = &[
    must("name1", Text(35)),
    may("name2", Text(35)),
    must("street", Text(35)),
    must("zip", Text(10)),
    must("city", Text(35)),
    may("country", Text(2)),
    may("logo", Text(70_000)),
    may("logoFormat", Text(5)),
    may("logoRotation", Whole),
    may("logoAspectRatio", OneOf(&["EXPAND", "KEEP"])),
    may("logoHorizontalAlign", OneOf(&["WITH_CONTENT", "LEFT"])),
    may("logoVerticalAlign", OneOf(&["TOP", "MIDDLE"])),
    may("domicilePostOffice", Text(35)),
    may("pobox", Text(35)),
];

const ADDRESSES: &[&str] = &["NONE", "ONLY_RECIPIENT", "ONLY_CUSTOMER", "RECIPIENT_AND_CUSTOMER"];

/// The resolution is judged by the rules: the handbook has a code for a wrong one (E2013).
const DEFINITION: &[Field] = &[
    must("labelLayout", Text(10)),
    may("printAddresses", OneOf(ADDRESSES)),
    may("imageFileType", Text(10)),
    may("imageResolution", Whole),
    may("printPreview", Flag),
];

const PICTURE: &[Field] = &[must("imageFileType", Text(10)), may("imageResolution", Whole)];

const ITEM: &[Field] = &[
    may("itemID", Text(200)),
    may("itemNumber", Digits(8)),
    must("recipient", Object(RECIPIENT)),
    may("additionalData", List(&Object(DATUM), 20)),
    may("attributes", Object(ATTRIBUTES)),
    may("notification", List(&Object(NOTIFICATION), 15)),
];

const RECIPIENT: &[Field] = &[
    may("postIdent", Text(15)),
    may("title", Text(35)),
    may("personallyAddressed", Flag),
    may("firstName", Text(35)),
    must("name1", Text(35)),
    may("name2", Text(35)),
    may("name3", Text(35)),
    may("addressSuffix", Text(35)),
    may("street", Text(35)),
    may("houseNo", Text(10)),
    may("floorNo", Text(5)),
    may("mailboxNo", Text(10)),
    may("pobox", Text(35)),
    may("houseKey", Text(20)),
    may("zip", Text(10)),
    must("city", Text(35)),
    may("country", Text(2)),
    may("phone", Text(20)),
    may("mobile", Text(20)),
    may("email", Text(160)),
    may("labelAddress", Object(&[must("labelLine", List(&Text(35), 10))])),
];

const DATUM: &[Field] = &[must("type", Text(50)), must("value", Text(200))];

const ATTRIBUTES: &[Field] = &[
    must("przl", List(&Text(10), 10)),
    may("freeText", Text(34)),
    may("deliveryDate", Text(10)),
    may("parcelNo", Whole),
    may("parcelTotal", Whole),
    may("deliveryPlace", Text(35)),
    may("proClima", Flag),
    may("returnInfo", Any),
    may("weight", Whole),
    may("unnumbers", Any),
    may("dispatchInfo", Any),
];

/// As a client shows it that was generated from Post's own description.
const NOTIFICATION: &[Field] = &[
    must("communication", Object(&[may("email", Text(160)), may("mobile", Text(20))])),
    may("service", Text(10)),
    may("freeText1", Text(160)),
    may("freeText2", Text(512)),
    may("deliveryInstructions", List(&OneOf(&["10", "14", "18", "20"]), 4)),
    may("dynPic", Any),
    must("language", LANGUAGES),
    may("type", OneOf(&["EMAIL", "SMS"])),
];

/// What is ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A label.
    Label,
    /// Its barcodes alone.
    Codes,
}

impl Form {
    fn kind(self) -> Kind {
        match self {
            Self::Label => Object(ORDER),
            Self::Codes => Object(CODES),
        }
    }
}

/// Whether an order has a field that nobody knows, or is no order at all.
#[must_use]
pub fn is_strange(form: Form, order: &Value) -> bool {
    !order.is_object() || strange(order, &form.kind())
}

fn strange(value: &Value, kind: &Kind) -> bool {
    match (kind, value) {
        (Object(fields), Value::Object(object)) => object.iter().any(|(name, value)| {
            fields.iter().find(|field| field.name == name).is_none_or(|field| strange(value, &field.kind))
        }),
        (List(kind, _), Value::Array(list)) => list.iter().any(|value| strange(value, kind)),
        _ => false,
    }
}

/// What does not fit, as the list of a 400.
#[must_use]
pub fn violations(form: Form, order: &Value) -> Vec<Value> {
    let mut found = Vec::new();
    judge(order, &form.kind(), "", &mut found);
    found
}

fn judge(value: &Value, kind: &Kind, path: &str, found: &mut Vec<Value>) {
    let mut wrong = |error: String| {
        found.push(json!({ "field": path, "error": error, "rejected_value": value }));
    };
    match (kind, value) {
        (Object(fields), Value::Object(object)) => {
            for field in *fields {
                let below =
                    if path.is_empty() { field.name.to_owned() } else { format!("{path}.{}", field.name) };
                match object.get(field.name).filter(|value| !value.is_null()) {
                    Some(value) => judge(value, &field.kind, &below, found),
                    None if field.must => found.push(json!({ "field": below, "error": "must not be null" })),
                    None => {}
                }
            }
        }
        (List(_, most), Value::Array(list)) if list.len() > *most => wrong(format!("at most {most}")),
        (List(kind, _), Value::Array(list)) => {
            for (at, value) in list.iter().enumerate() {
                judge(value, kind, &format!("{path}[{at}]"), found);
            }
        }
        (Text(most), Value::String(text)) if text.chars().count() > *most => {
            wrong(format!("length must be between 0 and {most}"));
        }
        (OneOf(known), Value::String(text)) if !known.contains(&&**text) => {
            wrong(format!("must be one of {}", known.join(", ")));
        }
        (Digits(most), Value::String(text))
            if !(1..=*most).contains(&text.len()) || !text.bytes().all(|b| b.is_ascii_digit()) =>
        {
            wrong(format!("must be 1 to {most} digits"));
        }
        (Text(_) | OneOf(_) | Digits(_), Value::String(_)) | (Flag, Value::Bool(_)) | (Any, _) => {}
        (Whole, Value::Number(number)) if number.is_i64() => {}
        _ => wrong("is of the wrong type".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Form, is_strange, violations};

    fn order() -> Value {
        serde_json::from_str(include_str!("../../../tests/fixtures/post/label-request.json")).expect("JSON")
    }

    #[test]
    fn an_order_fits_and_every_field_of_another_name_is_strange() {
        assert!(!is_strange(Form::Label, &order()) && violations(Form::Label, &order()).is_empty());
        for place in ["", "/customer", "/labelDefinition", "/item", "/item/recipient", "/item/attributes"] {
            let mut other = order();
            other.pointer_mut(place).expect("a place")["houseNumber"] = json!("5");
            assert!(is_strange(Form::Label, &other), "{place}");
        }
        assert!(is_strange(Form::Label, &Value::Null) && is_strange(Form::Label, &json!([])));
    }

    #[test]
    fn what_does_not_fit_is_named() {
        for (place, value, field) in [
            ("/language", json!("RM"), "language"),
            ("/item/recipient/name1", Value::Null, "item.recipient.name1"),
            ("/item/recipient/street", json!("x".repeat(36)), "item.recipient.street"),
            ("/item/itemNumber", json!("123456789"), "item.itemNumber"),
            ("/item/attributes/weight", json!("heavy"), "item.attributes.weight"),
            ("/item/attributes/przl", json!([7]), "item.attributes.przl[0]"),
            ("/customer", json!("Murmel"), "customer"),
        ] {
            let mut other = order();
            *other.pointer_mut(place).expect("a place") = value;
            let found = violations(Form::Label, &other);
            assert_eq!((found.len(), found[0]["field"].as_str()), (1, Some(field)), "{found:?}");
        }
    }
}
