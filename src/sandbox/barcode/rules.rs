//! What Post refuses although its form fits: codes by the handbook's list (developer.post.ch, 8.14.1). Which of several neighbouring
//! codes Post would choose is not published everywhere: `codes` says where the choice is ours.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use crate::sandbox::barcode::image::{Format, RESOLUTIONS};
use crate::sandbox::barcode::lines::{services, text};
use crate::sandbox::barcode::services::{Refusal, all, crowded, instruction, services_fit, when};

/// The licence for which Post was seen to leave the whole item out.
const WITHOUT_ITEM: &str = "00000000";
/// A licence that ends so is not allowed (E2026): a magic value, named by its effect.
const NOT_ALLOWED: &str = "2026";

/// What fits into a parcel of 30 kg.
const HEAVIEST: i64 = 30_000;
/// In bytes.
const LARGEST_LOGO: usize = 50 * 1024;
/// Whether the answer has no item at all.
#[must_use]
pub fn leaves_item_out(order: &Value) -> bool {
    text(order, "frankingLicense") == WITHOUT_ITEM
}

/// Everything that Post refuses in an order of the right form.
#[must_use]
pub fn refusals(order: &Value) -> Vec<Refusal> {
    let definition = &order["labelDefinition"];
    let mut found = Vec::new();
    found.extend(licence(text(order, "frankingLicense")));
    found.extend(services_fit(order));
    found.extend(crowded(order));
    found.extend(layout(text(definition, "labelLayout")));
    found.extend(picture(definition));
    found.extend(when(text(&order["customer"], "domicilePostOffice").is_empty(), "E2002"));
    found.extend(sender(&order["customer"]));
    found.extend(logo(&order["customer"]));
    found.extend(recipient(&order["item"]["recipient"]));
    found.extend(item(&order["item"]));
    found.extend(reached(&order["item"]));
    found.extend(offered(order));
    found
}

/// The same of one parcel whose barcodes alone are ordered: it has no layout, no home post office and no logo.
#[must_use]
pub fn refusals_of_codes(order: &Value) -> Vec<Refusal> {
    let mut found = Vec::new();
    found.extend(licence(text(order, "frankingLicense")));
    found.extend(services_fit(order));
    found.extend(picture(&order["barcodeDefinition"]));
    found.extend(sender(&order["customer"]));
    found.extend(recipient(&order["item"]["recipient"]));
    found.extend(item(&order["item"]));
    found.extend(reached(&order["item"]));
    found.extend(offered(order));
    found
}

fn licence(licence: &str) -> Option<Refusal> {
    let digits = licence.bytes().all(|b| b.is_ascii_digit());
    let fits = match licence.len() {
        4 => licence.bytes().all(|b| b.is_ascii_alphanumeric()),
        6 | 8 => digits,
        _ => false,
    };
    when(licence.is_empty(), "E2009")
        .or(when(!fits, "E2027"))
        .or(when(licence.ends_with(NOT_ALLOWED), "E2026"))
}

fn layout(layout: &str) -> Vec<Refusal> {
    all([when(layout == "FE", "E1011"), when(!["A5", "A6", "A7", "FE"].contains(&layout), "E1013")])
}

fn picture(definition: &Value) -> Vec<Refusal> {
    let resolution = definition["imageResolution"].as_i64().unwrap_or(300);
    all([
        when(Format::read(text(definition, "imageFileType")).is_none(), "E2012"),
        when(!RESOLUTIONS.contains(&resolution), "E2013"),
    ])
}

fn sender(customer: &Value) -> Option<Refusal> {
    let is_blank = |name| text(customer, name).is_empty();
    when(["name1", "street", "zip", "city"].into_iter().any(is_blank), "E2017")
}

fn logo(customer: &Value) -> Vec<Refusal> {
    if text(customer, "logo").is_empty() {
        return Vec::new();
    }
    let logo = STANDARD.decode(text(customer, "logo"));
    let begins: Option<&[u8]> = match &*text(customer, "logoFormat").to_uppercase() {
        "GIF" => Some(b"GIF8"),
        "PNG" => Some(b"\x89PNG"),
        "JPG" => Some(b"\xFF\xD8"),
        _ => None,
    };
    let is_another = |logo: &Vec<u8>| begins.is_some_and(|begins| !logo.starts_with(begins));
    all([
        when(logo.as_ref().map_or(true, |logo| logo.len() > LARGEST_LOGO), "E2018"),
        when(begins.is_none(), "E2019"),
        when(logo.as_ref().is_ok_and(is_another), "E2024"),
    ])
}

fn recipient(recipient: &Value) -> Vec<Refusal> {
    let field = |name| text(recipient, name);
    let (country, zip) = (field("country").to_uppercase(), field("zip"));
    let domestic = ["", "CH", "LI"].contains(&&*country);
    let digits = zip.bytes().all(|b| b.is_ascii_digit());
    let nowhere =
        field("street").is_empty() && field("pobox").is_empty() && !recipient["labelAddress"].is_object();
    let own = recipient["labelAddress"]["labelLine"].as_array();
    let letters = country.is_empty() || country.len() == 2 && country.bytes().all(|b| b.is_ascii_uppercase());
    all([
        when(field("name1").is_empty() || field("city").is_empty() || nowhere, "E2001"),
        when(!letters, "E2028"),
        when(domestic && zip.is_empty(), "E2032"),
        when(domestic && !digits, "E2033"),
        when(domestic && digits && !zip.is_empty() && zip.len() != 4, "E2034"),
        when(own.is_some_and(|lines| lines.len() < 2), "E2064"),
    ])
}

fn item(item: &Value) -> Vec<Refusal> {
    let number = text(item, "itemNumber");
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'+');
    let weight = item["attributes"]["weight"].as_i64();
    let zero = !number.is_empty() && number.bytes().all(|b| b == b'0');
    all([
        when(zero, "E2011"),
        when(weight.is_some_and(|weight| weight > HEAVIEST), "E2036"),
        when(weight.is_some_and(|weight| weight <= 0), "E2037"),
        when(!text(item, "itemID").bytes().all(plain), "E2045"),
    ])
}

fn notifications(item: &Value) -> impl Iterator<Item = &Value> + Clone {
    item["notification"].as_array().into_iter().flatten()
}

/// E-mail and numbers: of the recipient, and where a notification goes.
fn reached(item: &Value) -> Vec<Refusal> {
    let places = || notifications(item).map(|told| &told["communication"]).chain([&item["recipient"]]);
    let wrong = |name: &str, fits: fn(&str) -> bool| {
        places().map(|place| text(place, name)).any(|text| !text.is_empty() && !fits(text))
    };
    let lacks = |told: &Value| {
        let name = if told["type"] == "SMS" { "mobile" } else { "email" };
        text(&told["communication"], name).is_empty()
    };
    all([
        when(wrong("email", is_email), "E2041"),
        when(wrong("mobile", is_number) || wrong("phone", is_number), "E2042"),
        when(notifications(item).any(lacks), "E2047"),
    ])
}

/// What a notification offers or announces, beside what is ordered.
fn offered(order: &Value) -> Vec<Refusal> {
    let told = notifications(&order["item"]);
    let has = |service: &str| services(order).any(|known| known == service);
    let announces = |code: &str| told.clone().any(|told| text(told, "service") == code);
    let offers = |told: &&Value| told["deliveryInstructions"].as_array().is_some_and(|list| !list.is_empty());
    let dear = announces("128") || announces("256");
    let lacks = announces("256") && !has("SA") || announces("128") && !has("ZAW3233");
    let given = services(order).any(|service| instruction(service).is_some());
    all([
        when(dear && has("ECO"), "E2029"),
        when(lacks && !has("ECO"), "E2040"),
        when(told.clone().filter(offers).any(|told| told["type"] == "SMS"), "E2043"),
        when(given && told.clone().any(|told| offers(&told)), "E2044"),
    ])
}

fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(who, host)| !who.is_empty() && host.contains('.'))
        && !text.contains(' ')
}

/// Post's table has `+41791234567` as its example, and its error wants digits and blanks: both are taken.
fn is_number(text: &str) -> bool {
    let bare = text.strip_prefix('+').unwrap_or(text);
    (9..=20).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit() || b == b' ')
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    use serde_json::{Value, json};

    use super::{leaves_item_out, refusals, refusals_of_codes};
    use crate::sandbox::codes;

    fn order() -> Value {
        serde_json::from_str(include_str!("../../../tests/fixtures/post/label-request.json")).expect("JSON")
    }

    #[test]
    fn nothing_is_refused_in_a_right_order() {
        assert_eq!(refusals(&order()), [""; 0]);
        assert!(!leaves_item_out(&order()));
        let mut bare = order();
        bare["barcodeDefinition"] = json!({ "imageFileType": "PNG" });
        bare["labelDefinition"] = Value::Null;
        bare["customer"]["domicilePostOffice"] = Value::Null;
        assert_eq!(refusals_of_codes(&bare), [""; 0]);
        bare["barcodeDefinition"]["imageFileType"] = json!("BMP");
        assert_eq!(refusals_of_codes(&bare), ["E2012"]);
    }

    fn told(kind: &str, service: &str, more: Value) -> Value {
        let communication = json!({ "email": "a@b.ch", "mobile": "0791234567" });
        let mut told =
            json!({ "type": kind, "language": "DE", "service": service, "communication": communication });
        told.as_object_mut().expect("it").extend(more.as_object().cloned().unwrap_or_default());
        json!([told])
    }

    /// Each change of a right order, with the one code that it brings.
    fn changes() -> Vec<(&'static str, Value, &'static str)> {
        let offer = json!({ "deliveryInstructions": ["14"] });
        vec![
            ("/frankingLicense", json!(""), "E2009"),
            ("/frankingLicense", json!("12345"), "E2027"),
            ("/frankingLicense", json!("00002026"), "E2026"),
            ("/item/attributes/przl", json!(["ECO", "PRI"]), "E1000"),
            ("/item/attributes/przl", json!(["PRI", "SI", "AS", "FRA"]), "E1001"),
            ("/item/attributes/przl", json!(["PRI", "ZAW3211", "ZAW3213", "ZAW3215"]), "E1002"),
            ("/item/attributes/przl", json!(["PRI", "SI", "SI"]), "E1003"),
            ("/item/attributes/przl", json!(["ECO", "COLD"]), "E1004"),
            ("/item/attributes/przl", json!(["PRI", "ZAW3213", "ZAW3213"]), "E1007"),
            ("/item/attributes/przl", json!(["PRI", "FAST"]), "E1008"),
            ("/item/attributes/przl", json!([]), "E1009"),
            ("/item/attributes/przl", json!(["SI"]), "E1012"),
            ("/item/attributes/przl", json!(["PRI", "ZAW3299"]), "E1015"),
            ("/item/attributes/przl", json!(["PRI", "RMP"]), "E2066"),
            ("/labelDefinition/labelLayout", json!("FE"), "E1011"),
            ("/labelDefinition/labelLayout", json!("A4"), "E1013"),
            ("/labelDefinition/imageFileType", json!("BMP"), "E2012"),
            ("/labelDefinition/imageResolution", json!(150), "E2013"),
            ("/customer/domicilePostOffice", json!(" "), "E2002"),
            ("/customer/street", json!(""), "E2017"),
            ("/item/recipient/street", json!(""), "E2001"),
            ("/item/recipient/country", json!("C1"), "E2028"),
            ("/item/recipient/zip", Value::Null, "E2032"),
            ("/item/recipient/zip", json!("50OO"), "E2033"),
            ("/item/recipient/zip", json!("50000"), "E2034"),
            ("/item/recipient/email", json!("hans"), "E2041"),
            ("/item/recipient/mobile", json!("12 34"), "E2042"),
            ("/item/recipient/phone", json!("+4179abc4567"), "E2042"),
            ("/item/recipient/labelAddress", json!({ "labelLine": ["one"] }), "E2064"),
            ("/item/itemNumber", json!("00000000"), "E2011"),
            ("/item/attributes/weight", json!(30_001), "E2036"),
            ("/item/attributes/weight", json!(0), "E2037"),
            ("/item/itemID", json!("parcel 1"), "E2045"),
            ("/item/notification", told("EMAIL", "256", json!({})), "E2040"),
            ("/item/notification", told("EMAIL", "128", json!({})), "E2040"),
            ("/item/notification", told("SMS", "2", offer), "E2043"),
            (
                "/item/notification",
                told("SMS", "2", json!({ "communication": { "email": "a@b.ch" } })),
                "E2047",
            ),
        ]
    }

    fn with(order: &Value, place: &str, value: Value) -> Value {
        let (mut other, (above, name)) = (order.clone(), place.rsplit_once('/').expect("a place"));
        other.pointer_mut(above).expect("a place")[name] = value;
        other
    }

    #[test]
    fn every_code_that_a_request_brings_about_has_one_that_does() {
        let mut seen = BTreeSet::new();
        for (place, value, code) in changes() {
            assert_eq!(refusals(&with(&order(), place, value)), [code], "{place}");
            seen.insert(code);
        }
        // Those that want more than one change.
        let home = with(&order(), "/item/recipient/name2", Value::Null);
        let ordered = |order: &Value, services: Value| with(order, "/item/attributes/przl", services);
        let economy = ordered(&order(), json!(["ECO"]));
        let instructed = ordered(&order(), json!(["PRI", "ZAW3213"]));
        let offer = json!({ "deliveryInstructions": ["14"] });
        let png = STANDARD.encode(b"\x89PNG");
        for (changed, codes) in [
            (ordered(&home, json!(["ECO", "SP", "MAN"])), &["E1005"][..]),
            (ordered(&home, json!(["PRI", "SA", "AZS"])), &["E1006"]),
            (with(&economy, "/item/notification", told("EMAIL", "256", json!({}))), &["E2029"]),
            (with(&instructed, "/item/notification", told("EMAIL", "2", offer)), &["E2044"]),
            (with(&order(), "/customer/logo", json!("%%%")), &["E2018", "E2019"]),
            (
                with(&with(&order(), "/customer/logo", json!(png)), "/customer/logoFormat", json!("GIF")),
                &["E2024"],
            ),
            (with(&with(&order(), "/customer/logo", json!(png)), "/customer/logoFormat", json!("PNG")), &[]),
        ] {
            assert_eq!(refusals(&changed), codes);
            seen.extend(codes);
        }
        let told = codes::ALL.iter().filter(|(code, _, by)| !codes::is_warning(code) && !by.is_empty());
        // Whether a number was used before the desk knows.
        let told: BTreeSet<_> = told.map(|(code, ..)| *code).filter(|code| *code != "E2016").collect();
        assert_eq!(seen, told);
    }

    #[test]
    fn both_ways_to_write_a_number_are_taken() {
        for number in ["+41791234567", "079 123 45 67", "0041791234567"] {
            let other = with(&order(), "/item/recipient/mobile", json!(number));
            assert_eq!(refusals(&other), [""; 0], "{number}");
        }
    }
}
