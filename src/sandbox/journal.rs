//! The simulator's journal: what came and what was answered, with everything personal masked.

use std::collections::VecDeque;

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;

/// How many requests are remembered.
const LENGTH: usize = 500;
/// What is masked: persons, their homes, their contacts, their IDs, and secrets.
const MASKED: [&str; 21] = [
    "firstName",
    "lastName",
    "street",
    "houseNumber",
    "email",
    "mobile",
    "id",
    "access_token",
    "client_secret",
    "client_id",
    "rejected_value",
    "city",
    "title",
    "name1",
    "name2",
    "name3",
    "addressSuffix",
    "houseNo",
    "phone",
    "freeText",
    "pobox",
];

/// The last requests, newest first.
#[derive(Debug, Default, Serialize)]
#[serde(transparent)]
pub struct Journal(VecDeque<Entry>);

/// One request and its answer.
#[derive(Clone, Debug, Serialize)]
pub struct Entry {
    /// When it came.
    pub time: DateTime<Utc>,
    /// `POST`.
    pub method: String,
    /// Without the query.
    pub path: String,
    /// What was answered.
    pub status: u16,
    /// How long it took.
    pub milliseconds: u64,
    /// The masked request.
    pub request: Value,
    /// The masked answer.
    pub response: Value,
}

impl Journal {
    /// Writes an entry.
    pub fn write(&mut self, entry: Entry) {
        self.0.push_front(entry);
        self.0.truncate(LENGTH);
    }

    /// The newest entries.
    #[must_use]
    pub fn newest(&self, count: usize) -> Vec<Entry> {
        self.0.iter().take(count).cloned().collect()
    }
}

/// A body as it may be shown.
#[must_use]
pub fn masked(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| {
                let hidden = MASKED.contains(&name.as_str()) && !value.is_object() && !value.is_array();
                (name.clone(), if hidden { hide(value) } else { masked(value) })
            })
            .collect(),
        Value::Array(items) => items.iter().map(masked).collect(),
        other => other.clone(),
    }
}

fn hide(value: &Value) -> Value {
    let text = value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
    Value::String(text.chars().take(1).chain(['…']).collect())
}
