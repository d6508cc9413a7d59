//! A body as the console shows it: its fields in the order of the contract, those that it does not have behind them.

use serde_json::{Map, Value};

use crate::sandbox::contract::compare::fields;

/// What answers hold, in the order in which the contract has it; each name stands for itself wherever it is.
const ANSWERED: [&str; 42] = [
    "access_token",
    "token_type",
    "expires_in",
    "id",
    "verified",
    "labelDefinition",
    "labelLayout",
    "printAddresses",
    "barcodeDefinition",
    "imageFileType",
    "imageResolution",
    "printPreview",
    "colorPrintRequired",
    "sendingID",
    "item",
    "itemID",
    "identCode",
    "label",
    "barcodes",
    "errors",
    "warnings",
    "code",
    "message",
    "field",
    "error",
    "error_description",
    "rejected_value",
    "quality",
    "expires",
    "address",
    "type",
    "houseKey",
    "addressee",
    "geographicLocation",
    "days",
    "deliveryDate",
    "deliverabilities",
    "activity",
    "deliveryToTheDoor",
    "mailpieces",
    "events",
    "eventCode",
];

/// A request to a path, indented.
#[must_use]
pub fn request(path: &str, body: &Value) -> String {
    let known = fields(path).unwrap_or_default();
    let rank = |place: &str| {
        let below = |field: &str| {
            field.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        known.iter().position(|field| below(field.path)).unwrap_or(usize::MAX)
    };
    written(body, &rank)
}

/// An answer, indented.
#[must_use]
pub fn answer(body: &Value) -> String {
    let rank = |place: &str| {
        let name = place.rsplit('.').next().unwrap_or_default();
        ANSWERED.iter().position(|known| *known == name).unwrap_or(usize::MAX)
    };
    written(body, &rank)
}

fn written(body: &Value, rank: &dyn Fn(&str) -> usize) -> String {
    let mut text = String::new();
    if !body.is_null() {
        write(&mut text, body, "", 0, rank);
    }
    text
}

/// As `serde_json` indents, which would put the names in the order of the alphabet.
fn write(text: &mut String, value: &Value, place: &str, depth: usize, rank: &dyn Fn(&str) -> usize) {
    let (open, close) = match value {
        Value::Object(object) if !object.is_empty() => ('{', '}'),
        Value::Array(list) if !list.is_empty() => ('[', ']'),
        leaf => return text.push_str(&leaf.to_string()),
    };
    text.push(open);
    let indent = |text: &mut String, depth: usize| {
        text.push('\n');
        text.push_str(&"  ".repeat(depth));
    };
    if let Value::Object(object) = value {
        for (at, (name, place, inner)) in ordered(object, place, rank).into_iter().enumerate() {
            text.push_str(if at > 0 { "," } else { "" });
            indent(text, depth + 1);
            text.push_str(&Value::from(name).to_string());
            text.push_str(": ");
            write(text, inner, &place, depth + 1, rank);
        }
    }
    for (at, inner) in value.as_array().into_iter().flatten().enumerate() {
        text.push_str(if at > 0 { "," } else { "" });
        indent(text, depth + 1);
        write(text, inner, &format!("{place}[]"), depth + 1, rank);
    }
    indent(text, depth);
    text.push(close);
}

/// The fields of an object with their places.
fn ordered<'a>(
    object: &'a Map<String, Value>,
    place: &str,
    rank: &dyn Fn(&str) -> usize,
) -> Vec<(&'a str, String, &'a Value)> {
    let dot = if place.is_empty() { "" } else { "." };
    let mut all: Vec<_> =
        object.iter().map(|(name, inner)| (name.as_str(), format!("{place}{dot}{name}"), inner)).collect();
    all.sort_by_cached_key(|(_, place, _)| rank(place));
    all
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{answer, request};

    #[test]
    fn fields_stand_as_the_contract_has_them_and_others_behind_them() {
        let shown = request(
            "/pickpost/v1/users",
            &json!({ "service": "PICKPOST", "extra": [], "address": { "zip": { "zip": "8008" }, "house": {} },
                     "userDetails": { "lastName": "User", "gender": "MALE" } }),
        );
        let places = ["userDetails", "gender", "lastName", "address", "house", "zip", "service", "extra"];
        let at: Vec<_> = places.iter().map(|name| shown.find(&format!("\"{name}\"")).expect("it")).collect();
        assert!(at.is_sorted(), "{shown}");
        let shown = request(
            "/barcode/v1/generateSingleBarcodes",
            &json!({ "item": [{ "attributes": { "weight": 1, "przl": ["PRI"] }, "itemID": "x" }], "customer": {} }),
        );
        let at: Vec<_> =
            ["customer", "item\"", "itemID", "przl", "weight"].map(|name| shown.find(name)).into();
        assert!(at.is_sorted() && at[0].is_some(), "{shown}");
        assert_eq!(
            answer(&json!({ "item": { "label": ["x"], "identCode": "99" } })),
            "{\n  \"item\": {\n    \"identCode\": \"99\",\n    \"label\": [\n      \"x\"\n    ]\n  }\n}"
        );
        assert_eq!(answer(&Value::Null), "");
        // What is written is what was there.
        let body = json!({ "a": [1, { "b": null, "c": "\"\n" }, []], "id": {} });
        assert_eq!(serde_json::from_str::<Value>(&answer(&body)).expect("JSON"), body);
    }
}
