//! What has changed by itself between two looks at a review: prices, rates, what delivery costs, the point's data, days and
//! terms. What the shopper has changed in between is no news to them.

use crate::checkout::shown::{Shown, ShownLine, ShownPickUp};
use crate::money::Rappen;

/// What was shown, with everything in it that the shopper has told since: what differs from `now` then is not their doing.
#[must_use]
pub fn but_for_the_shopper(was: Shown, now: &Shown) -> Shown {
    let same_words = was.lang == now.lang;
    let same_parcel = was.delivery == now.delivery && quantities(&was) == quantities(now);
    let lines: Vec<ShownLine> = now.lines.iter().map(|now| line(&was, now, same_words)).collect();
    let goods: Rappen = lines.iter().map(|line| line.unit_price * line.quantity).sum();
    let delivery_price = if same_parcel { was.delivery_price } else { now.delivery_price };
    Shown {
        total: goods + delivery_price,
        vat: if same_parcel { was.vat } else { now.vat.clone() },
        pickup: now.pickup.as_ref().map(|now| pickup(was.pickup, now)),
        lines,
        goods,
        delivery_price,
        expected_on: was.expected_on,
        terms: was.terms,
        ..now.clone()
    }
}

fn quantities(shown: &Shown) -> Vec<(i16, i32)> {
    shown.lines.iter().map(|line| (line.product_id, line.quantity)).collect()
}

fn line(was: &Shown, now: &ShownLine, same_words: bool) -> ShownLine {
    let Some(was) = was.lines.iter().find(|line| line.product_id == now.product_id) else {
        return now.clone();
    };
    let name = if same_words { &was.name } else { &now.name };
    ShownLine { name: name.clone(), quantity: now.quantity, ..was.clone() }
}

/// The same point as it was; another one was chosen.
fn pickup(was: Option<ShownPickUp>, now: &ShownPickUp) -> ShownPickUp {
    match was.filter(|was| was.id == now.id) {
        Some(was) => ShownPickUp { collector: now.collector.clone(), user_id: now.user_id.clone(), ..was },
        None => now.clone(),
    }
}
