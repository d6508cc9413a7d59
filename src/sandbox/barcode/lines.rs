//! Which lines of an address there is room for on a label, and the warnings about those there is not (handbook "Barcode" 4.6;
//! developer.post.ch, 8.2.1). Written from the handbook, without a look at how the shop does it.

use serde_json::Value;

/// What is printed, and the codes of what Post remarks about it.
#[derive(Debug, PartialEq, Eq)]
pub struct Printed {
    /// The recipient, from the top.
    pub lines: Vec<String>,
    /// The sender, from the top.
    pub sender: Vec<String>,
    /// In the order of what they are about.
    pub warnings: Vec<&'static str>,
}

/// A part of the address that can go, in the order in which they go, with the warning that says so.
const GOES: [(&str, &str); 4] =
    [("title", "W2016"), ("addressSuffix", "W2017"), ("name3", "W2019"), ("freeText", "W2020")];

/// So many lines of one's own are taken.
const OWN: usize = 5;

/// The addresses of an order as its label has them.
#[must_use]
pub fn printed(order: &Value) -> Printed {
    let (lines, mut warnings) = recipient(order);
    let (sender, is_shortened) = sender(order);
    if is_shortened {
        warnings.push("W2018");
    }
    Printed { lines, sender, warnings }
}

fn recipient(order: &Value) -> (Vec<String>, Vec<&'static str>) {
    let recipient = &order["item"]["recipient"];
    let (mut parts, mut warnings) = (Vec::new(), Vec::new());
    parts.push(("freeText", text(&order["item"]["attributes"], "freeText").to_owned()));
    if let Some(own) = recipient["labelAddress"]["labelLine"].as_array() {
        // Nothing is arranged by itself here: what is too much at the end goes.
        if own.len() > OWN {
            warnings.push("W2021");
        }
        let own = own.iter().filter_map(Value::as_str).take(OWN);
        parts.extend(own.map(|line| ("labelLine", line.trim().to_owned())));
    } else {
        parts.extend([
            ("title", text(recipient, "title").to_owned()),
            ("name1", joined(&[text(recipient, "firstName"), text(recipient, "name1")])),
            ("name2", text(recipient, "name2").to_owned()),
            ("name3", text(recipient, "name3").to_owned()),
            ("addressSuffix", text(recipient, "addressSuffix").to_owned()),
            ("street", joined(&[text(recipient, "street"), text(recipient, "houseNo")])),
            ("pobox", text(recipient, "pobox").to_owned()),
        ]);
        // The company before the person, where it is the company that is addressed.
        if recipient["personallyAddressed"] == false {
            parts.swap(2, 3);
        }
    }
    parts.push(("city", joined(&[text(recipient, "zip"), text(recipient, "city")])));
    parts.retain(|(_, line)| !line.is_empty());
    let room = room(order);
    for (name, code) in GOES {
        if parts.len() > room && parts.iter().any(|(part, _)| *part == name) {
            parts.retain(|(part, _)| *part != name);
            warnings.push(code);
        }
    }
    (parts.into_iter().map(|(_, line)| line).collect(), warnings)
}

/// How many lines fit, free text included: fewer on a small label, and on a middle one with two delivery instructions.
fn room(order: &Value) -> usize {
    match order["labelDefinition"]["labelLayout"].as_str() {
        Some("A7") => 6,
        Some("A6") if instructions(order) >= 2 => 6,
        _ => 8,
    }
}

/// The lines of the sender, and whether one of them was too long.
fn sender(order: &Value) -> (Vec<String>, bool) {
    let customer = &order["customer"];
    let zpl2 = text(&order["labelDefinition"], "imageFileType").eq_ignore_ascii_case("ZPL2");
    let most = if zpl2 && instructions(order) >= 2 { 20 } else { 25 };
    let town = joined(&[text(customer, "zip"), text(customer, "city")]);
    let fields = ["name1", "name2", "street", "pobox"].map(|name| text(customer, name));
    let lines = fields.into_iter().chain([&*town]).filter(|line| !line.is_empty());
    let is_shortened = lines.clone().any(|line| line.chars().count() > most);
    (lines.map(|line| line.chars().take(most).collect()).collect(), is_shortened)
}

/// How many delivery instructions an order has.
fn instructions(order: &Value) -> usize {
    services(order).filter(|service| service.starts_with("ZAW")).count()
}

/// The services that an order asks for.
pub fn services(order: &Value) -> impl Iterator<Item = &str> {
    order["item"]["attributes"]["przl"].as_array().into_iter().flatten().filter_map(Value::as_str)
}

/// A field's text; nothing where it is none.
#[must_use]
pub fn text<'a>(object: &'a Value, name: &str) -> &'a str {
    object[name].as_str().map(str::trim).unwrap_or_default()
}

fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::printed;

    fn full(layout: &str, services: &[&str]) -> Value {
        json!({
            "labelDefinition": { "labelLayout": layout },
            "item": {
                "recipient": {
                    "title": "Herr", "firstName": "Hans", "name1": "Muster", "name2": "PickPost 12345678", "name3": "Empfang",
                    "addressSuffix": "3. Stock", "street": "Bahnhofstrasse", "houseNo": "67", "zip": "5000", "city": "Aarau",
                },
                "attributes": { "przl": services, "freeText": "M-10042" },
            },
        })
    }

    #[test]
    fn what_goes_first_is_the_title_and_name2_never_goes() {
        for (layout, services, warned) in [
            ("A5", &["PRI"][..], &[][..]),
            ("A6", &["PRI"], &[]),
            ("A6", &["PRI", "ZAW3211"], &[]),
            ("A6", &["PRI", "ZAW3211", "ZAW3213"], &["W2016", "W2017"]),
            ("A7", &["ECO"], &["W2016", "W2017"]),
        ] {
            let printed = printed(&full(layout, services));
            assert_eq!(printed.warnings, warned, "{layout} {services:?}");
            assert!(printed.lines.contains(&"PickPost 12345678".to_owned()));
            assert_eq!(printed.lines.last().map(String::as_str), Some("5000 Aarau"));
        }
    }

    #[test]
    fn ones_own_lines_are_cut_at_the_end() {
        let mut order = full("A7", &["PRI"]);
        order["item"]["attributes"]["freeText"] = json!("");
        let lines: Vec<_> = (1..=7).map(|at| format!("line {at}")).collect();
        order["item"]["recipient"]["labelAddress"] = json!({ "labelLine": lines });
        let printed = printed(&order);
        assert_eq!(printed.warnings, ["W2021"]);
        assert_eq!(
            (printed.lines.len(), &*printed.lines[4], &*printed.lines[5]),
            (6, "line 5", "5000 Aarau")
        );
    }

    #[test]
    fn a_line_of_the_sender_has_25_characters_and_fewer_between_two_instructions_of_a_printers_label() {
        for (format, services, length, is_cut) in [
            ("PDF", &["PRI"][..], 25, false),
            ("PDF", &["PRI"], 26, true),
            ("ZPL2", &["PRI", "ZAW3211", "ZAW3213"], 20, false),
            ("ZPL2", &["PRI", "ZAW3211", "ZAW3213"], 21, true),
            ("PDF", &["PRI", "ZAW3211", "ZAW3213"], 25, false),
        ] {
            let mut order = full("A5", services);
            order["labelDefinition"]["imageFileType"] = json!(format);
            order["customer"] = json!({ "name1": "x".repeat(length), "zip": "8001", "city": "Zürich" });
            let printed = printed(&order);
            assert_eq!(printed.warnings.contains(&"W2018"), is_cut, "{format} {length}");
            assert_eq!(printed.sender[0].chars().count() < length, is_cut);
            assert_eq!(printed.sender[1], "8001 Zürich");
        }
    }
}
