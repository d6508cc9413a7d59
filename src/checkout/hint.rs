//! What the carrier says of an address that was typed: a hint that nobody has to answer, kept with the checkout until it is
//! answered or another address is typed.

use serde::{Deserialize, Serialize};

use crate::address::{Country, OwnAddress};
use crate::checkout::plausible::Why;

/// A hint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hint {
    /// Which address it is about.
    pub about: About,
    /// The address that was probably meant; `None` where the carrier only does not find what was typed.
    pub written: Option<OwnAddress>,
    /// Another one that may have been meant as well.
    #[serde(default)]
    pub also: Option<OwnAddress>,
    /// What speaks against the typed one, where that can be said.
    #[serde(default)]
    pub why: Option<Why>,
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
    /// What was probably meant, in one line each; nothing where that is not known.
    pub meant: Vec<String>,
    /// The key of what speaks against the typed one.
    pub why: Option<&'static str>,
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
        let meant = self.meant().map(line).collect();
        Suggestion { about, typed: line(typed), meant, why: self.why.map(Why::key), change }
    }

    /// What may have been meant, the likeliest first.
    pub fn meant(&self) -> impl Iterator<Item = &OwnAddress> {
        self.written.iter().chain(&self.also)
    }
}

/// What of an address leads to a house, in one line.
#[must_use]
pub fn line(address: &OwnAddress) -> String {
    let extra = address.extra.as_ref().map(|extra| format!("{extra}, ")).unwrap_or_default();
    let country = if address.country == Country::Li { "LI-" } else { "" };
    format!("{extra}{}, {country}{}", address.street_line(), address.town_line())
}

impl Suggestion {
    /// One that only does not find the address, and one that knows better, for the test over all pages.
    #[must_use]
    pub fn samples() -> [Self; 2] {
        let typed = "Belerivestrasse 5, 8008 Vaduz".to_owned();
        let (about, change) = ("hint-about-billing", "/checkout/address");
        let lost = Self { about, typed, meant: Vec::new(), why: None, change };
        let meant = ["Bellerivestrasse 5, 8008 Zürich", "Belerivestrasse 5, LI-9490 Vaduz"];
        let meant = meant.map(ToOwned::to_owned).into();
        [lost.clone(), Self { meant, why: Some(Why::Town.key()), ..lost }]
    }
}
