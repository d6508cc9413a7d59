//! What has changed between two pages, in words: each difference by its name, as it was and as it is.

use crate::address::{Address, Country};
use crate::checkout::shown::{Shown, ShownLine, ShownPickUp};
use crate::contact::readable;
use crate::i18n::dates;
use crate::money::VatRate;
use crate::shipping::{Collector, DeliveryKind};
use crate::web::{Change, Page};

/// All differences, in the order of the page.
#[must_use]
pub fn between(p: &Page, was: &Shown, now: &Shown) -> Vec<Change> {
    let mut changes = articles(p, was, now);
    let mut differ = |what: String, was: String, now: String| {
        if was != now {
            changes.push(Change { what, was, now });
        }
    };
    let code = |shown: &Shown| shown.lang.code().to_uppercase();
    differ(p.t("language").into_owned(), code(was), code(now));
    differ(p.t("billing-title").into_owned(), at(p, &was.billing), at(p, &now.billing));
    differ(p.t("field-email").into_owned(), readable(&was.email), readable(&now.email));
    let phone = |shown: &Shown| shown.phone.clone().unwrap_or_else(|| nothing(p));
    differ(p.t("field-phone").into_owned(), phone(was), phone(now));
    differ(p.t("step-delivery").into_owned(), kind(p, was.delivery), kind(p, now.delivery));
    let other = |shown: &Shown| shown.other.as_ref().map_or_else(|| nothing(p), |address| at(p, address));
    differ(p.t("delivery-other-title").into_owned(), other(was), other(now));
    let day = |shown: &Shown| dates::long(p.lang, shown.expected_on);
    differ(p.t("change-day").into_owned(), day(was), day(now));
    for (key, words) in PICKUP {
        let of = |shown: &Shown| shown.pickup.as_ref().map_or_else(|| nothing(p), |pickup| words(p, pickup));
        differ(p.t(key).into_owned(), of(was), of(now));
    }
    let (before, after) = user_ids(p, was, now);
    differ(p.t("order-name2").into_owned(), before, after);
    differ(p.t("step-payment").into_owned(), was.payment.words(p.lang), now.payment.words(p.lang));
    differ(p.t("terms-title").into_owned(), dates::full(p.lang, was.terms), dates::full(p.lang, now.terms));
    differ(p.t("change-goods").into_owned(), p.chf(&was.goods), p.chf(&now.goods));
    differ(p.t("change-delivery-price").into_owned(), p.chf(&was.delivery_price), p.chf(&now.delivery_price));
    for rate in rates(was, now) {
        differ(p.x("change-vat-sum", rate), vat(p, was, rate), vat(p, now, rate));
    }
    differ(p.t("summary-total").into_owned(), p.chf(&was.total), p.chf(&now.total));
    changes
}

type Words = fn(&Page, &ShownPickUp) -> String;

/// What is said of a pick-up. Two points of one name and address are told apart by their ids.
const PICKUP: [(&str, Words); 3] = [
    ("step-point", |_, pickup| format!("{} ({})", pickup.lines.join(", "), pickup.id)),
    ("change-hours", hours),
    ("step-collector", |p, pickup| who(p, &pickup.collector)),
];

/// What is known of the two User IDs, in words.
fn user_ids(p: &Page, was: &Shown, now: &Shown) -> (String, String) {
    let id = |shown: &Shown| shown.pickup.as_ref().map(|pickup| pickup.user_id.clone());
    let words = |id: &Option<Option<String>>| match id {
        None => nothing(p),
        Some(None) => p.t("change-user-id-open").into_owned(),
        Some(Some(_)) => p.t("change-user-id-known").into_owned(),
    };
    match (id(was), id(now)) {
        (Some(Some(was)), Some(Some(now))) if was != now => {
            (p.t("change-user-id-known").into_owned(), p.t("change-user-id-new").into_owned())
        }
        (was, now) => (words(&was), words(&now)),
    }
}

/// The differences of the articles: whole ones that came or went, and what has changed about those that stayed.
fn articles(p: &Page, was: &Shown, now: &Shown) -> Vec<Change> {
    let find = |shown: &Shown, id: i16| shown.lines.iter().find(|line| line.product_id == id).cloned();
    let mut ids: Vec<i16> = was.lines.iter().chain(&now.lines).map(|line| line.product_id).collect();
    ids.sort_unstable();
    ids.dedup();
    let article = || p.t("change-article").into_owned();
    let mut changes = Vec::new();
    for id in ids {
        match (find(was, id), find(now, id)) {
            (Some(was), Some(now)) => changes.extend(of_article(p, &was, &now)),
            (Some(was), None) => {
                changes.push(Change {
                    what: article(),
                    was: whole(p, &was),
                    now: p.t("change-gone").into_owned(),
                });
            }
            (None, Some(now)) => {
                changes.push(Change { what: article(), was: nothing(p), now: whole(p, &now) });
            }
            (None, None) => {}
        }
    }
    changes
}

fn of_article(p: &Page, was: &ShownLine, now: &ShownLine) -> Vec<Change> {
    let percent = |line: &ShownLine| format!("{} %", line.vat);
    let all = [
        (p.t("change-name").into_owned(), was.name.clone(), now.name.clone()),
        (p.x("change-quantity", &now.name), was.quantity.to_string(), now.quantity.to_string()),
        (p.x("change-price", &now.name), p.chf(&was.unit_price), p.chf(&now.unit_price)),
        (p.x("change-vat", &now.name), percent(was), percent(now)),
    ];
    let differ = all.into_iter().filter(|(_, was, now)| was != now);
    differ.map(|(what, was, now)| Change { what, was, now }).collect()
}

fn whole(p: &Page, line: &ShownLine) -> String {
    format!("{} × {}, {}", line.quantity, line.name, p.chf(&line.unit_price))
}

pub(in crate::checkout) fn nothing(p: &Page) -> String {
    p.t("change-nothing").into_owned()
}

pub(in crate::checkout) fn kind(p: &Page, kind: DeliveryKind) -> String {
    let key = match kind {
        DeliveryKind::Home => "delivery-home",
        DeliveryKind::Other => "delivery-other",
        DeliveryKind::PickPost => "delivery-pickpost",
        DeliveryKind::MyPost24 => "delivery-my-post-24",
    };
    p.t(key).into_owned()
}

/// An address in one line, with what an envelope leaves out.
pub(in crate::checkout) fn at(p: &Page, address: &Address) -> String {
    let title = address.party.person().and_then(|person| person.title);
    let title = title.map(|title| p.t(&format!("title-{}", title.code())).into_owned());
    let abroad = (address.country == Country::Li).then(|| p.t("country-li").into_owned());
    let lines = title.into_iter().chain(address.lines()).chain(abroad);
    lines.collect::<Vec<_>>().join(", ")
}

pub(in crate::checkout) fn who(p: &Page, collector: &Collector) -> String {
    format!("{} ({})", at(p, &collector.home), collector.notify.contact())
}

fn hours(p: &Page, pickup: &ShownPickUp) -> String {
    match pickup.hours.as_slice() {
        _ if pickup.always => p.t("hours-always").into_owned(),
        [] => p.t("hours-closed").into_owned(),
        spans => spans.join(", "),
    }
}

fn rates(was: &Shown, now: &Shown) -> Vec<VatRate> {
    let mut rates: Vec<VatRate> = was.vat.iter().chain(&now.vat).map(|(rate, ..)| *rate).collect();
    rates.sort_unstable();
    rates.dedup();
    rates
}

fn vat(p: &Page, shown: &Shown, rate: VatRate) -> String {
    let vat = shown.vat.iter().find(|(known, ..)| *known == rate).map(|(.., vat)| *vat);
    p.chf(&vat.unwrap_or_default())
}
