//! The number of an order, as people say it.

use std::fmt;

use serde::Serialize;

/// `M-10042`. Also the consignment number of its parcel: 1 to 8 digits, never used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "String")]
pub struct OrderNumber(i32);

impl OrderNumber {
    /// From the database's sequence.
    #[must_use]
    pub fn new(number: i32) -> Self {
        Self(number)
    }

    /// Reads `M-10042`, `m-10042` or `10042`; anything else is `None`.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let digits = typed.strip_prefix("M-").or_else(|| typed.strip_prefix("m-")).unwrap_or(typed);
        let plain = digits.len() <= 8 && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| digits.parse().ok()).flatten().map(Self)
    }

    /// The bare number.
    #[must_use]
    pub fn get(self) -> i32 {
        self.0
    }
}

impl fmt::Display for OrderNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "M-{}", self.0)
    }
}

impl From<OrderNumber> for String {
    fn from(number: OrderNumber) -> Self {
        number.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::OrderNumber;

    #[test]
    fn a_number_is_read_with_and_without_its_letter() {
        assert_eq!(OrderNumber::parse("M-10042").map(|n| n.to_string()).as_deref(), Some("M-10042"));
        assert_eq!(OrderNumber::parse("10042"), OrderNumber::parse("m-10042"));
        for wrong in ["", "M-", "-1", "10 042", "123456789", "+5", "１２"] {
            assert_eq!(OrderNumber::parse(wrong), None, "{wrong}");
        }
    }
}
