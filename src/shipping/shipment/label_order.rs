//! What Post is told of a parcel: the recipient as on its label, the sender, the weight. Nothing to write or call to: who collects
//! is told by Post through the User ID, and a second message would only confuse them.

use crate::address::Country;
use crate::carrier::{LabelOrder, LabelSender, Speed};
use crate::config::Sender;
use crate::shipping::Delivery;
use crate::shipping::recipient::recipient;
use crate::shipping::shipment::store::Begun;

/// How all parcels of the shop travel: what is said about arrival counts on it (`journey.rs`).
const SPEED: Speed = Speed::Priority;

/// The order for a parcel's label.
#[must_use]
pub fn label_order(delivery: &Delivery, begun: &Begun, sender: &LabelSender) -> LabelOrder {
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
        speed: SPEED,
        weight_g: begun.weight_g,
    }
}

/// The sender as labels name it.
#[must_use]
pub fn label_sender(sender: &Sender) -> LabelSender {
    LabelSender {
        name: sender.name.to_string(),
        street: sender.street_line(),
        postcode: sender.postcode.as_str().to_owned(),
        town: sender.town.to_string(),
        office: sender.post_office.to_string(),
    }
}
