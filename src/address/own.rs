//! An address of one's own: where somebody lives or works, never a pick-up point (rule 1).

use std::ops::Deref;

use serde::{Deserialize, Serialize};

use crate::address::{Address, Fields};
use crate::line::Fault;

/// A billing address, a home, or another address to deliver to: no line of it carries the keyword of a pick-up point, nor
/// two neighbouring ones together. The database judges by itself and alike (`is_own_address`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct OwnAddress(Address);

impl OwnAddress {
    /// Refuses an address in whose lines somebody wrote a pick-up point by hand: the bill would go to a counter.
    ///
    /// # Errors
    /// The name of the field at which the keyword is complete, and [`Fault::PickUpKeyword`].
    pub fn of(address: Address) -> Result<Self, (&'static str, Fault)> {
        match Fields::from(&address).keyword() {
            Some((field, keyword)) => Err((field, Fault::PickUpKeyword(keyword))),
            None => Ok(Self(address)),
        }
    }

    /// One that was stored: it was judged when it was written, by the rule of that day.
    #[must_use]
    pub fn stored(address: Address) -> Self {
        Self(address)
    }

    /// Whether it is one by today's rule.
    #[must_use]
    pub fn is_own(&self) -> bool {
        Fields::from(&self.0).keyword().is_none()
    }
}

impl Deref for OwnAddress {
    type Target = Address;

    fn deref(&self) -> &Address {
        &self.0
    }
}
