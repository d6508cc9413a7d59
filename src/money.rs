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
    /// The standard rate.
    pub const STANDARD: Self = Self(810);

    /// The VAT contained in `gross`, rounded to whole Rappen, half up, never to 5 Rappen.
    #[must_use]
    pub fn contained_in(self, gross: Rappen) -> Rappen {
        let rate = i64::from(self.0);
        let base = 10_000 + rate;
        Rappen((gross.0 * rate * 2 + base) / (base * 2))
    }
}

/// The VAT of goods and their delivery, ascending by rate: rate, gross, VAT contained in it. VAT is computed on the sum,
/// not line by line. Delivery is ancillary to the goods and taxed as they are (MWSTG art. 19 para. 4): it is split over
/// their rates by their value, see [`split`].
#[must_use]
pub fn vat_by_rate(
    goods: impl IntoIterator<Item = (VatRate, Rappen)>,
    delivery: Rappen,
) -> Vec<(VatRate, Rappen, Rappen)> {
    let mut values: BTreeMap<VatRate, Rappen> = BTreeMap::new();
    for (rate, amount) in goods {
        let sum = values.entry(rate).or_default();
        *sum = *sum + amount;
    }
    if values.is_empty() && delivery > Rappen(0) {
        values.insert(VatRate::STANDARD, Rappen(0));
    }
    let shares = split(delivery, &values.values().copied().collect::<Vec<_>>());
    let gross = values.into_iter().zip(shares).map(|((rate, value), share)| (rate, value + share));
    gross.map(|(rate, gross)| (rate, gross, rate.contained_in(gross))).collect()
}

/// Splits an amount in proportion to values, to the whole Rappen. Each part is first rounded down; the Rappen that are
/// left go, one each, to the parts that lost most by it, and of equal ones to the later. Where all values are nothing the
/// last part is all.
#[must_use]
pub fn split(amount: Rappen, values: &[Rappen]) -> Vec<Rappen> {
    let all: i128 = values.iter().map(|value| i128::from(value.0)).sum();
    if all == 0 {
        let last = values.len().saturating_sub(1);
        return (0..values.len()).map(|at| if at == last { amount } else { Rappen(0) }).collect();
    }
    let exact: Vec<i128> = values.iter().map(|value| i128::from(amount.0) * i128::from(value.0)).collect();
    let mut parts: Vec<i64> =
        exact.iter().map(|exact| i64::try_from(exact / all).unwrap_or(i64::MAX)).collect();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse((exact[*at] % all, *at)));
    let left = usize::try_from(amount.0 - parts.iter().sum::<i64>()).unwrap_or_default();
    for at in order.into_iter().take(left) {
        parts[at] += 1;
    }
    parts.into_iter().map(Rappen).collect()
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
    use proptest::collection::vec;
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};
    use proptest::sample::select;

    use super::{Rappen, VatRate, split, vat_by_rate};

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

    #[test]
    fn delivery_is_taxed_as_the_goods_are() {
        let (low, high) = (VatRate(260), VatRate(810));
        assert_eq!(vat_by_rate([(low, Rappen(2850))], Rappen(700)), [(low, Rappen(3550), Rappen(90))]);
        let mixed = vat_by_rate([(low, Rappen(2850)), (high, Rappen(7800))], Rappen(700));
        assert_eq!(mixed, [(low, Rappen(3037), Rappen(77)), (high, Rappen(8313), Rappen(623))]);
        // Half a Rappen each: the higher rate takes it.
        let even = vat_by_rate([(high, Rappen(50)), (low, Rappen(50))], Rappen(7));
        assert_eq!(even.iter().map(|(_, gross, _)| gross.0).collect::<Vec<_>>(), [53, 54]);
        assert_eq!(vat_by_rate([(low, Rappen(5)), (high, Rappen(0))], Rappen(9))[1].1, Rappen(0));
        assert_eq!(vat_by_rate([], Rappen(700)), [(VatRate::STANDARD, Rappen(700), Rappen(52))]);
    }

    /// Another way to the same parts, without fractions of any kind: each Rappen goes, one after the other, to the part
    /// that is furthest behind what it is due (the later of equal ones).
    fn one_by_one(amount: i64, values: &[i64]) -> Option<Vec<i64>> {
        let all: i128 = values.iter().copied().map(i128::from).sum();
        let due = |at: usize| i128::from(amount) * i128::from(values[at]);
        let mut parts = vec![0_i64; values.len()];
        for _ in 0..amount {
            let behind = |at: &usize| (due(*at) - i128::from(parts[*at]) * all, *at);
            let next = (0..values.len()).max_by_key(behind)?;
            parts[next] += 1;
        }
        Some(parts)
    }

    /// Another way to the VAT in an amount, by decimals as on paper: long division to more digits than can matter, then
    /// rounded. `gross * rate / (10000 + rate)`, digit by digit.
    fn on_paper(rate: i32, gross: i64) -> i64 {
        let (mut rest, divisor) = (i128::from(gross) * i128::from(rate), 10_000 + i128::from(rate));
        let whole = rest / divisor;
        let mut decimals = Vec::new();
        for _ in 0..12 {
            rest = rest % divisor * 10;
            decimals.push(rest / divisor);
        }
        i64::try_from(whole).unwrap_or(i64::MAX) + i64::from(decimals[0] >= 5)
    }

    /// Another way from net to gross: the net amount with its VAT is the gross amount again, to the nearest Rappen.
    fn adds_up(rate: i32, gross: i64, vat: i64) -> bool {
        let net = gross - vat;
        let off = (i128::from(net) * i128::from(rate) - i128::from(vat) * 10_000).abs();
        off * 2 <= 10_000 + i128::from(rate)
    }

    /// Another way to all of it: without maps, each rate on its own, the delivery Rappen by Rappen.
    fn reckoned_again(goods: &[(i32, i64)], delivery: i64) -> Vec<(VatRate, Rappen, Rappen)> {
        let mut rates: Vec<i32> = goods.iter().map(|(rate, _)| *rate).collect();
        rates.sort_unstable();
        rates.dedup();
        let value =
            |rate: &i32| goods.iter().filter(|(of, _)| of == rate).map(|(_, amount)| amount).sum::<i64>();
        let values: Vec<i64> = rates.iter().map(value).collect();
        let shares = if values.iter().sum::<i64>() == 0 {
            let last = values.len().saturating_sub(1);
            (0..values.len()).map(|at| if at == last { delivery } else { 0 }).collect()
        } else {
            one_by_one(delivery, &values).unwrap_or_default()
        };
        let gross = values.iter().zip(&shares).map(|(value, share)| value + share);
        let all = rates.iter().zip(gross);
        all.map(|(rate, gross)| (VatRate(*rate), Rappen(gross), Rappen(on_paper(*rate, gross)))).collect()
    }

    proptest! {
        #[test]
        fn the_vat_in_an_amount_agrees_with_a_second_reckoning(
            rate in select(vec![260, 380, 810, 250, 370, 770, 0]), gross in 0_i64..=1_000_000_000,
        ) {
            let vat = VatRate(rate).contained_in(Rappen(gross)).0;
            prop_assert_eq!(vat, on_paper(rate, gross));
            prop_assert!(adds_up(rate, gross, vat), "{} in {}", vat, gross);
        }

        #[test]
        fn the_vat_of_goods_and_delivery_agrees_with_a_second_reckoning(
            goods in vec((select(vec![260, 380, 810]), 0_i64..100_000), 1..8), delivery in 0_i64..2500,
        ) {
            let told = goods.iter().map(|(rate, amount)| (VatRate(*rate), Rappen(*amount)));
            let vat = vat_by_rate(told, Rappen(delivery));
            prop_assert_eq!(vat.iter().map(|(_, gross, _)| gross.0).sum::<i64>(),
                goods.iter().map(|(_, amount)| amount).sum::<i64>() + delivery);
            prop_assert_eq!(vat, reckoned_again(&goods, delivery));
        }

        #[test]
        fn parts_add_up_to_the_rappen_and_agree_with_a_second_reckoning(
            amount in 0_i64..2000, values in vec(0_i64..1_000_000, 1..4),
        ) {
            let parts = split(Rappen(amount), &values.iter().copied().map(Rappen).collect::<Vec<_>>());
            prop_assert_eq!(parts.iter().map(|part| part.0).sum::<i64>(), amount);
            if values.iter().sum::<i64>() > 0 {
                let parts: Vec<i64> = parts.into_iter().map(|part| part.0).collect();
                prop_assert_eq!(Some(parts), one_by_one(amount, &values));
            }
        }

        #[test]
        fn no_part_is_a_rappen_off_and_no_amount_too_large(
            amount in 0_i64..=100_000_000, values in vec(0_i64..=100_000_000, 1..6),
        ) {
            let parts = split(Rappen(amount), &values.iter().copied().map(Rappen).collect::<Vec<_>>());
            let all: i128 = values.iter().copied().map(i128::from).sum();
            for (part, value) in parts.iter().zip(&values).filter(|_| all > 0) {
                let off = i128::from(part.0) * all - i128::from(amount) * i128::from(*value);
                prop_assert!(off.abs() < all);
            }
            prop_assert_eq!(parts.iter().map(|part| part.0).sum::<i64>(), amount);
        }
    }
}
