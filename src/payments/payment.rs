//! How an order is paid. The card is a demonstration: magic numbers decide, none is kept.

use serde::{Deserialize, Serialize};

use crate::i18n::Lang;
use crate::payments::PaymentState;

/// An invoice is to be paid within so many days of the order.
pub const DAYS: u64 = 30;

/// How an order is paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", tag = "method")]
pub enum Payment {
    /// By QR-bill within [`DAYS`].
    Invoice,
    /// By the demonstration card that was accepted; only its last four digits are kept.
    Card {
        /// The last four digits.
        last4: String,
    },
}

/// What the demonstration's acquirer says of a card number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CardAnswer {
    /// Accepted.
    Accepted,
    /// Declined.
    Declined,
    /// Not one of the demonstration's numbers: nobody shall type a real card here.
    NotADemoCard,
}

/// Accepts everything.
pub const ACCEPTED_CARD: &str = "4242424242424242";
/// Declines everything.
pub const DECLINED_CARD: &str = "4000000000000002";

impl Payment {
    /// As forms and the database write it.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Invoice => "invoice",
            Self::Card { .. } => "card",
        }
    }

    /// "Invoice with QR-bill, 30 days" or "Demo card ending in 4242".
    #[must_use]
    pub fn words(&self, lang: Lang) -> String {
        match self {
            Self::Invoice => lang.with("payment-invoice-words", &[("n", DAYS.into())]),
            Self::Card { last4 } => lang.x("payment-card-words", last4),
        }
    }

    /// How it stands when the order is placed: the demonstration's card is charged with it.
    #[must_use]
    pub fn state_when_placed(&self) -> PaymentState {
        match self {
            Self::Invoice => PaymentState::Due,
            Self::Card { .. } => PaymentState::Paid,
        }
    }

    /// The card's last four digits, if it is paid by card.
    #[must_use]
    pub fn last4(&self) -> Option<&str> {
        match self {
            Self::Invoice => None,
            Self::Card { last4 } => Some(last4),
        }
    }
}

/// Asks the demonstration's acquirer. Blanks in the number do not matter.
#[must_use]
pub fn charge(number: &str) -> CardAnswer {
    let digits: String = number.chars().filter(|c| !c.is_whitespace()).collect();
    match digits.as_str() {
        ACCEPTED_CARD => CardAnswer::Accepted,
        DECLINED_CARD => CardAnswer::Declined,
        _ => CardAnswer::NotADemoCard,
    }
}
