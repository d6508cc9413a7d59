//! Orders that were chosen to be printed together, in the order of packing: who ordered first is packed first.

use std::fmt;

use crate::orders::OrderNumber;

/// So many orders at once.
pub const MOST: usize = 500;

/// Why they cannot be taken together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unchosen {
    /// One of them is no number.
    Unreadable,
    /// They are more than [`MOST`].
    TooMany,
}

/// Their numbers, ascending, none twice: who chose them in which order makes no difference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chosen(Vec<OrderNumber>);

impl Chosen {
    /// Of numbers.
    ///
    /// # Errors
    /// [`Unchosen::TooMany`].
    pub fn of(numbers: impl IntoIterator<Item = OrderNumber>) -> Result<Self, Unchosen> {
        let mut numbers: Vec<OrderNumber> = numbers.into_iter().collect();
        numbers.sort_unstable_by_key(|number| number.get());
        numbers.dedup();
        if numbers.len() > MOST { Err(Unchosen::TooMany) } else { Ok(Self(numbers)) }
    }

    /// Of numbers as forms send them.
    ///
    /// # Errors
    /// See [`Unchosen`].
    pub fn read<'a>(typed: impl IntoIterator<Item = &'a str>) -> Result<Self, Unchosen> {
        let number = |typed| OrderNumber::parse(typed).ok_or(Unchosen::Unreadable);
        Self::of(typed.into_iter().map(number).collect::<Result<Vec<_>, _>>()?)
    }

    /// As addresses have them: `10042.10043`. Nothing is nobody.
    ///
    /// # Errors
    /// See [`Unchosen`].
    pub fn parse(text: &str) -> Result<Self, Unchosen> {
        if text.is_empty() { Ok(Self::default()) } else { Self::read(text.split('.')) }
    }

    /// The numbers.
    #[must_use]
    pub fn numbers(&self) -> &[OrderNumber] {
        &self.0
    }
}

impl fmt::Display for Chosen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbers: Vec<String> = self.0.iter().map(|number| number.get().to_string()).collect();
        f.write_str(&numbers.join("."))
    }
}

#[cfg(test)]
mod tests {
    use super::{Chosen, MOST, Unchosen};
    use crate::orders::OrderNumber;

    #[test]
    fn orders_are_chosen_once_each_and_stand_as_they_are_packed() {
        let chosen = Chosen::read(["M-10044", "10042", "m-10044", "M-10043"]).expect("three");
        assert_eq!(chosen.to_string(), "10042.10043.10044");
        assert_eq!(Chosen::parse(&chosen.to_string()), Ok(chosen));
        assert_eq!(Chosen::parse(""), Ok(Chosen::default()));
        for wrong in ["x", ".", "10042.", "10042,10043", "-1", "10042. 10043", "10042.999999999"] {
            assert_eq!(Chosen::parse(wrong), Err(Unchosen::Unreadable), "{wrong}");
        }
        let many = |count: i32| Chosen::of((1..=count).map(OrderNumber::new));
        let most = i32::try_from(MOST).expect("it is small");
        assert!(many(most).is_ok_and(|chosen| chosen.to_string().len() < 5000));
        assert_eq!(many(most + 1), Err(Unchosen::TooMany));
        let twice = (1..=most).chain(1..=most).map(OrderNumber::new);
        assert!(Chosen::of(twice).is_ok(), "who chooses one twice has chosen it once");
    }
}
