//! Who collects, as a form: read, parsed, and shown again as typed. The checkout and the counter share it.

use serde::Deserialize;

use crate::address::{Fields, Whose};
use crate::checkout::Draft;
use crate::checkout::address_form::AddressForm;
use crate::contact::{Email, Phone};
use crate::shipping::{Collector, Notify};
use crate::web::{FormState, Page};

/// A person with a home, and how Post tells them.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct CollectorForm {
    /// `email` or `sms`.
    pub notify: String,
    /// Who, where, and how they are reached.
    #[serde(flatten)]
    pub who: AddressForm,
}

impl CollectorForm {
    /// Somebody who collects already; what they are not told by is filled in with what is known of whoever ordered.
    #[must_use]
    pub fn of(collector: &Collector, email: Option<&Email>, phone: Option<&Phone>) -> Self {
        let (email, phone) = match &collector.notify {
            Notify::Email(email) => (Some(email), phone),
            Notify::Sms(phone) => (email, Some(phone)),
        };
        let who = AddressForm::of(Some(&collector.home), email, phone);
        Self { notify: collector.notify.code().to_owned(), who }
    }

    /// What is known of the collector in a checkout: what was typed here before, else the billing person.
    #[must_use]
    pub fn known(draft: &Draft) -> Self {
        let billing = draft.billing.as_ref();
        let email = billing.map(|billing| &billing.email);
        let phone = billing.and_then(|billing| billing.phone.as_ref());
        if let Some(collector) = &draft.collector {
            return Self::of(collector, email, phone);
        }
        let mut who = AddressForm::of(billing.map(|billing| &*billing.address), email, phone);
        if !who.fields.company.is_empty() {
            // A company orders, a person collects: the office is not where that person lives.
            let Fields { title, first_name, last_name, .. } = who.fields;
            who = AddressForm::of(None, email, phone);
            who.fields = Fields { title, first_name, last_name, ..who.fields };
        }
        Self { notify: "email".to_owned(), who }
    }

    /// The state of the form.
    #[must_use]
    pub fn state(&self) -> FormState {
        self.who.state(vec![("notify", self.notify.clone())])
    }

    /// The person, or the messages at the fields.
    pub fn parse(&self, page: &Page, state: &mut FormState) -> Option<Collector> {
        let lang = page.lang;
        let home = self.who.parse(lang, Whose::APerson, state);
        let notify = match self.notify.as_str() {
            "email" => self.who.email(lang, state).map(Notify::Email),
            "sms" => state.take(lang, "phone", Phone::parse_mobile(&self.who.phone)).map(Notify::Sms),
            _ => {
                state.refuse("notify", page.t("collector-choose-notify"));
                None
            }
        };
        let home = home?;
        Some(Collector { person: home.party.person()?.clone(), home, notify: notify? })
    }
}
