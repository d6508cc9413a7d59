//! The bill of an order, as its page shows it and its confirmation carries it.

use chrono::{DateTime, Days, NaiveDate, Utc};

use crate::calendar::Calendar;
use crate::clock::swiss;
use crate::config::Sender;
use crate::i18n::text;
use crate::invoice::{Bill, BillLine, Supply};
use crate::money::Rappen;
use crate::orders::life::LifeState;
use crate::orders::{Order, OrderLine};
use crate::payments::payment::DAYS;
use crate::shipping::progress::Progress;

/// The day by which an invoice is to be paid.
#[must_use]
pub fn due(order: &Order) -> NaiveDate {
    swiss(order.placed_at).date() + Days::new(DAYS)
}

/// The bill of an order: billed to whoever pays, whatever the parcel does.
#[must_use]
pub fn bill(order: &Order, sender: &Sender, supply: Supply) -> Bill {
    Bill {
        creditor: sender.clone(),
        supply,
        number: order.number.to_string(),
        reference: order.number.get().unsigned_abs(),
        date: swiss(order.placed_at).date(),
        due: due(order),
        lang: order.lang,
        debtor: (*order.billing).clone(),
        lines: goods(order).chain(delivery(order)).collect(),
        vat: order.amounts.vat.clone(),
        total: order.amounts.total(),
    }
}

/// When an order's goods are supplied, as far as it is known.
#[must_use]
pub fn supply(order: &Order, calendar: &Calendar) -> Supply {
    let with_post = handed_over_at(order).or_else(|| {
        // Without a scan it is the moment at which somebody said so.
        (order.life.state == LifeState::HandedOver).then_some(order.life.since)
    });
    match order.life.state {
        LifeState::ToPack | LifeState::Packed => Supply::Expected(order.expected(calendar)),
        LifeState::ToConfirm | LifeState::Held | LifeState::Cancelled => Supply::Open,
        LifeState::HandedOver
        | LifeState::Ready
        | LifeState::Collected
        | LifeState::Returned
        | LifeState::Refunded => with_post.map_or(Supply::Open, |at| Supply::On(swiss(at).date())),
    }
}

/// When Post first had one of the parcels in its hands.
#[must_use]
pub fn handed_over_at(order: &Order) -> Option<DateTime<Utc>> {
    let scans = order.parcels.iter().flat_map(|parcel| &parcel.scans);
    scans.filter(|scan| Progress::of_code(&scan.code) > Some(Progress::Announced)).map(|scan| scan.at).min()
}

fn goods(order: &Order) -> impl Iterator<Item = BillLine> + '_ {
    order.lines.iter().map(|line| BillLine {
        name: line.name.clone(),
        quantity: line.quantity,
        amount: line.amount(),
        rate: Some(line.vat),
    })
}

/// The delivery is taxed as the goods are: it stands there once for each rate, with the share that falls on it.
fn delivery(order: &Order) -> Vec<BillLine> {
    let name = text(order.lang, "summary-delivery").into_owned();
    let line = |amount, rate| BillLine { name: name.clone(), quantity: 1, amount, rate };
    let shares = order.amounts.vat.iter().filter_map(|(rate, gross, _)| {
        let goods: Rappen = order.lines.iter().filter(|line| line.vat == *rate).map(OrderLine::amount).sum();
        let share = Rappen(gross.0 - goods.0);
        (share > Rappen(0)).then(|| line(share, Some(*rate)))
    });
    let lines: Vec<BillLine> = shares.collect();
    if lines.is_empty() { vec![line(Rappen(0), None)] } else { lines }
}
