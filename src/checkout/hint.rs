//! What the carrier says of an address that was typed: a hint that nobody has to answer, kept with the checkout until it is
//! answered or another address is typed.

use serde::{Deserialize, Serialize};

use crate::address::OwnAddress;

/// A hint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hint {
    /// Which address it is about.
    pub about: About,
    /// The address as the carrier writes it; `None` where it only does not find what was typed.
    pub written: Option<OwnAddress>,
}

/// The addresses that a checkout asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum About {
    /// Who pays.
    Billing,
    /// The other address.
    Other,
    /// The home of the person who collects.
    Collector,
}

/// A hint as a page shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The key of the name of the address that it is about.
    pub about: &'static str,
    /// What was typed, in one line.
    pub typed: String,
    /// What was probably meant, in one line.
    pub written: Option<String>,
    /// The path of the page where it can be changed.
    pub change: &'static str,
}

impl Hint {
    /// As a page shows it, beside the address that was typed.
    #[must_use]
    pub fn beside(&self, typed: &OwnAddress) -> Suggestion {
        let (about, change) = match self.about {
            About::Billing => ("hint-about-billing", "/checkout/address"),
            About::Other => ("hint-about-other", "/checkout/delivery"),
            About::Collector => ("hint-about-collector", "/checkout/collector"),
        };
        Suggestion { about, typed: line(typed), written: self.written.as_ref().map(line), change }
    }
}

/// What of an address leads to a house, in one line.
#[must_use]
pub fn line(address: &OwnAddress) -> String {
    format!("{}, {}", address.street_line(), address.town_line())
}

impl Suggestion {
    /// One that only does not find the address, and one that knows better, for the test over all pages.
    #[must_use]
    pub fn samples() -> [Self; 2] {
        let typed = "Belerivestrasse 5, 8008 Zürich".to_owned();
        let lost = Self { about: "hint-about-billing", typed, written: None, change: "/checkout/address" };
        [lost.clone(), Self { written: Some("Bellerivestrasse 5, 8008 Zürich".to_owned()), ..lost }]
    }
}
