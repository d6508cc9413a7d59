//! How somebody is reached: e-mail and mobile number.

use email_address::{EmailAddress, Options};
use serde::{Deserialize, Serialize};
use url::Host;

use crate::line::Fault;
use crate::pasted;

/// An e-mail address of at most 160 characters (field table of Post's Barcode service).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

/// A phone number in international form, `+41791234567`: a plus and 8 to 15 digits (ITU-T E.164).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Phone(String);

/// What stands before an e-mail address or a number that was copied from a page or a card.
const MAIL_PREFIXES: [&str; 4] = ["mailto:", "e-mail:", "email:", "mail:"];
const PHONE_PREFIXES: [&str; 12] = [
    "tel:", "tel.", "tél.", "tél:", "telefon", "phone", "mobile", "mobil", "natel", "sms:", "callto:", "tel",
];

impl Email {
    /// Reads what was typed or pasted: `mailto:`, `<…>` with a name before it, and blanks round the `@` are not meant.
    ///
    /// # Errors
    /// [`Fault::Missing`], [`Fault::TooLong`], or [`Fault::Form`].
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let clean = pasted::clean(typed);
        let bare = bare_email(pasted::unwrapped(&clean));
        if bare.is_empty() {
            return Err(Fault::Missing);
        }
        if bare.chars().count() > 160 {
            return Err(Fault::TooLong(160));
        }
        Self::stored(&ascii_domain(&bare).ok_or(Fault::Form)?)
    }

    /// One as servers know it, which is how it was stored.
    fn stored(wire: &str) -> Result<Self, Fault> {
        let plain = Options::default().with_required_tld().without_display_text().without_domain_literal();
        if !wire.is_ascii() || EmailAddress::parse_with_options(wire, plain).is_err() {
            return Err(Fault::Form);
        }
        if wire.len() > 160 {
            return Err(Fault::TooLong(160));
        }
        Ok(Self(wire.to_owned()))
    }

    /// The address as servers know it: an umlaut in its domain is written as `xn--` (RFC 5890).
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address as people write it: `hans@müller.example`.
    #[must_use]
    pub fn readable(&self) -> String {
        readable(&self.0)
    }
}

/// An address that servers know, as people write it.
#[must_use]
pub fn readable(wire: &str) -> String {
    match wire.rsplit_once('@') {
        Some((user, domain)) if domain.contains("xn--") => {
            format!("{user}@{}", url::quirks::domain_to_unicode(domain))
        }
        _ => wire.to_owned(),
    }
}

/// The address itself, out of what was pasted with it.
fn bare_email(clean: &str) -> String {
    let bare = match clean.split_once('<').map(|(_, rest)| rest.split_once('>')) {
        Some(Some((inside, ""))) => inside.trim(),
        _ => clean,
    };
    let link = pasted::without_prefix(bare, &["mailto:"]).len() < bare.len();
    let bare = pasted::without_prefix(bare, &MAIL_PREFIXES);
    // A link may carry a subject.
    let bare = if link { bare.split('?').next().unwrap_or_default() } else { bare };
    bare.trim_end_matches([',', ';', '.', ' ', '>'])
        .trim_start_matches('<')
        .replace(" @", "@")
        .replace("@ ", "@")
}

/// The address with its domain as servers know it, which browsers do by themselves.
fn ascii_domain(typed: &str) -> Option<String> {
    match typed.rsplit_once('@') {
        Some((user, domain)) if !domain.is_ascii() => Some(format!("{user}@{}", Host::parse(domain).ok()?)),
        _ => Some(typed.to_owned()),
    }
}

impl Phone {
    /// Reads what was typed or pasted: `079 123 45 67`, `tel:+41-79-123-45-67`, `+41 (0)79/123.45.67` and `0041791234567` are
    /// the same.
    ///
    /// # Errors
    /// [`Fault::Missing`] or [`Fault::Form`].
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let clean = pasted::clean(typed);
        let bare = without_remark(pasted::without_prefix(pasted::unwrapped(&clean), &PHONE_PREFIXES));
        // What follows a semicolon in a link is no part of the number (RFC 3966).
        let bare = bare.split(';').next().unwrap_or_default();
        let bare: String = bare.chars().filter(|c| !" -./_:'".contains(*c)).collect();
        if bare.trim_matches(['(', ')']).is_empty() {
            return Err(Fault::Missing);
        }
        let digits = international(&bare).ok_or(Fault::Form)?;
        let length = match &digits {
            swiss if swiss.starts_with("41") => 11..=11,
            liechtenstein if liechtenstein.starts_with("423") => 10..=12,
            _ => 8..=15,
        };
        if !length.contains(&digits.len()) {
            return Err(Fault::Form);
        }
        Self::stored(&format!("+{digits}"))
    }

    /// A number that a text message reaches. Of Switzerland 074 to 079, of Liechtenstein what begins with 6 or 7; which of other
    /// countries' numbers are mobile ones only these know.
    ///
    /// # Errors
    /// As [`Phone::parse`], and [`Fault::Landline`].
    pub fn parse_mobile(typed: &str) -> Result<Self, Fault> {
        let phone = Self::parse(typed)?;
        if phone.is_mobile() { Ok(phone) } else { Err(Fault::Landline) }
    }

    fn is_mobile(&self) -> bool {
        if let Some(swiss) = self.0.strip_prefix("+41") {
            return matches!(swiss.as_bytes(), [b'7', b'4'..=b'9', ..]);
        }
        self.0.strip_prefix("+423").is_none_or(|there| there.starts_with(['6', '7']))
    }

    /// One in international form, which is how it was stored.
    fn stored(number: &str) -> Result<Self, Fault> {
        let digits = number.strip_prefix('+').ok_or(Fault::Form)?;
        let digits_only = digits.bytes().all(|b| b.is_ascii_digit());
        if !digits_only || !(8..=15).contains(&digits.len()) || digits.starts_with('0') {
            return Err(Fault::Form);
        }
        Ok(Self(number.to_owned()))
    }

    /// The number in international form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A number without the word that stands behind it, such as "(privat)".
fn without_remark(number: &str) -> &str {
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let word = number
        .find(char::is_alphabetic)
        .filter(|at| digits(&number[*at..]) == 0 && digits(&number[..*at]) > 0);
    word.map_or(number, |at| number[..at].trim_end_matches([' ', '(', ',']))
}

/// The digits in international form, of a number without blanks and marks but brackets.
fn international(bare: &str) -> Option<String> {
    let plain = |text: &str| text.chars().filter(|c| !"()".contains(*c)).collect::<String>();
    let start = bare.trim_start_matches('(');
    let abroad = start.strip_prefix('+').map(|rest| rest.strip_prefix("00").unwrap_or(rest));
    let Some(abroad) = abroad.or_else(|| start.strip_prefix("00")) else {
        let digits = plain(bare);
        return match digits.as_bytes() {
            [b'0', ..] => Some(format!("41{}", &digits[1..])),
            // Without the plus, and as a spreadsheet leaves it.
            [b'4', b'1', ..] if digits.len() == 11 => Some(digits),
            [b'7', b'4'..=b'9', ..] if digits.len() == 9 => Some(format!("41{digits}")),
            _ => None,
        };
    };
    // `(0)` is dialled within a country only; Italy's is part of the number.
    let italian = plain(abroad).starts_with("39");
    let digits = if italian { plain(abroad) } else { plain(&abroad.replacen("(0)", "", 1)) };
    Some(digits.strip_prefix("410").map_or_else(|| digits.clone(), |rest| format!("41{rest}")))
}

impl TryFrom<String> for Email {
    type Error = Fault;
    fn try_from(stored: String) -> Result<Self, Fault> {
        Self::stored(&stored)
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
        Self::stored(&stored)
    }
}

impl From<Phone> for String {
    fn from(phone: Phone) -> Self {
        phone.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::{Email, Phone};
    use crate::line::Fault;

    #[test]
    fn one_phone_number_has_many_spellings() {
        for typed in [
            "079 123 45 67",
            "+41 79 123 45 67",
            "0041 79 123 45 67",
            "+41 (0)79 123 45 67",
            "0041 (0)79 123 45 67",
            "+41 079 123 45 67",
            "tel:+41-79-123-45-67",
            "TEL: 079/123.45.67",
            "Tel. 079 123 45 67",
            "tel:+41791234567;phone-context=ch",
            "\u{202a}+41 79 123 45 67\u{202c}",
            "０７９ １２３ ４５ ６７",
            "079‑123–45−67",
            "079\u{a0}123\u{200b}45 67",
            "(079) 123 45 67",
            "41 79 123 45 67",
            "79 123 45 67",
            "+0041 79 123 45 67",
        ] {
            assert_eq!(Phone::parse(typed).map(String::from), Ok("+41791234567".into()), "{typed}");
        }
        for typed in ["call me", "+41", "079 123 45 6", "+41 79 123 45 678", "12", "+", "tel:+(0)"] {
            assert_eq!(Phone::parse(typed), Err(Fault::Form), "{typed}");
        }
        for nothing in ["", " \u{200b}", "tel:", "-", "()"] {
            assert_eq!(Phone::parse(nothing), Err(Fault::Missing), "{nothing}");
        }
        assert_eq!(Phone::parse("+49 (0)171 1234567").map(String::from), Ok("+491711234567".into()));
        assert_eq!(Phone::parse("+39 (0)6 1234567").map(String::from), Ok("+39061234567".into()));
        assert_eq!(Phone::parse("+423 791 23 45").map(String::from), Ok("+4237912345".into()));
    }

    #[test]
    fn a_text_message_reaches_mobile_numbers_only() {
        for mobile in
            ["074 123 45 67", "079 123 45 67", "+423 791 23 45", "+423 661 234 567", "+49 171 1234567"]
        {
            assert!(Phone::parse_mobile(mobile).is_ok(), "{mobile}");
        }
        for landline in
            ["044 123 45 67", "+41 31 123 45 67", "0800 123 456", "073 123 45 67", "+423 237 12 34"]
        {
            assert_eq!(Phone::parse_mobile(landline), Err(Fault::Landline), "{landline}");
        }
    }

    #[test]
    fn an_email_address_needs_a_domain_with_a_dot() {
        assert!(Email::parse("hans.muster@example.ch").is_ok());
        let umlaut = Email::parse("hans@müller.example").expect("an address");
        assert_eq!(umlaut.as_str(), "hans@xn--mller-kva.example");
        assert_eq!(umlaut.readable(), "hans@müller.example");
        assert_eq!(Email::parse(&umlaut.readable()), Ok(umlaut));
        for typed in
            ["a@b", "hans", "a b@example.ch", "a@example.ch\nBcc: b@c.ch", "<hans>", "häns@example.ch"]
        {
            assert_eq!(Email::parse(typed), Err(Fault::Form), "{typed}");
        }
        assert_eq!(Email::parse("mailto:"), Err(Fault::Missing));
    }

    #[test]
    fn one_email_address_is_pasted_in_many_ways() {
        for typed in [
            "hans@example.ch",
            "\u{feff}hans@example.ch\u{200b}",
            "ha\u{ad}ns@exam\u{2060}ple.ch",
            "mailto:hans@example.ch",
            "MAILTO:hans@example.ch?subject=Hello",
            "<hans@example.ch>",
            "Hans Muster <hans@example.ch>",
            "\"Muster, Hans\" <mailto:hans@example.ch>",
            "hans＠example．ch",
            "hans @ example.ch",
            "hans@example.ch,",
            "hans@example.ch.",
        ] {
            assert_eq!(Email::parse(typed).map(String::from), Ok("hans@example.ch".into()), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_and_what_is_read_stays_the_same(typed in any::<String>(), digits in "[+(]?[0-9() /.-]{6,18}") {
            if let Ok(email) = Email::parse(&typed) {
                prop_assert_eq!(Email::parse(email.as_str()), Ok(email.clone()));
                prop_assert_eq!(Email::try_from(email.as_str().to_owned()), Ok(email));
            }
            for typed in [typed, digits] {
                if let Ok(phone) = Phone::parse(&typed) {
                    prop_assert_eq!(Phone::parse(phone.as_str()), Ok(phone.clone()));
                    prop_assert_eq!(Phone::try_from(phone.as_str().to_owned()), Ok(phone));
                }
            }
        }
    }
}
