//! The fields of a schema, one after the other, each by its way from the top: `item.recipient.name2`.

use crate::sandbox::openapi::document::resolved;
use crate::sandbox::openapi::tree::Tree;

/// So deep a field is followed: a cluster of points holds points.
const DEEPEST: usize = 5;

/// A field as the contract has it.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its way from the top.
    pub name: String,
    /// What it may be.
    pub kind: String,
    /// Whether it has to be there.
    pub required: bool,
    /// What it means.
    pub words: String,
    /// `doc`, `seen`, `decision` or `own`; nothing for what only holds others.
    pub source: String,
    /// Values that are assumed.
    pub assumed: String,
}

/// The fields below a schema, in the order of the contract.
#[must_use]
pub fn below(schema: &'static Tree) -> Vec<Field> {
    let mut all = Vec::new();
    follow(schema, "", 0, &mut all);
    all
}

fn follow(schema: &'static Tree, prefix: &str, depth: usize, into: &mut Vec<Field>) {
    let schema = resolved(schema);
    if depth > DEEPEST {
        return;
    }
    for choice in schema["oneOf"].items() {
        follow(choice, prefix, depth + 1, into);
    }
    if schema["type"].as_str() == Some("array") {
        return follow(&schema["items"], &format!("{prefix}[]"), depth + 1, into);
    }
    let required = |name: &str| schema["required"].items().iter().any(|known| known.as_str() == Some(name));
    for (name, inner) in schema["properties"].members() {
        let whole = resolved(inner);
        let dot = if prefix.is_empty() { "" } else { "." };
        let here = format!("{prefix}{dot}{name}");
        // A choice between forms repeats what stands above it, without a word.
        if whole["description"].as_str().is_some() {
            into.push(field(here.clone(), whole, required(name)));
        }
        follow(whole, &here, depth + 1, into);
    }
}

/// One field, or parameter, by its schema.
#[must_use]
pub fn field(name: String, schema: &'static Tree, required: bool) -> Field {
    Field {
        name,
        kind: kind(schema),
        required,
        words: schema["description"].text(),
        source: schema["x-source"].text(),
        assumed: listed(&schema["x-assumed"], ", "),
    }
}

/// What a value may be, in a few words.
fn kind(schema: &Tree) -> String {
    if let Some(only) = schema["const"].as_str() {
        return only.to_owned();
    }
    let types = schema["type"].as_str().map_or_else(|| listed(&schema["type"], " or "), ToOwned::to_owned);
    let mut words = vec![if types.is_empty() { "anything".to_owned() } else { types }];
    if !schema["enum"].items().is_empty() {
        words = vec![listed(&schema["enum"], " | ")];
    }
    for (key, said) in
        [("maxLength", "at most"), ("maxItems", "at most"), ("minimum", "from"), ("maximum", "to")]
    {
        words.extend(
            schema.members().find(|(name, _)| *name == key).map(|(_, bound)| format!("{said} {bound}")),
        );
    }
    words.extend(["format", "pattern"].iter().filter_map(|key| schema[*key].as_str().map(ToOwned::to_owned)));
    words.join(", ")
}

fn listed(values: &Tree, between: &str) -> String {
    let text = |value: &Tree| value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
    values.items().iter().map(text).collect::<Vec<_>>().join(between)
}
