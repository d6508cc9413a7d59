//! The fields of a schema, one after the other, each by its way from the top: `item.recipient.name2`.

use serde_json::Value;

use crate::sandbox::openapi::document::resolved;

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

/// The fields below a schema, in the order of their names.
#[must_use]
pub fn below(schema: &'static Value) -> Vec<Field> {
    let mut all = Vec::new();
    follow(schema, "", 0, &mut all);
    all
}

fn follow(schema: &'static Value, prefix: &str, depth: usize, into: &mut Vec<Field>) {
    let schema = resolved(schema);
    if depth > DEEPEST {
        return;
    }
    for choice in schema["oneOf"].as_array().into_iter().flatten() {
        follow(choice, prefix, depth + 1, into);
    }
    if schema["type"] == "array" {
        return follow(&schema["items"], &format!("{prefix}[]"), depth + 1, into);
    }
    let required = |name: &str| {
        schema["required"].as_array().is_some_and(|names| names.iter().any(|known| known == name))
    };
    for (name, inner) in schema["properties"].as_object().into_iter().flatten() {
        let whole = resolved(inner);
        let (dot, here) = (if prefix.is_empty() { "" } else { "." }, name.as_str());
        let name = format!("{prefix}{dot}{here}");
        // A choice between forms repeats what stands above it, without a word.
        if whole["description"].is_string() {
            into.push(field(name.clone(), whole, required(here)));
        }
        follow(whole, &name, depth + 1, into);
    }
}

/// One field, or parameter, by its schema.
#[must_use]
pub fn field(name: String, schema: &'static Value, required: bool) -> Field {
    let text = |key: &str| schema[key].as_str().unwrap_or_default().to_owned();
    Field {
        name,
        kind: kind(schema),
        required,
        words: text("description"),
        source: text("x-source"),
        assumed: listed(&schema["x-assumed"], ", "),
    }
}

/// What a value may be, in a few words.
fn kind(schema: &Value) -> String {
    if let Some(only) = schema["const"].as_str() {
        return only.to_owned();
    }
    let types = match &schema["type"] {
        Value::String(name) => name.clone(),
        several => listed(several, " or "),
    };
    let mut words = vec![if types.is_empty() { "anything".to_owned() } else { types }];
    if schema["enum"].is_array() {
        words = vec![listed(&schema["enum"], " | ")];
    }
    for (key, said) in
        [("maxLength", "at most"), ("maxItems", "at most"), ("minimum", "from"), ("maximum", "to")]
    {
        words.extend(schema[key].as_number().map(|number| format!("{said} {number}")));
    }
    words.extend(["format", "pattern"].iter().filter_map(|key| schema[*key].as_str().map(ToOwned::to_owned)));
    words.join(", ")
}

fn listed(values: &Value, between: &str) -> String {
    let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
    values.as_array().into_iter().flatten().map(text).collect::<Vec<_>>().join(between)
}
