//! Form state as data: what was typed, and what is wrong with it, in words.

use crate::i18n::{Lang, Value, text, text_with};
use crate::line::{Fault, LABEL};
use crate::pasted;

/// The state of one form: typed values by field name, and the messages beside them.
#[derive(Clone, Debug, Default)]
pub struct FormState {
    values: Vec<(&'static str, String)>,
    /// In the order of the fields.
    pub problems: Vec<Problem>,
    /// Where what was typed belongs instead, if it belongs somewhere else: the address, and the key of its words.
    pub elsewhere: Option<(String, &'static str)>,
    /// What another window has changed since the page was made.
    pub meanwhile: Vec<Change>,
    /// The words of the button that puts postcode and town the right way round, where they are not.
    pub swap: Option<String>,
}

/// One difference between a page and what stands by now, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is about.
    pub what: String,
    /// As it was shown.
    pub was: String,
    /// As it is.
    pub now: String,
}

/// One message, at one field.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The field's name, which is also its id.
    pub field: &'static str,
    /// The message in the visitor's language.
    pub message: String,
    /// The name of the field, where the message says nothing of it; the list of all messages does.
    pub label: Option<String>,
}

impl FormState {
    /// A form with these values and nothing wrong yet.
    #[must_use]
    pub fn new(values: Vec<(&'static str, String)>) -> Self {
        Self { values, ..Self::default() }
    }

    /// Puts something else into a field, or something beside what was typed.
    pub fn put(&mut self, field: &'static str, value: &str) {
        self.values.retain(|(name, _)| *name != field);
        self.values.push((field, value.to_owned()));
    }

    /// What stands in a field.
    #[must_use]
    pub fn value(&self, field: &str) -> &str {
        self.values.iter().find(|(name, _)| *name == field).map_or("", |(_, value)| value)
    }

    /// Whether a radio button or an option is the chosen one.
    #[must_use]
    pub fn is(&self, field: &str, value: &str) -> bool {
        self.value(field) == value
    }

    /// The message at a field.
    #[must_use]
    pub fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|problem| problem.field == field).map(|problem| problem.message.as_str())
    }

    /// Keeps a parsed value, or the message about it.
    pub fn take<T>(&mut self, lang: Lang, field: &'static str, parsed: Result<T, Fault>) -> Option<T> {
        match parsed {
            Ok(value) => Some(value),
            Err(fault) => {
                let told = matches!(fault, Fault::Missing | Fault::Form | Fault::Landline);
                let label = (!told).then(|| label(lang, field));
                self.problems.push(Problem { field, message: message(lang, field, fault), label });
                None
            }
        }
    }

    /// Adds a message of the page's own.
    pub fn refuse(&mut self, field: &'static str, message: impl Into<String>) {
        self.problems.push(Problem { field, message: message.into(), label: None });
    }

    /// Whether the reader has to look at something before the form is sent again.
    #[must_use]
    pub fn has_problems(&self) -> bool {
        !self.problems.is_empty() || !self.meanwhile.is_empty()
    }
}

/// Says what to do about a fault: first what is special to the field, else what fits any field.
fn message(lang: Lang, field: &str, fault: Fault) -> String {
    let named = |key: &str| -> String { text_with(lang, key, &[("field", Value::from(label(lang, field)))]) };
    match fault {
        Fault::Missing => own_or(lang, field, "missing", || named("fault-missing")),
        Fault::Form => own_or(lang, field, "form", || named("fault-form")),
        Fault::TooLong(max) if max <= LABEL => text_with(lang, "fault-too-long", &[("max", max.into())]),
        Fault::TooLong(max) => text_with(lang, "fault-too-long-anyway", &[("max", max.into())]),
        Fault::Character(c) => match pasted::shown(c) {
            Some(shown) => text_with(lang, "fault-character", &[("character", shown.into_owned().into())]),
            None => text(lang, "fault-control-character").into_owned(),
        },
        Fault::Landline => text(lang, "fault-landline").into_owned(),
        Fault::PickUpKeyword(_) => text(lang, "fault-pick-up-keyword").into_owned(),
    }
}

/// The name of a field.
fn label(lang: Lang, field: &str) -> String {
    text(lang, &format!("field-{}", field.replace('_', "-"))).into_owned()
}

fn own_or(lang: Lang, field: &str, fault: &str, other: impl Fn() -> String) -> String {
    let key = format!("fault-{fault}-{}", field.replace('_', "-"));
    let own = text(lang, &key);
    if own == key { other() } else { own.into_owned() }
}
