//! The recipient as it stands on the label: for a pick-up the person, keyword and User ID in Name2, and the street
//! and town of the point (stage 3, docs/post.md).

use crate::address::{Address, Party};
use crate::label::block::LINE;
use crate::label::letters::in_two;
use crate::label::{Recipient, plain, plain_street};
use crate::line::Line;
use crate::shipping::{Delivery, PickUp, PointCopy};

/// Stands for the User ID until Post has answered.
const UNKNOWN: &str = "········";

/// The recipient of a delivery.
#[must_use]
pub fn recipient(delivery: &Delivery) -> Recipient {
    match delivery {
        Delivery::Home(address) | Delivery::Other(address) => printable(at_address(address)),
        Delivery::PickUp(pickup) => printable(at_point(pickup)),
        // Whoever asks `may_be_labelled` first never gets here.
        Delivery::Erased(_) => Recipient::default(),
    }
}

/// A recipient by what label and request can carry of its texts, so that both say the same.
fn printable(recipient: Recipient) -> Recipient {
    let optional = |text: Option<String>| text.map(|text| plain(&text)).filter(|text| !text.is_empty());
    Recipient {
        title: optional(recipient.title),
        first_name: optional(recipient.first_name),
        name1: plain(&recipient.name1),
        // Keyword and User ID: nobody typed them, and nobody touches them. The rest of a company's name is plain already.
        name2: recipient.name2,
        name3: optional(recipient.name3),
        address_suffix: optional(recipient.address_suffix),
        street: plain_street(&recipient.street),
        house_no: optional(recipient.house_no),
        zip: recipient.zip,
        city: plain(&recipient.city),
        free_text: optional(recipient.free_text),
    }
}

/// Keyword and User ID as they stand in Name2, with dots where the ID is not known yet.
#[must_use]
pub fn name2(pickup: &PickUp) -> String {
    let id = pickup.mandate.state.known().map_or(UNKNOWN, |(id, _)| id.as_str());
    format!("{} {id}", pickup.point.kind.keyword())
}

fn at_point(pickup: &PickUp) -> Recipient {
    let PointCopy { street, house_number, postcode, town, .. } = &pickup.point;
    Recipient {
        first_name: Some(pickup.collector.person.first_name.to_string()),
        name1: pickup.collector.person.last_name.to_string(),
        name2: Some(name2(pickup)),
        street: street.to_string(),
        house_no: house_number.as_ref().map(Line::to_string),
        zip: postcode.as_str().to_owned(),
        city: town.to_string(),
        ..Recipient::default()
    }
}

fn at_address(address: &Address) -> Recipient {
    let (first_name, (name1, name2), name3) = match &address.party {
        Party::Person(person) => {
            (Some(person.first_name.to_string()), (person.last_name.to_string(), None), None)
        }
        // The company is the recipient, the person the one to ask for. Nobody collects here, so that Name2 is free for what a
        // line has no room for.
        Party::Company(company, person) => {
            let person = person.as_ref().map(crate::address::Person::full_name);
            (None, in_two(&plain(company.as_str()), LINE), person)
        }
    };
    Recipient {
        first_name,
        name1,
        name2,
        name3,
        address_suffix: address.extra.as_ref().map(ToString::to_string),
        street: address.street.to_string(),
        house_no: address.house_number.as_ref().map(Line::to_string),
        zip: address.postcode.as_str().to_owned(),
        city: address.town.to_string(),
        ..Recipient::default()
    }
}
