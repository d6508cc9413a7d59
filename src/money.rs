//! Money in whole Rappen, and the VAT contained in it.

use std::collections::BTreeMap;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Mul};

use serde::{Deserialize, Serialize};

/// An amount in Rappen (CHF 1 = 100). Never negative in this shop, never a fraction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rappen(pub i64);

/// A VAT rate in basis points: 810 is 8.1 %, 260 is 2.6 % (MWSTG art. 25, rates of 2024).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct VatRate(pub i32);

impl VatRate {
    /// The standard rate, which delivery is charged with.
    pub const STANDARD: Self = Self(810);

    /// The VAT contained in `gross`, rounded to whole Rappen, half up, never to 5 Rappen.
    #[must_use]
    pub fn contained_in(self, gross: Rappen) -> Rappen {
        let rate = i64::from(self.0);
        let base = 10_000 + rate;
        Rappen((gross.0 * rate * 2 + base) / (base * 2))
    }
}

/// Gross amounts by rate, ascending: rate, gross, VAT contained in it. VAT is computed on the sum, not line by line.
#[must_use]
pub fn vat_by_rate(shares: impl IntoIterator<Item = (VatRate, Rappen)>) -> Vec<(VatRate, Rappen, Rappen)> {
    let mut gross: BTreeMap<VatRate, Rappen> = BTreeMap::new();
    for (rate, amount) in shares {
        let sum = gross.entry(rate).or_default();
        *sum = *sum + amount;
    }
    gross.into_iter().map(|(rate, sum)| (rate, sum, rate.contained_in(sum))).collect()
}

impl fmt::Display for Rappen {
    /// As prices are written in all four languages: `1’234.50`, without the currency.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let francs = (self.0 / 100).abs().to_string();
        let sign = if self.0 < 0 { "−" } else { "" };
        f.write_str(sign)?;
        for (at, digit) in francs.char_indices() {
            if at > 0 && (francs.len() - at).is_multiple_of(3) {
                f.write_str("’")?;
            }
            write!(f, "{digit}")?;
        }
        write!(f, ".{:02}", (self.0 % 100).abs())
    }
}

impl fmt::Display for VatRate {
    /// `8.1` or `2.6`, without the percent sign.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.0 / 100, self.0 % 100 / 10)
    }
}

impl Add for Rappen {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Mul<i32> for Rappen {
    type Output = Self;
    fn mul(self, quantity: i32) -> Self {
        Self(self.0 * i64::from(quantity))
    }
}

impl Sum for Rappen {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self(0), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::{Rappen, VatRate};

    #[test]
    fn prices_are_grouped_by_thousands_with_the_swiss_apostrophe() {
        assert_eq!(Rappen(5).to_string(), "0.05");
        assert_eq!(Rappen(5890).to_string(), "58.90");
        assert_eq!(Rappen(123_456_789).to_string(), "1’234’567.89");
    }

    #[test]
    fn contained_vat_is_rounded_to_whole_rappen() {
        assert_eq!(VatRate(260).contained_in(Rappen(5890)), Rappen(149));
        assert_eq!(VatRate(810).contained_in(Rappen(10_810)), Rappen(810));
        assert_eq!(VatRate(810).contained_in(Rappen(0)), Rappen(0));
    }
}
