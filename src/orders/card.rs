//! The delivery as the shopper sees it, on the review page and on the order's own.

use chrono::NaiveDate;

use crate::i18n::dates;
use crate::pickup::{Kind, deadline};
use crate::shipping::{Delivery, DeliveryKind, PickUp, PointCopy};
use crate::web::Page;

/// The delivery card.
#[derive(Clone, Debug)]
pub struct DeliveryCard {
    /// `house`, `buildings`, `counter` or `locker`.
    pub icon: &'static str,
    /// "Delivery: `PickPost`".
    pub title: String,
    /// The address lines: of the point at a pick-up point.
    pub lines: Vec<String>,
    /// When it arrives, and what the point's hours are that day; nothing once it is there.
    pub arrives: String,
    /// Who collects, what to bring, until when.
    pub notes: Vec<String>,
}

impl DeliveryCard {
    /// The card of a delivery that is expected on a day; `None` once it is there, or comes no more.
    #[must_use]
    pub fn of(p: &Page, delivery: &Delivery, expected: Option<NaiveDate>) -> Self {
        let (icon, key) = sign(delivery.kind());
        let (lines, arrives, notes) = match delivery {
            Delivery::Home(address) | Delivery::Other(address) => {
                (address.lines(), arrives(p, expected), Vec::new())
            }
            Delivery::PickUp(pickup) => at_point(p, pickup, expected),
            Delivery::Erased(erased) => {
                let lines = erased.point.as_ref().map_or_else(Vec::new, point_lines);
                (lines, arrives(p, expected), vec![p.t("delivery-erased").into_owned()])
            }
        };
        Self { icon, title: p.x("delivery-title", p.t(key)), lines, arrives, notes }
    }

    /// A card for samples.
    #[must_use]
    pub fn sample(p: &Page) -> Self {
        Self {
            icon: "counter",
            title: p.x("delivery-title", "PickPost"),
            lines: vec!["Filiale Zürich".into(), "Seefeldstrasse 60".into(), "8008 Zürich".into()],
            arrives: p.xy("delivery-arrives-open", "26 November", "07:30–18:30"),
            notes: vec![p.t("bring-pickpost").into_owned()],
        }
    }
}

/// The icon of a kind of delivery, and the key of its name.
#[must_use]
pub fn sign(kind: DeliveryKind) -> (&'static str, &'static str) {
    match kind {
        DeliveryKind::Home => ("house", "delivery-home"),
        DeliveryKind::Other => ("buildings", "delivery-other"),
        DeliveryKind::PickPost => ("counter", "delivery-pickpost"),
        DeliveryKind::MyPost24 => ("locker", "delivery-my-post-24"),
    }
}

fn point_lines(point: &PointCopy) -> Vec<String> {
    vec![point.name.to_string(), point.street_line(), point.town_line()]
}

fn arrives(p: &Page, expected: Option<NaiveDate>) -> String {
    expected.map(|day| p.x("delivery-arrives", dates::long(p.lang, day))).unwrap_or_default()
}

fn at_point(p: &Page, pickup: &PickUp, expected: Option<NaiveDate>) -> (Vec<String>, String, Vec<String>) {
    let point = &pickup.point;
    let lines = point_lines(point);
    let spans: Vec<String> =
        expected.iter().flat_map(|day| point.hours.on(*day)).map(ToString::to_string).collect();
    let long = |day| dates::long(p.lang, day);
    let arrives = match (expected, spans.as_slice()) {
        (Some(day), _) if point.hours.always() => p.x("delivery-arrives-always", long(day)),
        (Some(day), [_, ..]) => p.xy("delivery-arrives-open", long(day), spans.join(", ")),
        _ => arrives(p, expected),
    };
    let until = expected.map(|day| p.x("collect-until", dates::day_month(p.lang, deadline(day, point.kind))));
    let bring: &[&str] = match point.kind {
        Kind::PickPost => &["bring-pickpost"],
        // Said to everybody: whether Post has checked this person already is nobody's business.
        Kind::MyPost24 => &["bring-my-post-24", "locker-check"],
    };
    let who = p.xy("collects", pickup.collector.person.full_name(), pickup.collector.notify.contact());
    let bring = bring.iter().map(|key| p.t(key).into_owned());
    let notes = [who].into_iter().chain(bring).chain(until).collect();
    (lines, arrives, notes)
}
