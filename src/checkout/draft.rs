//! What the shopper has told so far. Parsed values only: a forged form cannot put a point where an address belongs.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::address::OwnAddress;
use crate::calendar::Calendar;
use crate::checkout::address_form::AddressForm;
use crate::checkout::hint::{About, Hint, Suggestion, line};
use crate::contact::{Email, Phone};
use crate::i18n::Lang;
use crate::payments::Payment;
use crate::pickup::Point;
use crate::shipping::{Collector, DeliveryKind, Journey};

/// A checkout in progress.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Moves with every write.
    pub version: i32,
    /// An address that was typed as one's own and names a pick-up point; the point may be chosen before there is an
    /// address then.
    pub begun: Option<AddressForm>,
    /// Who pays.
    pub billing: Option<Billing>,
    /// Where the parcel shall go.
    pub delivery: Option<DeliveryKind>,
    /// The other address; kept while the shopper tries another kind.
    pub other: Option<OwnAddress>,
    /// The chosen point, by its id only (rule 3).
    pub point_id: Option<String>,
    /// Who collects.
    pub collector: Option<Collector>,
    /// The mandate of this order, by its id only: the User ID stands with the mandate.
    pub mandate: Option<Uuid>,
    /// In which language Post was asked about it.
    pub asked_in: Option<Lang>,
    /// How it is paid.
    pub payment: Option<Payment>,
    /// What the carrier says of the address that was typed last.
    pub hint: Option<Hint>,
}

/// Who pays, and how they are reached.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Billing {
    /// The address; never a pick-up point (rule 1).
    pub address: OwnAddress,
    /// Where the confirmation goes.
    pub email: Email,
    /// For questions about the order.
    pub phone: Option<Phone>,
}

impl Draft {
    /// Whether an address is known that no rule speaks against: one that was typed under an older rule may be none now.
    #[must_use]
    pub fn has_billing(&self) -> bool {
        self.billing.as_ref().is_some_and(|billing| billing.address.is_own())
    }

    /// The same of the other address.
    #[must_use]
    pub fn has_other(&self) -> bool {
        self.other.as_ref().is_some_and(OwnAddress::is_own)
    }

    /// The same of the person who collects.
    #[must_use]
    pub fn has_collector(&self) -> bool {
        self.collector.as_ref().is_some_and(|collector| collector.home.is_own())
    }

    /// One of its addresses.
    #[must_use]
    pub fn address(&self, about: About) -> Option<&OwnAddress> {
        match about {
            About::Billing => self.billing.as_ref().map(|billing| &billing.address),
            About::Other => self.other.as_ref(),
            About::Collector => self.collector.as_ref().map(|collector| &collector.home),
        }
    }

    /// Whether one of its addresses leads to the same house: then the carrier was asked about it.
    #[must_use]
    pub fn has_seen(&self, typed: &OwnAddress) -> bool {
        self.has_line(&line(typed))
    }

    /// Whether one of its addresses reads like this in one line.
    #[must_use]
    pub fn has_line(&self, typed: &str) -> bool {
        let all = [About::Billing, About::Other, About::Collector];
        all.into_iter().filter_map(|about| self.address(about)).any(|known| line(known) == typed)
    }

    /// The hint, where the address that it is about still counts.
    #[must_use]
    pub fn suggestion(&self) -> Option<Suggestion> {
        let hint = self.hint.as_ref()?;
        let counts = match hint.about {
            About::Billing => true,
            About::Other => self.delivery == Some(DeliveryKind::Other),
            About::Collector => self.delivery.and_then(DeliveryKind::pickup).is_some(),
        };
        self.address(hint.about).filter(|_| counts).map(|typed| hint.beside(typed))
    }

    /// The same with another address in one place. A collector who lives elsewhere is another question to the carrier.
    #[must_use]
    pub fn with_address(mut self, about: About, address: OwnAddress) -> Self {
        match about {
            About::Billing => {
                if let Some(billing) = &mut self.billing {
                    billing.address = address;
                }
            }
            About::Other => self.other = Some(address),
            About::Collector => {
                if let Some(collector) = &mut self.collector {
                    collector.home = address;
                    self.mandate = None;
                }
            }
        }
        self
    }

    /// Whether Post has heard of whoever collects in another language than this.
    #[must_use]
    pub fn was_asked_otherwise(&self, lang: Lang) -> bool {
        let pickup = self.delivery.and_then(DeliveryKind::pickup).is_some();
        pickup && self.mandate.is_some() && self.asked_in != Some(lang)
    }

    /// Whether Post was asked about this person already, in this language.
    #[must_use]
    pub fn was_asked_about(&self, collector: &Collector, lang: Lang) -> bool {
        self.mandate.is_some()
            && !self.was_asked_otherwise(lang)
            && self.collector.as_ref() == Some(collector)
    }

    /// Whether somebody wants to go to a point although the steps before are not done: it was typed as an address.
    #[must_use]
    pub fn asks_for_a_point(&self) -> bool {
        let typed =
            self.billing.is_some() && !self.has_billing() || self.other.is_some() && !self.has_other();
        self.begun.is_some() || typed
    }
}

/// Whether a parcel that is ordered today can be collected at a point.
#[must_use]
pub fn can_be_collected_at(point: &Point, (calendar, today): (&Calendar, NaiveDate)) -> bool {
    point.shut(today, &point.waiting(Journey::of(calendar, today).arrives)).is_none()
}
