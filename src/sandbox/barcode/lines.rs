//! Which lines of an address there is room for on a label, and the warnings about those there is not (handbook "Barcode" 4.6;
//! developer.post.ch, 8.2.1). Written from the handbook, without a look at how the shop does it.

use serde_json::Value;

/// What is printed, and what Post remarks about it.
#[derive(Debug, PartialEq, Eq)]
pub struct Printed {
    /// From the top.
    pub lines: Vec<String>,
    /// Code and words.
    pub warnings: Vec<(&'static str, &'static str)>,
}

/// A part of the address that can go, in the order in which they go, with the warning that says so.
const GOES: [(&str, &str, &str); 4] = [
    ("title", "W2016", "there was no room for the title"),
    ("addressSuffix", "W2017", "there was no room for the address suffix"),
    ("name3", "W2019", "there was no room for name 3"),
    ("freeText", "W2020", "there was no room for the free text"),
];

/// The address of an order's recipient as its label has it.
#[must_use]
pub fn printed(order: &Value) -> Printed {
    let recipient = &order["item"]["recipient"];
    let room = room(order);
    let town = joined(&[text(recipient, "zip"), text(recipient, "city")]);
    if let Some(own) = recipient["labelAddress"]["labelLine"].as_array() {
        // Nothing is arranged by itself here: what is too much at the end goes.
        let own: Vec<String> = own.iter().filter_map(Value::as_str).map(ToOwned::to_owned).collect();
        let surplus = own.len() + 1 > room;
        let lines = own.into_iter().take(room - 1).chain([town]).collect();
        let warning = ("W2021", "there was no room for all label lines");
        return Printed { lines, warnings: surplus.then_some(warning).into_iter().collect() };
    }
    let mut parts = vec![
        ("freeText", text(&order["item"]["attributes"], "freeText").to_owned()),
        ("title", text(recipient, "title").to_owned()),
        ("name1", joined(&[text(recipient, "firstName"), text(recipient, "name1")])),
        ("name2", text(recipient, "name2").to_owned()),
        ("name3", text(recipient, "name3").to_owned()),
        ("addressSuffix", text(recipient, "addressSuffix").to_owned()),
        ("street", joined(&[text(recipient, "street"), text(recipient, "houseNo")])),
        ("city", town),
    ];
    // The company before the person, where it is the company that is addressed.
    if recipient["personallyAddressed"] == false {
        parts.swap(2, 3);
    }
    parts.retain(|(_, line)| !line.is_empty());
    let mut warnings = Vec::new();
    for (name, code, words) in GOES {
        if parts.len() > room && parts.iter().any(|(part, _)| *part == name) {
            parts.retain(|(part, _)| *part != name);
            warnings.push((code, words));
        }
    }
    Printed { lines: parts.into_iter().map(|(_, line)| line).collect(), warnings }
}

/// How many lines fit, free text included: fewer on a small label, and on a middle one with two delivery instructions.
fn room(order: &Value) -> usize {
    let instructions = services(order).filter(|service| service.starts_with("ZAW")).count();
    match order["labelDefinition"]["labelLayout"].as_str() {
        Some("A7") => 6,
        Some("A6") if instructions >= 2 => 6,
        _ => 8,
    }
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
            let codes: Vec<_> = printed.warnings.iter().map(|(code, _)| *code).collect();
            assert_eq!(codes, warned, "{layout} {services:?}");
            assert!(printed.lines.contains(&"PickPost 12345678".to_owned()));
            assert_eq!(printed.lines.last().map(String::as_str), Some("5000 Aarau"));
        }
    }

    #[test]
    fn ones_own_lines_are_cut_at_the_end() {
        let mut order = full("A7", &["PRI"]);
        let lines: Vec<_> = (1..=7).map(|at| format!("line {at}")).collect();
        order["item"]["recipient"]["labelAddress"] = json!({ "labelLine": lines });
        let printed = printed(&order);
        assert_eq!(printed.warnings[0].0, "W2021");
        assert_eq!(
            (printed.lines.len(), &*printed.lines[4], &*printed.lines[5]),
            (6, "line 5", "5000 Aarau")
        );
    }
}
