//! What a page of the checkout was made from: each of its forms carries it as a version, and a form of an older one takes
//! nothing before it is shown what another window has changed, as it stood on its page and as it stands.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

use crate::address::OwnAddress;
use crate::checkout::Draft;
use crate::checkout::draft::Billing;
use crate::checkout::shown::changes::{at, kind, nothing, who};
use crate::contact::Phone;
use crate::payments::Payment;
use crate::pickup::Points;
use crate::shipping::{Collector, DeliveryKind};
use crate::web::{Change, Page};

/// The parts of a draft that forms change. A page carries them to whoever typed them, in a form and never in an address:
/// so nothing has to be kept for a page that may not come back.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Seen {
    billing: Option<Billing>,
    delivery: Option<DeliveryKind>,
    other: Option<OwnAddress>,
    point: Option<String>,
    collector: Option<Collector>,
    payment: Option<Payment>,
}

/// What is said of the parts.
const PARTS: [(&str, Words); 5] = [
    ("billing-title", |p, seen, _| {
        seen.billing.as_ref().map(|billing| {
            let reached =
                [Some(billing.email.readable()), billing.phone.as_ref().map(Phone::as_str).map(Into::into)];
            let lines = [at(p, &billing.address)].into_iter().chain(reached.into_iter().flatten());
            lines.collect::<Vec<_>>().join(", ")
        })
    }),
    ("step-delivery", |p, seen, _| {
        let other = seen.other.as_ref().filter(|_| seen.delivery == Some(DeliveryKind::Other));
        let kind = kind(p, seen.delivery?);
        Some(other.map_or_else(|| kind.clone(), |address| format!("{kind}: {}", at(p, address))))
    }),
    ("step-point", |_, seen, points| {
        let point = points.get(seen.point.as_deref()?)?;
        Some(format!("{}, {}, {}", point.name, point.street_line(), point.town_line()))
    }),
    ("step-collector", |p, seen, _| seen.collector.as_ref().map(|collector| who(p, collector))),
    ("step-payment", |p, seen, _| seen.payment.as_ref().map(|payment| payment.words(p.lang))),
];

type Words = fn(&Page, &Seen, &Points) -> Option<String>;

impl Seen {
    fn of(draft: &Draft) -> Self {
        let Draft { billing, other, collector, payment, .. } = draft.clone();
        Self { billing, delivery: draft.delivery, other, point: draft.point_id.clone(), collector, payment }
    }

    fn read(version: &str) -> Option<Self> {
        let (_, parts) = version.split_once('.')?;
        serde_json::from_slice(&URL_SAFE_NO_PAD.decode(parts).ok()?).ok()
    }

    /// In which of [`PARTS`] this is another than that.
    fn differs(&self, than: &Self) -> [bool; PARTS.len()] {
        [
            self.billing != than.billing,
            (self.delivery, &self.other) != (than.delivery, &than.other),
            self.point != than.point,
            self.collector != than.collector,
            self.payment != than.payment,
        ]
    }
}

/// The version of a draft as its forms carry it: its number, and its parts.
#[must_use]
pub fn version(draft: &Draft) -> String {
    let parts = serde_json::to_vec(&Seen::of(draft)).unwrap_or_default();
    format!("{}.{}", draft.version, URL_SAFE_NO_PAD.encode(parts))
}

/// The number in a version.
#[must_use]
pub fn number(version: &str) -> Option<i32> {
    version.split('.').next()?.parse().ok()
}

/// A draft as it stands, but for whoever collects: they are as on a page of this version.
#[must_use]
pub fn but_for_the_collector(seen: &str, now: &Draft) -> Draft {
    Draft { collector: Seen::read(seen).and_then(|seen| seen.collector), ..now.clone() }
}

/// What stands otherwise than when a page of this version was made; nothing where the form was made without a version that
/// can be read, or where what it wants stands already.
#[must_use]
pub fn meanwhile(p: &Page, points: &Points, now: &Draft, (seen, wanted): (&str, &Draft)) -> Vec<Change> {
    let (now, Some(seen)) = (Seen::of(now), Seen::read(seen)) else { return Vec::new() };
    if Seen::of(wanted) == now {
        return Vec::new();
    }
    let parts = PARTS.iter().zip(seen.differs(&now)).filter(|(_, differs)| *differs);
    let words = parts.map(|((key, words), _)| {
        let of = |seen: &Seen| words(p, seen, points).unwrap_or_else(|| nothing(p));
        Change { what: p.t(key).into_owned(), was: of(&seen), now: of(&now) }
    });
    words.collect()
}
