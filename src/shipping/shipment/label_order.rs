//! What Post is told of a parcel: the recipient as on its label, the sender, the weight. Nothing to write or call to: who collects
//! is told by Post through the User ID, and a second message would only confuse them.

use crate::address::Country;
use crate::carrier::{Goes, LabelOrder, LabelSender, Services, Speed};
use crate::config::Sender;
use crate::i18n::Lang;
use crate::label::{IdentCode, Recipient, Service};
use crate::shipping::Delivery;
use crate::shipping::recipient::recipient;
use crate::shipping::shipment::store::Begun;

/// The order for a parcel's label. What was said about arrival counts on Priority (`journey.rs`): it is what a parcel is sent with
/// unless a merchant says otherwise.
#[must_use]
pub fn label_order(delivery: &Delivery, begun: &Begun, sender: &LabelSender) -> LabelOrder {
    let Services { speed, extras } = services(delivery, &begun.services);
    LabelOrder {
        lang: begun.lang,
        ident: begun.ident.clone(),
        reference: begun.parcel.simple().to_string(),
        sender: sender.clone(),
        recipient: recipient(delivery),
        // Post's points are all in Switzerland.
        country: delivery
            .own_address()
            .filter(|_| delivery.pickup().is_none())
            .map_or(Country::Ch, |own| own.country),
        speed,
        extras: extras.into_iter().map(Service::code).collect(),
        part: begun.part,
        weight_g: begun.weight_g,
    }
}

/// What a parcel is sent with, by the codes that were written down; Priority where there are none.
#[must_use]
pub fn services(delivery: &Delivery, codes: &[String]) -> Services {
    // They were checked for the place when they were chosen, and a place that has become another one since asks for no more.
    let goes = if delivery.point().is_some() { Goes::Point(true) } else { Goes::Address };
    Services::read(codes, goes).unwrap_or(Services { speed: Speed::Priority, extras: Vec::new() })
}

/// The sender as labels name it.
#[must_use]
pub fn label_sender(sender: &Sender) -> LabelSender {
    LabelSender {
        name: sender.name.to_string(),
        street: sender.street_line(),
        postcode: sender.postcode.clone(),
        town: sender.town.to_string(),
        office: sender.post_office.to_string(),
    }
}

/// The shop itself as a recipient: of what comes back, and of trials.
#[must_use]
pub fn own_recipient(sender: &Sender) -> Recipient {
    Recipient {
        name1: sender.name.to_string(),
        street: sender.street.to_string(),
        house_no: sender.house_number.as_ref().map(ToString::to_string),
        zip: sender.postcode.as_str().to_owned(),
        city: sender.town.to_string(),
        ..Recipient::default()
    }
}

/// The order for a parcel of a kilogram from the shop to itself: a trial needs nobody else's address.
#[must_use]
pub fn trial_order(sender: &Sender, ident: IdentCode, reference: String) -> LabelOrder {
    LabelOrder {
        lang: Lang::De,
        ident,
        reference,
        sender: label_sender(sender),
        recipient: own_recipient(sender),
        country: sender.country(),
        speed: Speed::Priority,
        extras: Vec::new(),
        part: (1, 1),
        weight_g: 1000,
    }
}
