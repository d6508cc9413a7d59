//! The delivery as the shopper sees it, on the review page and on the order's own.

use chrono::NaiveDate;

use crate::i18n::{Lang, dates};
use crate::orders::Arrival;
use crate::pickup::finder::hours;
use crate::pickup::point::hours::{Span, whole};
use crate::pickup::{Kind, Point, deadline};
use crate::shipping::{Delivery, DeliveryKind, PickUp, PointCopy};

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
    /// Who collects; what to bring and until when, as long as there is something to collect.
    pub notes: Vec<String>,
}

impl DeliveryCard {
    /// The card of a delivery that arrives so; `point` is its point as the data describe it now, where it is known there
    /// still: holidays and closures count, as in the list where it was chosen.
    #[must_use]
    pub fn of(lang: Lang, delivery: &Delivery, arrival: Arrival, point: Option<&Point>) -> Self {
        let (icon, key) = sign(delivery.kind());
        let expected = match arrival {
            Arrival::On(day) => Some(day),
            Arrival::Unknown | Arrival::There | Arrival::Over => None,
        };
        let (lines, arrives, mut notes) = match delivery {
            Delivery::Home(address) | Delivery::Other(address) => {
                (address.lines(), arrives(lang, expected), Vec::new())
            }
            Delivery::PickUp(pickup) => at_point(lang, pickup, (arrival, expected), point),
            Delivery::Erased(erased) => {
                let lines = erased.point.as_ref().map_or_else(Vec::new, point_lines);
                (lines, arrives(lang, expected), vec![lang.t("delivery-erased").into_owned()])
            }
        };
        if arrival == Arrival::Unknown {
            notes.push(lang.t("delivery-arrives-unknown").into_owned());
        }
        Self { icon, title: lang.x("delivery-title", lang.t(key)), lines, arrives, notes }
    }

    /// A card for samples.
    #[must_use]
    pub fn sample(lang: Lang) -> Self {
        Self {
            icon: "counter",
            title: lang.x("delivery-title", "PickPost"),
            lines: vec!["Filiale Zürich".into(), "Seefeldstrasse 60".into(), "8008 Zürich".into()],
            arrives: lang.xy("delivery-arrives-open", "26 November", "07:30–18:30"),
            notes: vec![lang.t("bring-pickpost").into_owned()],
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

fn arrives(lang: Lang, expected: Option<NaiveDate>) -> String {
    expected.map(|day| lang.x("delivery-arrives", dates::long(lang, day))).unwrap_or_default()
}

/// The hours of a chosen point on a day: with the holidays, the days of its own and the closures that the data have now, as far
/// as it is there still; else those of its week.
#[must_use]
pub fn hours_on(chosen: &PointCopy, point: Option<&Point>, day: NaiveDate) -> Vec<Span> {
    match point.filter(|point| point.id == chosen.id) {
        Some(point) => point.on(day).spans.into_owned(),
        None => chosen.hours.on(day).to_vec(),
    }
}

/// Whether a chosen point is open day and night, also on a day when its door is open so.
#[must_use]
pub fn always(chosen: &PointCopy, spans: &[Span]) -> bool {
    chosen.hours.always() && whole(spans)
}

/// The day at a point, and when its door is open then.
fn arrives_at(lang: Lang, chosen: &PointCopy, point: Option<&Point>, day: NaiveDate) -> String {
    let (spans, when) = (hours_on(chosen, point, day), dates::long(lang, day));
    if always(chosen, &spans) {
        return lang.x("delivery-arrives-always", when);
    }
    if !spans.is_empty() {
        let spans: Vec<String> = spans.iter().map(ToString::to_string).collect();
        return lang.xy("delivery-arrives-open", when, spans.join(", "));
    }
    let Some(waiting) = point.filter(|point| point.id == chosen.id).map(|point| point.waiting(day)) else {
        return arrives(lang, Some(day));
    };
    let shut = match waiting.first_open {
        Some(_) => hours::on_arrival(lang, &waiting),
        None => lang.x("point-closed-throughout", dates::day_month(lang, waiting.last)),
    };
    lang.xy("delivery-arrives-shut", when, shut)
}

fn at_point(
    lang: Lang,
    pickup: &PickUp,
    (arrival, expected): (Arrival, Option<NaiveDate>),
    live: Option<&Point>,
) -> (Vec<String>, String, Vec<String>) {
    let point = &pickup.point;
    let lines = point_lines(point);
    let arrives = expected.map(|day| arrives_at(lang, point, live, day)).unwrap_or_default();
    let until =
        expected.map(|day| lang.x("collect-until", dates::day_month(lang, deadline(day, point.kind))));
    let bring: &[&str] = match point.kind {
        // Nobody goes there any more.
        _ if arrival == Arrival::Over => &[],
        Kind::PickPost => &["bring-pickpost"],
        // Said to everybody: whether Post has checked this person already is nobody's business.
        Kind::MyPost24 => &["bring-my-post-24", "locker-check"],
    };
    let who = lang.xy("collects", pickup.collector.person.full_name(), pickup.collector.notify.contact());
    let bring = bring.iter().map(|key| lang.t(key).into_owned());
    let notes = [who].into_iter().chain(bring).chain(until).collect();
    (lines, arrives, notes)
}
