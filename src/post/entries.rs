//! Reads the lists of completions in every form that a source shows: in an object by their name (published for WEDEC) or
//! bare (seen on DCAPI), of texts or of objects with one text by a known name.

use serde_json::Value;

use crate::carrier::{CarrierError, Completions};

/// More are of no use to anybody who types.
const MOST: usize = 20;
/// Longer ones fit into no line of an address.
const LONGEST: usize = 35;

/// The entries of a list.
///
/// # Errors
/// [`CarrierError::Nonsense`] for what is no list in any of these forms. An entry that cannot be read is left out.
pub(super) fn entries(answer: &Value, list: &str, names: &[&str]) -> Result<Completions, CarrierError> {
    let items = answer.as_array().or_else(|| answer.get(list)?.as_array());
    let items = items.ok_or(CarrierError::Nonsense("no list of completions"))?;
    let mut found = Completions::new();
    for item in items {
        let text = item.as_str().map(ToOwned::to_owned).or_else(|| named(item, names));
        let text = text.map(|text| text.trim().to_owned()).filter(|text| is_line(text));
        found.extend(text.filter(|text| !found.contains(text)));
        if found.len() == MOST {
            break;
        }
    }
    Ok(found)
}

/// The first of these names that an object has a text or a number at.
pub(super) fn named(item: &Value, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| match item.get(name)? {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

fn is_line(text: &str) -> bool {
    !text.is_empty() && text.chars().count() <= LONGEST && !text.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::entries;

    #[test]
    fn every_form_of_a_list_is_read() {
        for list in [
            json!({ "streets": ["Seestrasse", "Seeweg", "Seeweg"] }),
            json!(["Seestrasse", "Seeweg"]),
            json!([{ "street": "Seestrasse", "zip": "8008" }, { "street": "Seeweg" }]),
            json!({ "streets": [{ "street": "Seestrasse" }, 7, { "name": "Seeweg" }, { "id": "x" }, "a\u{7}b"] }),
        ] {
            let found = entries(&list, "streets", &["street", "name"]).expect("a list");
            assert_eq!(found, ["Seestrasse", "Seeweg"], "{list}");
        }
        for nonsense in [json!({ "zips": [] }), json!("x"), json!({ "streets": {} }), json!(null)] {
            assert!(entries(&nonsense, "streets", &["street"]).is_err(), "{nonsense}");
        }
        let many: Vec<String> = (0..500).map(|nth| format!("Weg {nth}")).collect();
        assert_eq!(entries(&json!(many), "streets", &[]).expect("a list").len(), 20);
    }
}
