//! What Post refuses although its form fits: codes by the handbook's list (developer.post.ch, 8.14.1), words of our own. Which of
//! several neighbouring codes Post would choose is not published everywhere; where it is not, the first of them stands here.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;

use crate::sandbox::barcode::lines::{services, text};

/// A code and what it means.
pub type Refusal = (&'static str, &'static str);

/// The licence for which Post was seen to leave the whole item out.
const WITHOUT_ITEM: &str = "00000000";
/// A licence that ends so is not allowed (E2026): a magic value, named by its effect.
const NOT_ALLOWED: &str = "2026";

/// What fits into a parcel of 30 kg.
const HEAVIEST: i64 = 30_000;
/// Services that can be asked for, with a barcode of their own (developer.post.ch, 6.3); delivery instructions are `ZAW` and
/// their number.
pub const SERVICES: [(&str, &str); 12] = [
    ("PRI", "0509"),
    ("SI", "0307"),
    ("AS", "0308"),
    ("SP", "0309"),
    ("FRA", "0310"),
    ("RMP", "0322"),
    ("BLN", "0341"),
    ("MAN", "0421"),
    ("SA", "0543"),
    ("LQ", "0549"),
    ("AZS", "0581"),
    ("COLD", "3781"),
];
/// What makes no sense where somebody collects (our reading: nothing is published).
const NOT_AT_A_POINT: [&str; 5] = ["RMP", "SA", "SP", "BLN", "LQ"];

/// Whether the answer has no item at all.
#[must_use]
pub fn leaves_item_out(order: &Value) -> bool {
    text(order, "frankingLicense") == WITHOUT_ITEM
}

/// Everything that Post refuses in an order of the right form.
#[must_use]
pub fn refusals(order: &Value) -> Vec<Refusal> {
    let mut found = Vec::new();
    found.extend(licence(text(order, "frankingLicense")));
    found.extend(services_fit(order));
    found.extend(definition(&order["labelDefinition"]));
    found.extend(sender(&order["customer"]));
    found.extend(recipient(&order["item"]["recipient"]));
    found.extend(item(&order["item"]));
    found.extend(reached(&order["item"]));
    found
}

fn when(is: bool, code: &'static str, words: &'static str) -> Option<Refusal> {
    is.then_some((code, words))
}

fn licence(licence: &str) -> Option<Refusal> {
    let digits = licence.bytes().all(|b| b.is_ascii_digit());
    let fits = match licence.len() {
        4 => licence.bytes().all(|b| b.is_ascii_alphanumeric()),
        6 | 8 => digits,
        _ => false,
    };
    when(licence.is_empty(), "E2009", "the franking licence is missing")
        .or(when(!fits, "E2027", "a franking licence has 4 letters and digits, or 6 or 8 digits"))
        .or(when(licence.ends_with(NOT_ALLOWED), "E2026", "the franking licence is not allowed"))
}

fn services_fit(order: &Value) -> Vec<Refusal> {
    let asked: Vec<&str> = services(order).collect();
    let instruction = |service: &&&str| service.strip_prefix("ZAW").is_some_and(|number| number.len() == 4);
    let coded = |service: &&&str| SERVICES.iter().any(|(name, _)| *name == **service);
    let known = |service: &&&str| **service == "ECO" || coded(service) || instruction(service);
    // How many barcodes a layout has room for: services, and delivery instructions.
    let (most, instructions) = match order["labelDefinition"]["labelLayout"].as_str() {
        Some("A7") => (1, 0),
        Some("A6") => (3, 2),
        _ => (5, 4),
    };
    let crowded =
        asked.iter().filter(coded).count() > most || asked.iter().filter(instruction).count() > instructions;
    let name2 = text(&order["item"]["recipient"], "name2").replace(' ', "").to_lowercase();
    let collected = name2.starts_with("pickpost") || name2.starts_with("mypost24");
    let useless = collected && asked.iter().any(|service| NOT_AT_A_POINT.contains(service));
    let both = asked.contains(&"ECO") && asked.contains(&"PRI");
    [
        when(both, "E1000", "Economy and Priority exclude each other"),
        when(crowded, "E1001", "there is no room on this layout for so many services"),
        when(asked.iter().any(|service| !known(&service)), "E1008", "a service that is not known"),
        when(asked.is_empty(), "E1009", "no basic service"),
        when(useless, "E2066", "a service that is not available at this address"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn definition(definition: &Value) -> Vec<Refusal> {
    let layout = text(definition, "labelLayout");
    let kind = text(definition, "imageFileType").to_uppercase();
    let resolution = definition["imageResolution"].as_i64().unwrap_or(300);
    [
        when(layout == "FE", "E1011", "this layout is for letters"),
        when(!["A5", "A6", "A7", "FE"].contains(&layout), "E1013", "a layout that is not known"),
        when(!["", "PDF", "PNG"].contains(&&*kind), "E2012", "the simulator draws PDF and PNG"),
        when(![200, 300, 600].contains(&resolution), "E2013", "200, 300 or 600 dots per inch"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn sender(customer: &Value) -> Vec<Refusal> {
    let blank = ["name1", "street", "zip", "city"].into_iter().any(|name| text(customer, name).is_empty());
    let logo = STANDARD.decode(text(customer, "logo"));
    let format = text(customer, "logoFormat").to_uppercase();
    let of_a_kind = ["GIF", "PNG", "JPG"].contains(&&*format);
    let has_logo = !text(customer, "logo").is_empty();
    let too_large = logo.as_ref().is_ok_and(|logo| logo.len() > 50 * 1024);
    [
        when(text(customer, "domicilePostOffice").is_empty(), "E2002", "the home post office is missing"),
        when(blank, "E2017", "the sender's address is not whole"),
        when(
            has_logo && (logo.is_err() || too_large),
            "E2018",
            "the logo cannot be read, or has more than 50 KB",
        ),
        when(has_logo && !of_a_kind, "E2019", "a logo is a GIF, PNG or JPG"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn recipient(recipient: &Value) -> Vec<Refusal> {
    let field = |name| text(recipient, name);
    let (country, zip) = (field("country").to_uppercase(), field("zip"));
    let domestic = ["", "CH", "LI"].contains(&&*country);
    let digits = zip.bytes().all(|b| b.is_ascii_digit());
    let nowhere =
        field("street").is_empty() && field("pobox").is_empty() && !recipient["labelAddress"].is_object();
    let lines = recipient["labelAddress"]["labelLine"].as_array().map_or(2, Vec::len);
    let letters = country.is_empty() || country.len() == 2 && country.bytes().all(|b| b.is_ascii_uppercase());
    [
        when(
            field("name1").is_empty() || field("city").is_empty() || nowhere,
            "E2001",
            "the address is not whole",
        ),
        when(!letters, "E2028", "a country is two letters"),
        when(domestic && zip.is_empty(), "E2032", "a parcel within the country has a postcode"),
        when(domestic && !digits, "E2033", "a postcode is digits"),
        when(
            domestic && digits && !zip.is_empty() && zip.len() != 4,
            "E2034",
            "a postcode that is not known",
        ),
        when(!(2..=5).contains(&lines), "E2064", "two to five label lines"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn item(item: &Value) -> Vec<Refusal> {
    let number = text(item, "itemNumber");
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'+');
    let weight = item["attributes"]["weight"].as_i64();
    let zero = !number.is_empty() && number.bytes().all(|b| b == b'0');
    [
        when(zero, "E2011", "a consignment number is from 1 to 99999999"),
        when(weight.is_some_and(|weight| weight > HEAVIEST), "E2036", "a parcel has 30000 grams at most"),
        when(weight.is_some_and(|weight| weight <= 0), "E2037", "a weight is more than nothing"),
        when(
            !text(item, "itemID").bytes().all(plain),
            "E2045",
            "an item's ID is letters, digits, _, - and +",
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// E-mail and numbers: of the recipient, and where a notification goes.
fn reached(item: &Value) -> Vec<Refusal> {
    let told: Vec<&Value> = item["notification"].as_array().into_iter().flatten().collect();
    let places = || told.iter().map(|told| &told["communication"]).chain([&item["recipient"]]);
    let wrong = |name: &str, fits: fn(&str) -> bool| {
        places().map(|place| text(place, name)).any(|text| !text.is_empty() && !fits(text))
    };
    let mismatched = told.iter().any(|told| {
        let name = if told["type"] == "SMS" { "mobile" } else { "email" };
        text(&told["communication"], name).is_empty()
    });
    [
        when(wrong("email", is_email), "E2041", "an e-mail address that cannot be"),
        when(
            wrong("mobile", is_number) || wrong("phone", is_number),
            "E2042",
            "a number is 10 to 20 digits and blanks",
        ),
        when(mismatched, "E2047", "a notification without the address of its type"),
    ]
    .into_iter()
    .flatten()
    .collect()
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
    use serde_json::{Value, json};

    use super::{leaves_item_out, refusals};

    fn order() -> Value {
        serde_json::from_str(include_str!("../../../tests/fixtures/post/label-request.json")).expect("JSON")
    }

    #[test]
    fn nothing_is_refused_in_a_right_order() {
        assert_eq!(refusals(&order()), []);
        assert!(!leaves_item_out(&order()));
    }

    #[test]
    fn every_fault_has_its_code() {
        let long = "x".repeat(30);
        for (place, value, code) in [
            ("/frankingLicense", json!(""), "E2009"),
            ("/frankingLicense", json!("12345"), "E2027"),
            ("/frankingLicense", json!("00002026"), "E2026"),
            ("/item/attributes/przl", json!(["ECO", "PRI"]), "E1000"),
            ("/item/attributes/przl", json!(["PRI", "SI", "AS", "FRA"]), "E1001"),
            ("/item/attributes/przl", json!(["FAST"]), "E1008"),
            ("/item/attributes/przl", json!([]), "E1009"),
            ("/item/attributes/przl", json!(["PRI", "RMP"]), "E2066"),
            ("/labelDefinition/labelLayout", json!("FE"), "E1011"),
            ("/labelDefinition/labelLayout", json!("A4"), "E1013"),
            ("/labelDefinition/imageFileType", json!("ZPL2"), "E2012"),
            ("/labelDefinition/imageResolution", json!(150), "E2013"),
            ("/customer/domicilePostOffice", json!(" "), "E2002"),
            ("/customer/street", json!(""), "E2017"),
            ("/item/recipient/street", json!(""), "E2001"),
            ("/item/recipient/country", json!("C1"), "E2028"),
            ("/item/recipient/zip", Value::Null, "E2032"),
            ("/item/recipient/zip", json!("50OO"), "E2033"),
            ("/item/recipient/zip", json!("50000"), "E2034"),
            ("/item/itemNumber", json!("00000000"), "E2011"),
            ("/item/attributes/weight", json!(30_001), "E2036"),
            ("/item/attributes/weight", json!(0), "E2037"),
            ("/item/itemID", json!("parcel 1"), "E2045"),
        ] {
            let mut other = order();
            *other.pointer_mut(place).expect("a place") = value;
            let codes: Vec<_> = refusals(&other).into_iter().map(|(code, _)| code).collect();
            assert_eq!(codes, [code], "{place}");
        }
        for (name, value, code) in [
            ("email", json!("hans"), "E2041"),
            ("mobile", json!("12 34"), "E2042"),
            ("phone", json!("+4179abc4567"), "E2042"),
            ("labelAddress", json!({ "labelLine": ["one"] }), "E2064"),
        ] {
            let mut other = order();
            other["item"]["recipient"][name] = value;
            assert_eq!(refusals(&other)[0].0, code, "{name}");
        }
        let mut other = order();
        other["item"]["notification"] =
            json!([{ "type": "SMS", "language": "DE", "communication": { "email": "a@b.ch" } }]);
        assert_eq!(refusals(&other)[0].0, "E2047");
        let mut other = order();
        other["customer"]["logo"] = json!("%%%");
        other["customer"]["logoFormat"] = json!(long);
        assert_eq!(refusals(&other).iter().map(|(code, _)| *code).collect::<Vec<_>>(), ["E2018", "E2019"]);
    }

    #[test]
    fn both_ways_to_write_a_number_are_taken() {
        for number in ["+41791234567", "079 123 45 67", "0041791234567"] {
            let mut other = order();
            other["item"]["recipient"]["mobile"] = json!(number);
            assert_eq!(refusals(&other), [], "{number}");
        }
    }
}
