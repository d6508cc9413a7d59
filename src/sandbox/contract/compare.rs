//! Compares a request with what is published: field by field, with the nearest right word where one is wrong. No value of a
//! field is repeated in what it says: it may be somebody's name.

use chrono::NaiveDate;
use serde_json::Value;

use super::field::{Field, Form, Needed};
use super::{completion, delivery, label, locations, token, tracking, users, validation};

/// One field of a request, or one that it lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// `address.zip.city`.
    pub path: String,
    /// What the contract says; nothing of a field it does not know.
    pub says: &'static str,
    /// How the request differs from it.
    pub wrong: Option<String>,
}

/// More fields than the contract has are not all told.
const MOST: usize = 100;
/// The longest name of an unknown field that is repeated.
const LONGEST_NAME: usize = 60;

/// The fields of the requests to a path, of its body or its query, where they are written down here.
#[must_use]
pub fn fields(path: &str) -> Option<&'static [Field]> {
    Some(match path {
        "/pickpost/v1/users" => &users::FIELDS,
        "/address/v1/addresses/validation" => &validation::FIELDS,
        "/address/v1/zips" => &completion::ZIPS,
        "/address/v1/streets" => &completion::STREETS,
        "/address/v1/houses" => &completion::HOUSES,
        "/address/v1/house-numbers" => &completion::HOUSE_NUMBERS,
        "/barcode/v1/generateAddressLabel" => &label::LABEL,
        "/barcode/v1/generateSingleBarcodes" => &label::CODES,
        "/OAuth/token" => &token::FIELDS,
        "/logistics/mailpiece/tracking/business/v1/mailpieces" => &tracking::FIELDS,
        "/StandortSuche/StaoCacheServiceV2/api/v1/Types" => &locations::TYPES,
        "/StandortSuche/StaoCacheServiceV2/api/v1/Geocode" => &locations::GEOCODE,
        "/StandortSuche/StaoCacheServiceV2/api/v1/Find" => &locations::FIND,
        "/StandortSuche/StaoCacheServiceV2/api/v1/Poi" => &locations::POI,
        "/delivery/v1/deliverabilities/when" => &delivery::WHEN,
        "/delivery/v1/options/holidays" => &delivery::HOLIDAYS,
        _ => return None,
    })
}

/// Every field of the contract that the request has or lacks wrongly, and every field that it has too much; nothing for a
/// path whose fields are not written down here.
#[must_use]
pub fn compare(path: &str, body: &Value) -> Vec<Remark> {
    let Some(fields) = fields(path) else { return Vec::new() };
    if !body.is_object() {
        let wrong = Some("the body is no JSON object".to_owned());
        return vec![Remark { path: "(body)".into(), says: "an object, as application/json", wrong }];
    }
    let mut leaves = Vec::new();
    flatten(body, String::new(), &mut leaves);
    let known = fields.iter().filter_map(|field| told(field, &leaves));
    let strange = leaves.iter().filter(|(path, _)| !fields.iter().any(|field| field.path == path));
    known.chain(strange.map(|(path, _)| unknown(path, fields))).take(MOST).collect()
}

/// The values that are no objects, with their paths; the entries of a list under one path.
fn flatten<'a>(value: &'a Value, path: String, into: &mut Vec<(String, &'a Value)>) {
    match value {
        Value::Object(object) => {
            for (name, value) in object {
                let dot = if path.is_empty() { "" } else { "." };
                flatten(value, format!("{path}{dot}{name}"), into);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| flatten(value, format!("{path}[]"), into)),
        leaf => into.push((path, leaf)),
    }
}

fn told(field: &Field, leaves: &[(String, &Value)]) -> Option<Remark> {
    let mut there = leaves.iter().filter(|(path, _)| path == field.path).map(|(_, value)| *value).peekable();
    let remark = |wrong| Some(Remark { path: field.path.to_owned(), says: field.says, wrong });
    if there.peek().is_some() {
        return remark(there.find_map(|value| field.form.misses(value)));
    }
    let holds = |path: &str, word: &str| leaves.iter().any(|(known, value)| known == path && *value == word);
    match field.needed {
        Needed::Always => remark(Some("is missing".into())),
        Needed::Where(path, word) if holds(path, word) => {
            remark(Some(format!("is missing, where {path} is {word}")))
        }
        Needed::Without(other) if !leaves.iter().any(|(known, _)| known == other) => {
            remark(Some(format!("is missing, and {other} is not there instead")))
        }
        Needed::Never | Needed::Where(..) | Needed::Without(_) => None,
    }
}

fn unknown(path: &str, fields: &[Field]) -> Remark {
    let nearest = nearest(path, fields.iter().map(|field| field.path));
    let wrong = match nearest {
        Some(name) => format!("the contract has no such field; the nearest is {name}"),
        None => "the contract has no such field".to_owned(),
    };
    let path = path.chars().take(LONGEST_NAME).collect();
    Remark { path, says: "", wrong: Some(wrong) }
}

/// The word that is most like another, if it is like it at all.
fn nearest<'a>(word: &str, words: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let folded = |word: &str| word.to_ascii_lowercase().replace(['_', '-'], "");
    let word = folded(&word.chars().take(LONGEST_NAME).collect::<String>());
    let likeness = words.map(|known| (strsim::jaro_winkler(&word, &folded(known)), known));
    let best = likeness.max_by(|one, other| one.0.total_cmp(&other.0))?;
    (best.0 >= 0.75).then_some(best.1)
}

impl Form {
    /// How a value misses this form; `None` where it does not.
    fn misses(self, value: &Value) -> Option<String> {
        match self {
            Self::Bool => (!value.is_boolean()).then(|| "must be true or false".into()),
            Self::Any => text(value, |_| None),
            Self::Day => text(value, |text| {
                text.parse::<NaiveDate>().is_err().then(|| "must be a day, such as 2027-01-18".into())
            }),
            Self::Number => (!value.is_number()).then(|| "must be a number, without quotation marks".into()),
            Self::Text(most) => text(value, |text| {
                let length = text.chars().count();
                if text.trim().is_empty() {
                    Some("is empty: leave it out instead".into())
                } else {
                    (length > most).then(|| format!("has {length} characters, at most {most} are allowed"))
                }
            }),
            Self::Digits(least, most) => text(value, |text| {
                let digits = text.bytes().all(|byte| byte.is_ascii_digit());
                let range = if least == most { format!("{most}") } else { format!("{least} to {most}") };
                (!digits || !(least..=most).contains(&text.len())).then(|| format!("must be {range} digits"))
            }),
            Self::OneOf(words) => text(value, |text| {
                if words.contains(&text) {
                    return None;
                }
                let all = words.join(", ");
                let meant = nearest(text, words.iter().copied());
                Some(meant.map_or_else(
                    || format!("must be one of {all}"),
                    |word| format!("must be one of {all}; the nearest is {word}"),
                ))
            }),
        }
    }
}

/// Judges a text; anything else is none.
fn text(value: &Value, judge: impl FnOnce(&str) -> Option<String>) -> Option<String> {
    match value {
        Value::String(text) => judge(text),
        Value::Number(_) => Some("must be text, in quotation marks, not a number".into()),
        Value::Null => Some("is null: leave it out instead".into()),
        _ => Some("must be text".into()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::compare;

    fn published() -> Value {
        serde_json::from_str(include_str!("../../../tests/fixtures/post/users-request.json")).expect("JSON")
    }

    /// What is wrong with the published request after a change, as `path: words`.
    fn wrong(change: impl FnOnce(&mut Value)) -> Vec<String> {
        let mut body = published();
        change(&mut body);
        let remarks = compare("/pickpost/v1/users", &body);
        remarks.into_iter().filter_map(|remark| Some(format!("{}: {}", remark.path, remark.wrong?))).collect()
    }

    #[test]
    fn nothing_is_wrong_with_the_published_example() {
        assert_eq!(wrong(|_| {}), [""; 0]);
        assert_eq!(compare("/pickpost/v1/users", &published()).len(), 12);
        assert_eq!(compare("/somewhere/else", &published()), []);
    }

    #[test]
    fn each_mistake_is_said_in_words_with_the_nearest_right_one() {
        let house = |body: &mut Value| {
            let house = body["address"]["house"].as_object_mut().expect("a house");
            let number = house.remove("houseNumber").expect("a number");
            house.insert("houseNo".into(), number);
        };
        assert_eq!(
            wrong(house),
            [
                "address.house.houseNo: the contract has no such field; the nearest is address.house.houseNumber"
            ]
        );
        assert_eq!(
            wrong(|body| body["service"] = json!("PICK_POST")),
            ["service: must be one of PICKPOST, MYPOST24; the nearest is PICKPOST"]
        );
        assert_eq!(
            wrong(|body| body["address"]["zip"]["zip"] = json!(8008)),
            ["address.zip.zip: must be text, in quotation marks, not a number"]
        );
        assert_eq!(
            wrong(|body| body["userDetails"]["firstName"] = json!("x".repeat(40))),
            ["userDetails.firstName: has 40 characters, at most 35 are allowed"]
        );
        assert_eq!(
            wrong(|body| body["notification"] = json!({ "notifyMode": "SMS" })),
            ["notification.mobile: is missing, where notification.notifyMode is SMS"]
        );
        assert_eq!(wrong(|body| *body = json!([])), ["(body): the body is no JSON object"]);
    }

    #[test]
    fn a_question_without_a_body_is_held_against_the_contract_too() {
        let wrong = |path: &str, query: Value| {
            let said = compare(path, &query).into_iter();
            said.filter_map(|remark| Some(format!("{}: {}", remark.path, remark.wrong?))).collect::<Vec<_>>()
        };
        for (path, right) in [
            ("/address/v1/zips", json!({ "zipCity": "8001" })),
            ("/address/v1/streets", json!({ "zip": "8001", "name": "Bahn" })),
            ("/address/v1/streets", json!({ "zip": "800100", "street": "Bahn", "type": "DOMICILE" })),
            ("/address/v1/houses", json!({ "zip": "8001", "streetname": "Bahnhofstrasse", "number": "" })),
            (
                "/delivery/v1/deliverabilities/when",
                json!({ "zip": "8001", "city": "Z", "date": "2027-01-18" }),
            ),
            ("/delivery/v1/options/holidays", json!({})),
        ] {
            assert_eq!(wrong(path, right), [""; 0], "{path}");
        }
        assert_eq!(
            wrong("/address/v1/streets", json!({ "zip": "8001", "type": "HOME" })),
            [
                "name: is missing, and street is not there instead",
                "street: is missing, and name is not there instead",
                "type: must be one of DOMICILE, POSTBOX",
            ]
        );
        assert_eq!(
            wrong(
                "/delivery/v1/deliverabilities/when",
                json!({ "zip": "8001", "city": "Z", "date": "18.1." })
            ),
            ["date: must be a day, such as 2027-01-18"]
        );
        assert_eq!(
            wrong("/delivery/v1/options/holidays", json!({ "year": "2027" })),
            ["year: the contract has no such field"]
        );
    }
}
