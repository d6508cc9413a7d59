//! A fault that is switched on for everybody: always, by chance, or for the next few requests.

use crate::ids::Random;
use crate::sandbox::faults::Fault;

/// A switch that is on.
#[derive(Clone, Debug)]
pub struct Switch {
    /// What it does.
    pub fault: Fault,
    /// In so many of a hundred requests.
    pub probability: u8,
    /// What the chance begins with: the same seed meets the same requests.
    pub seed: u64,
    /// For so many requests more; without a number until it is switched off.
    pub left: Option<u32>,
    random: Random,
}

impl Switch {
    /// A switch; `None` for a probability above a hundred.
    #[must_use]
    pub fn new(fault: Fault, probability: u8, seed: u64, next: Option<u32>) -> Option<Self> {
        let random = Random::seeded(seed);
        (probability <= 100).then_some(Self { fault, probability, seed, left: next, random })
    }

    /// Whether the next request meets the fault. Every request counts, and draws, whether it does or not.
    pub fn meets(&mut self) -> bool {
        if let Some(left) = &mut self.left {
            let Some(less) = left.checked_sub(1) else { return false };
            *left = less;
        }
        let drawn = u32::from_le_bytes(self.random.bytes()) % 100;
        drawn < u32::from(self.probability)
    }

    /// Whether it can still be met.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.left != Some(0)
    }
}

#[cfg(test)]
mod tests {
    use super::Switch;
    use crate::sandbox::faults::Fault;

    fn met(probability: u8, seed: u64, next: Option<u32>) -> Vec<bool> {
        let mut switch = Switch::new(Fault::Down, probability, seed, next).expect("a switch");
        (0..200).map(|_| switch.meets()).collect()
    }

    #[test]
    fn the_same_seed_meets_the_same_requests() {
        assert_eq!(met(30, 7, None), met(30, 7, None));
        assert_ne!(met(30, 7, None), met(30, 8, None));
        let share = met(30, 7, None).into_iter().filter(|met| *met).count();
        assert!((40..=80).contains(&share), "{share} of 200");
    }

    #[test]
    fn none_all_or_the_next_few() {
        assert!(met(0, 1, None).into_iter().all(|met| !met));
        assert!(met(100, 1, None).into_iter().all(|met| met));
        assert_eq!(met(100, 1, Some(3)).into_iter().filter(|met| *met).count(), 3);
        assert!(met(100, 1, Some(3)).into_iter().take(3).all(|met| met));
        assert!(Switch::new(Fault::Down, 101, 1, None).is_none());
    }
}
