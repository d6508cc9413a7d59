//! A request as a line for a terminal. Its token is never in it.

use serde_json::{Map, Value};
use url::Url;

use crate::sandbox::journal::Entry;

/// The line.
#[must_use]
pub fn line(base: &Url, entry: &Entry, request: &Value) -> String {
    let base = base.as_str().trim_end_matches('/');
    let mut parts = vec![format!("curl -X {} {}", entry.method, quoted(&format!("{base}{}", entry.path)))];
    let encoded = |fields: &Map<String, Value>| {
        let field = |(name, value): (&String, &Value)| {
            let value = if name == "client_secret" { "…" } else { value.as_str().unwrap_or_default() };
            format!("--data-urlencode {}", quoted(&format!("{name}={value}")))
        };
        fields.iter().map(field).collect::<Vec<_>>()
    };
    match request {
        Value::Object(fields) if entry.path == "/OAuth/token" => parts.extend(encoded(fields)),
        // As parameters of the address.
        Value::Object(fields) if entry.method == "GET" => {
            parts.push("-H 'Authorization: Bearer …'".into());
            parts.push("-G".into());
            parts.extend(encoded(fields));
        }
        Value::Null => {}
        body => {
            parts.push("-H 'Authorization: Bearer …'".into());
            parts.push("-H 'Content-Type: application/json'".into());
            parts.push(format!("-d {}", quoted(&body.to_string())));
        }
    }
    parts.join(" \\\n  ")
}

/// As a shell takes it to the letter.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_quotation_mark_does_not_end_the_text() {
        assert_eq!(quoted("l'été"), r"'l'\''été'");
    }
}
