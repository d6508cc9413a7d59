//! How somebody is reached: e-mail and mobile number.

use email_address::{EmailAddress, Options};
use serde::{Deserialize, Serialize};
use url::Host;

use crate::line::Fault;

/// An e-mail address of at most 160 characters (field table of Post's Barcode service).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

/// A phone number in international form, `+41791234567`: a plus and 8 to 15 digits (ITU-T E.164).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

impl Email {
    /// Reads what was typed.
    ///
    /// # Errors
    /// [`Fault::Missing`], [`Fault::TooLong`], or [`Fault::Form`].
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let trimmed = typed.trim();
        if trimmed.is_empty() {
            return Err(Fault::Missing);
        }
        if trimmed.chars().count() > 160 {
            return Err(Fault::TooLong(160));
        }
        let plain = Options::default().with_required_tld().without_display_text().without_domain_literal();
        let wire = ascii_domain(trimmed).ok_or(Fault::Form)?;
        if !wire.is_ascii() || EmailAddress::parse_with_options(&wire, plain).is_err() {
            return Err(Fault::Form);
        }
        Ok(Self(wire))
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The address with its domain as servers know it, an umlaut as `xn--` (RFC 5890), which browsers do by themselves.
fn ascii_domain(typed: &str) -> Option<String> {
    match typed.rsplit_once('@') {
        Some((user, domain)) if !domain.is_ascii() => Some(format!("{user}@{}", Host::parse(domain).ok()?)),
        _ => Some(typed.to_owned()),
    }
}

impl Phone {
    /// Reads what was typed: `079 123 45 67`, `+41 79 123 45 67` and `0041791234567` are the same.
    ///
    /// # Errors
    /// [`Fault::Missing`] or [`Fault::Form`].
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let bare: String = typed.chars().filter(|c| !" \u{a0}-./()’'".contains(*c)).collect();
        if bare.is_empty() {
            return Err(Fault::Missing);
        }
        let digits = if let Some(rest) = bare.strip_prefix('+') {
            rest.strip_prefix("410").map_or_else(|| rest.to_owned(), |rest| format!("41{rest}"))
        } else if let Some(rest) = bare.strip_prefix("00") {
            rest.to_owned()
        } else if let Some(rest) = bare.strip_prefix('0') {
            format!("41{rest}")
        } else {
            return Err(Fault::Form);
        };
        let digits_only = digits.bytes().all(|b| b.is_ascii_digit());
        if !digits_only || !(8..=15).contains(&digits.len()) || digits.starts_with('0') {
            return Err(Fault::Form);
        }
        Ok(Self(format!("+{digits}")))
    }

    /// The number in international form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Email {
    type Error = Fault;
    fn try_from(stored: String) -> Result<Self, Fault> {
        Self::parse(&stored)
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

impl TryFrom<String> for Phone {
    type Error = Fault;
    fn try_from(stored: String) -> Result<Self, Fault> {
        Self::parse(&stored)
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.0
    }
}

#[cfg(test)]
mod tests {
    use super::{Email, Phone};
    use crate::line::Fault;

    #[test]
    fn one_phone_number_has_many_spellings() {
        for typed in ["079 123 45 67", "+41 79 123 45 67", "0041 79 123 45 67", "+41 (0)79 123 45 67"] {
            assert_eq!(Phone::parse(typed).map(String::from), Ok("+41791234567".into()), "{typed}");
        }
        assert_eq!(Phone::parse("call me"), Err(Fault::Form));
        assert_eq!(Phone::parse("+41"), Err(Fault::Form));
    }

    #[test]
    fn an_email_address_needs_a_domain_with_a_dot() {
        assert!(Email::parse("hans.muster@example.ch").is_ok());
        let umlaut = Email::parse("hans@müller.example").map(String::from);
        assert_eq!(umlaut.as_deref(), Ok("hans@xn--mller-kva.example"));
        for typed in ["a@b", "hans", "Hans <hans@example.ch>", "a b@example.ch", "a@example.ch\nBcc: b@c.ch"]
        {
            assert_eq!(Email::parse(typed), Err(Fault::Form), "{typed}");
        }
    }
}
