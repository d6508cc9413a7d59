//! What the page of a basket has shown: its form carries the quantities, so that an older window does not win unseen.

use crate::basket::{Basket, BasketLine};
use crate::web::{Change, Page};

/// The quantities of a page, as its form carries them: `1x3 9x2`.
#[must_use]
pub fn version(basket: &Basket) -> String {
    let line = |line: &BasketLine| format!("{}x{}", line.product.id, line.quantity);
    basket.lines.iter().map(line).collect::<Vec<_>>().join(" ")
}

/// The quantities in a version; `None` where it says nothing.
#[must_use]
pub fn read(version: &str) -> Option<Vec<(i16, i32)>> {
    let line = |line: &str| {
        let (id, quantity) = line.split_once('x')?;
        Some((id.parse().ok()?, quantity.parse().ok()?))
    };
    version.split(' ').map(line).collect()
}

/// How many of an article lie in a basket.
#[must_use]
pub fn quantity(basket: &Basket, id: i16) -> i32 {
    basket.lines.iter().find(|line| line.product.id == id).map_or(0, |line| line.quantity)
}

/// What of a basket is another quantity now than it was seen. What is no longer sold, the page names by itself.
#[must_use]
pub fn changes(p: &Page, seen: &Basket, now: &Basket) -> Vec<(i16, Change)> {
    let is_new = |line: &&BasketLine| quantity(seen, line.product.id) == 0;
    let all = seen.lines.iter().chain(now.lines.iter().filter(is_new));
    let both =
        all.map(|line| (&line.product, quantity(seen, line.product.id), quantity(now, line.product.id)));
    let words = |quantity: i32, none: &str| match quantity {
        0 => p.t(none).into_owned(),
        some => some.to_string(),
    };
    let changes = both.filter(|(_, was, now)| was != now).map(|(product, was, now)| {
        let (was, now) = (words(was, "change-nothing"), words(now, "change-gone"));
        (product.id, Change { what: p.x("change-quantity", &product.name), was, now })
    });
    changes.collect()
}
