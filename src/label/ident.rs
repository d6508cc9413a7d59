//! The ident code of a parcel (Post's manual "Barcode" v2.3.2, 2017).

use std::fmt;

use serde::{Deserialize, Serialize};

/// 18 digits: `99`, the franking licence in 8, the consignment number in 8. There is no check digit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct IdentCode(String);

impl IdentCode {
    /// The code of one consignment under a franking licence of at most 8 digits.
    #[must_use]
    pub fn new(licence: &str, consignment: u32) -> Self {
        Self(format!("{}{:08}", Self::prefix(licence), consignment % 100_000_000))
    }

    /// What every code under a franking licence begins with; the consignment number follows in 8 digits.
    #[must_use]
    pub fn prefix(licence: &str) -> String {
        format!("99{licence:0>8}")
    }

    /// Reads 18 digits that begin with 99; anything else is `None`.
    #[must_use]
    pub fn parse(digits: &str) -> Option<Self> {
        let plain =
            digits.len() == 18 && digits.starts_with("99") && digits.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| Self(digits.to_owned()))
    }

    /// The 18 digits.
    #[must_use]
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// The franking licence, in 8 digits.
    #[must_use]
    pub fn licence(&self) -> &str {
        &self.0[2..10]
    }

    /// The consignment number, in 8 digits.
    #[must_use]
    pub fn consignment(&self) -> &str {
        &self.0[10..]
    }

    /// As it stands below the bars: `99.00.123456.00010042`.
    #[must_use]
    pub fn grouped(&self) -> String {
        let digits = &self.0;
        format!("{}.{}.{}.{}", &digits[..2], &digits[2..4], &digits[4..10], &digits[10..])
    }
}

impl fmt::Display for IdentCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for IdentCode {
    type Error = &'static str;
    fn try_from(stored: String) -> Result<Self, Self::Error> {
        Self::parse(&stored).ok_or("not an ident code")
    }
}

impl From<IdentCode> for String {
    fn from(code: IdentCode) -> Self {
        code.0
    }
}

#[cfg(test)]
mod tests {
    use super::IdentCode;

    #[test]
    fn an_ident_code_is_padded_and_grouped() {
        let code = IdentCode::new("123456", 10042);
        assert_eq!(code.digits(), "990012345600010042");
        assert_eq!(code.grouped(), "99.00.123456.00010042");
        assert_eq!((code.licence(), code.consignment()), ("00123456", "00010042"));
        assert_eq!(IdentCode::parse(code.digits()), Some(code));
        assert_eq!(IdentCode::parse("980012345600010042"), None);
    }
}
