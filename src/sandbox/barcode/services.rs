//! Services and delivery instructions: which there are, which go together, and how many a label has room for.

use std::ops::RangeInclusive;

use serde_json::Value;

use crate::sandbox::barcode::lines::{services, text};

/// The code of a refusal; what it says is in `codes`.
pub type Refusal = &'static str;

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
/// The delivery instructions (developer.post.ch, 6.5).
const INSTRUCTIONS: RangeInclusive<u16> = 3211..=3234;
/// What makes no sense where somebody collects (our reading: nothing is published).
const NOT_AT_A_POINT: [&str; 5] = ["RMP", "SA", "SP", "BLN", "LQ"];

/// A refusal, where it holds.
#[must_use]
pub fn when(is: bool, code: Refusal) -> Option<Refusal> {
    is.then_some(code)
}

/// Those that hold.
#[must_use]
pub fn all<const N: usize>(found: [Option<Refusal>; N]) -> Vec<Refusal> {
    found.into_iter().flatten().collect()
}

/// The number of a delivery instruction.
#[must_use]
pub fn instruction(service: &str) -> Option<&str> {
    service.strip_prefix("ZAW").filter(|number| number.len() == 4)
}

fn is_coded(service: &str) -> bool {
    SERVICES.iter().any(|(name, _)| *name == service)
}

/// Whether the services of an order are known and go together.
#[must_use]
pub fn services_fit(order: &Value) -> Vec<Refusal> {
    let asked: Vec<&str> = services(order).collect();
    let has = |service: &str| asked.contains(&service);
    let twice = |service: &&str| asked.iter().filter(|other| *other == service).count() > 1;
    let is_known = |service: &str| is_coded(service) || instruction(service).is_some() || service == "ECO";
    let strange = |number: &str| !number.parse().is_ok_and(|number: u16| INSTRUCTIONS.contains(&number));
    let name2 = text(&order["item"]["recipient"], "name2").replace(' ', "").to_lowercase();
    let collected = name2.starts_with("pickpost") || name2.starts_with("mypost24");
    all([
        when(has("ECO") && has("PRI"), "E1000"),
        when(asked.iter().any(|service| twice(service) && instruction(service).is_none()), "E1003"),
        when(has("ECO") && (has("COLD") || has("SA")), "E1004"),
        when(has("ECO") && has("SP") && has("MAN"), "E1005"),
        when(has("SA") && has("AZS"), "E1006"),
        when(asked.iter().any(|service| twice(service) && instruction(service).is_some()), "E1007"),
        when(asked.iter().any(|service| !is_known(service)), "E1008"),
        when(asked.is_empty(), "E1009"),
        when(asked.iter().any(|s| is_known(s)) && !has("ECO") && !has("PRI"), "E1012"),
        when(asked.iter().filter_map(|service| instruction(service)).any(strange), "E1015"),
        when(collected && NOT_AT_A_POINT.into_iter().any(has), "E2066"),
    ])
}

/// How many barcodes a layout has room for: services, and delivery instructions.
#[must_use]
pub fn crowded(order: &Value) -> Vec<Refusal> {
    let (most, instructions) = match order["labelDefinition"]["labelLayout"].as_str() {
        Some("A7") => (1, 0),
        Some("A6") => (3, 2),
        _ => (5, 4),
    };
    all([
        when(services(order).filter(|service| is_coded(service)).count() > most, "E1001"),
        when(services(order).filter_map(instruction).count() > instructions, "E1002"),
    ])
}
