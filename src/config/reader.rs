//! Reads one setting, and says in one sentence what is wrong with it.

use std::str::FromStr;

use url::Url;

/// A setting that cannot be; one sentence that names it.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct SettingError(String);

/// Reads variables and names the one that is wrong.
pub(super) struct Reader<'a>(pub(super) &'a dyn Fn(&str) -> Option<String>);

pub(super) fn web_url(name: &str, text: &str) -> Result<Url, SettingError> {
    match Url::parse(text) {
        Ok(url) if ["http", "https"].contains(&url.scheme()) && url.has_host() => Ok(url),
        _ => wrong(&format!("{name} must be an address such as https://shop.example.ch")),
    }
}

pub(super) fn wrong<T>(sentence: &str) -> Result<T, SettingError> {
    Err(SettingError(format!("{sentence}.")))
}

impl Reader<'_> {
    /// A variable that is set to something.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        (self.0)(name).map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
    }

    /// A variable as what it stands for, or the default.
    pub(super) fn parsed<T: FromStr>(
        &self,
        name: &str,
        default: &str,
        what: &str,
    ) -> Result<T, SettingError> {
        let text = self.text(name).unwrap_or_else(|| default.to_owned());
        text.parse().map_err(|_| SettingError(format!("{name} must be {what}, not \"{text}\".")))
    }
}

/// Names in a sentence: "A", "A and B", "A, B and C".
#[must_use]
pub fn listed(names: &[&str]) -> String {
    match names {
        [others @ .., last] if !others.is_empty() => format!("{} and {last}", others.join(", ")),
        one => one.concat(),
    }
}
