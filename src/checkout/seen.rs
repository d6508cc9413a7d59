//! What a page of the checkout was made from: each of its forms carries a version, and a form of an older one takes nothing
//! before it is shown what another window has changed.

use serde::Serialize;
use uuid::Uuid;

use crate::checkout::Draft;
use crate::checkout::shown::changes::{at, kind, nothing, who};
use crate::contact::Phone;
use crate::pickup::Points;
use crate::seal::Seal;
use crate::shipping::DeliveryKind;
use crate::web::Page;

/// So much of a tag tells one state from another.
const SHORT: usize = 10;

/// The parts of a draft that forms change, and what is said of them.
const PARTS: [(&str, Tag, Words); 5] = [
    (
        "billing-title",
        |draft| text(&draft.billing),
        |p, draft, _| {
            draft.billing.as_ref().map(|billing| {
                let reached = [Some(billing.email.as_str()), billing.phone.as_ref().map(Phone::as_str)];
                let reached = reached.into_iter().flatten().map(str::to_owned);
                [at(p, &billing.address)].into_iter().chain(reached).collect::<Vec<_>>().join(", ")
            })
        },
    ),
    (
        "step-delivery",
        |draft| text(&(draft.delivery.map(DeliveryKind::code), &draft.other)),
        |p, draft, _| {
            let other = draft.other.as_ref().filter(|_| draft.delivery == Some(DeliveryKind::Other));
            let kind = kind(p, draft.delivery?);
            Some(other.map_or_else(|| kind.clone(), |address| format!("{kind}: {}", at(p, address))))
        },
    ),
    (
        "step-point",
        |draft| text(&draft.point_id),
        |_, draft, points| {
            let point = points.get(draft.point_id.as_deref()?)?;
            Some(format!("{}, {}, {}", point.name, point.street_line(), point.town_line()))
        },
    ),
    (
        "step-collector",
        |draft| text(&draft.collector),
        |p, draft, _| draft.collector.as_ref().map(|collector| who(p, collector)),
    ),
    (
        "step-payment",
        |draft| text(&draft.payment),
        |p, draft, _| draft.payment.as_ref().map(|payment| payment.words(p.lang)),
    ),
];

type Tag = fn(&Draft) -> String;
type Words = fn(&Page, &Draft, &Points) -> Option<String>;

fn text(part: &impl Serialize) -> String {
    serde_json::to_string(part).unwrap_or_default()
}

/// The version of a draft as its forms carry it: its number, and a tag of each part. Nothing can be read from it.
#[must_use]
pub fn version(seal: &Seal, basket: Uuid, draft: &Draft) -> String {
    let tag = |part: Tag| {
        let tag = seal.tag("seen", &format!("{basket} {}", part(draft)));
        tag.chars().take(SHORT).collect::<String>()
    };
    let tags = PARTS.map(|(_, part, _)| tag(part));
    format!("{}.{}", draft.version, tags.concat())
}

/// The number in a version.
#[must_use]
pub fn number(version: &str) -> Option<i32> {
    version.split('.').next()?.parse().ok()
}

/// What stands otherwise than when a page of this version was made, in words as it stands now; nothing where the form was
/// made without a version, or where what it wants stands already.
#[must_use]
pub fn meanwhile(
    p: &Page,
    (seal, points): (&Seal, &Points),
    (basket, now): (Uuid, &Draft),
    (seen, wanted): (&str, &Draft),
) -> Vec<(String, String)> {
    let current = version(seal, basket, now);
    let tags = |version: &str| version.split_once('.').map(|(_, tags)| tags.to_owned());
    let (Some(seen), Some(current)) = (tags(seen), tags(&current)) else { return Vec::new() };
    if tags(&version(seal, basket, wanted)).as_ref() == Some(&current) {
        return Vec::new();
    }
    let of = |tags: &str, at: usize| tags.get(at * SHORT..(at + 1) * SHORT).map(str::to_owned);
    let parts = PARTS.iter().enumerate().filter(|(at, _)| of(&seen, *at) != of(&current, *at));
    let words = parts.map(|(_, (key, _, words))| {
        (p.t(key).into_owned(), words(p, now, points).unwrap_or_else(|| nothing(p)))
    });
    words.collect()
}
