//! The simulator's journal: what came and what was answered, with everything personal masked.

use std::collections::VecDeque;

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;

use crate::sandbox::contract::Remark;

/// How many requests are remembered.
const LENGTH: usize = 500;
/// What is masked: persons, their homes, their contacts, their IDs, and secrets.
const MASKED: [&str; 35] = [
    "firstName",
    "lastName",
    "name1",
    "name2",
    "name3",
    "company",
    "addressSuffix",
    "additionalAddress",
    "street",
    "houseNumber",
    "houseNo",
    "houseKey",
    "floorNo",
    "mailboxNo",
    "pobox",
    "postBoxNumber",
    "labelLine",
    "freeText",
    "freeText1",
    "freeText2",
    "email",
    "mobile",
    "phone",
    "id",
    "itemID",
    "city",
    "zip",
    "label",
    "logo",
    "access_token",
    "client_secret",
    "client_id",
    "rejected_value",
    "value",
    "message",
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
    /// What was answered; 0 where no answer got through.
    pub status: u16,
    /// How long it took.
    pub milliseconds: u64,
    /// The masked request.
    pub request: Value,
    /// The masked answer.
    pub response: Value,
    /// What the page, the log and this call of the shop have in common: 32 hexadecimal digits.
    pub trace_id: Option<String>,
    /// Whose token it came with.
    #[serde(skip)]
    pub client: Option<String>,
    /// The fault it met.
    pub fault: Option<&'static str>,
    /// The label's number, where the answer has one.
    pub ident_code: Option<String>,
    /// What its fields are, and what is wrong with them.
    #[serde(skip)]
    pub remarks: Vec<Remark>,
    /// Request and answer as they were, where nobody but this machine sees them.
    #[serde(skip)]
    pub plain: Option<(Value, Value)>,
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

    /// The entries of one trace, newest first.
    #[must_use]
    pub fn of_trace(&self, trace: &str) -> Vec<Entry> {
        self.0.iter().filter(|entry| entry.trace_id.as_deref() == Some(trace)).cloned().collect()
    }
}

/// A body as it may be shown.
#[must_use]
pub fn masked(value: &Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| {
                let personal = MASKED.contains(&name.as_str());
                (name.clone(), if personal { hidden(value) } else { masked(value) })
            })
            .collect(),
        Value::Array(items) => items.iter().map(masked).collect(),
        other => other.clone(),
    }
}

/// A personal value: its first letter; of a list each entry's, of an object each field by its own name.
fn hidden(value: &Value) -> Value {
    match value {
        Value::Object(_) => masked(value),
        Value::Array(items) => items.iter().map(hidden).collect(),
        Value::Null | Value::Bool(_) => value.clone(),
        value => {
            let text = value.as_str().map_or_else(|| value.to_string(), ToOwned::to_owned);
            Value::String(text.chars().take(1).filter(|first| *first != '…').chain(['…']).collect())
        }
    }
}
