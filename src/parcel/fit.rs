//! Whether a point takes a parcel, and if not, why.

use crate::carrier::limits::packed;
use crate::carrier::{Kind, Limits};
use crate::parcel::Misfit;
use crate::parcel::packing::packs;

/// What shall be sent together.
#[derive(Clone, Debug)]
pub struct Parcel {
    /// The articles.
    pub items: Vec<Item>,
}

/// An article as it is packed.
#[derive(Clone, Debug)]
pub struct Item {
    /// Its name, for the reason.
    pub name: String,
    /// Length, width and height in millimetres.
    pub mm: [i32; 3],
    /// Weight in grams.
    pub grams: i32,
    /// How many.
    pub quantity: i32,
}

/// The standard parcel, which a `PickPost` counter takes.
pub const STANDARD: Limits = Limits::of(Kind::PickPost);

/// What a carton around several articles takes of every side: two walls of 5 mm.
const CARTON: i32 = 10;

impl Parcel {
    /// So many pieces of these of its articles, by their places.
    #[must_use]
    pub fn part(&self, contents: &[(usize, i32)]) -> Self {
        let item = |(at, quantity): &(usize, i32)| Item { quantity: *quantity, ..self.items[*at].clone() };
        Self { items: contents.iter().map(item).collect() }
    }

    /// Its weight with packaging, in grams.
    #[must_use]
    pub fn grams(&self) -> i64 {
        packed(grams(&pieces(self)))
    }
}

impl Item {
    /// What one piece takes up, in cubic millimetres.
    #[must_use]
    pub fn volume(&self) -> i64 {
        self.mm.iter().copied().map(i64::from).product()
    }
}

/// Whether points of this kind take all of it as one parcel.
///
/// # Errors
/// The first reason why not.
pub fn fit(parcel: &Parcel, kind: Kind) -> Result<(), Misfit> {
    check(&pieces(parcel), &Limits::of(kind))
}

/// The articles of a parcel, each with its number of pieces.
#[must_use]
pub fn pieces(parcel: &Parcel) -> Vec<(&Item, i32)> {
    parcel.items.iter().map(|item| (item, item.quantity)).collect()
}

/// Whether one parcel takes so many pieces of these articles.
///
/// # Errors
/// The first reason why not.
pub fn check(parcel: &[(&Item, i32)], limits: &Limits) -> Result<(), Misfit> {
    for (item, _) in parcel {
        let mut sides = item.mm;
        sides.sort_unstable();
        // The longest side first: it is the one that people see.
        let over = sides.into_iter().zip(limits.mm).rev().find(|(side, limit)| side > limit);
        if let Some((mm, limit_mm)) = over {
            return Err(Misfit::TooLong { name: item.name.clone(), mm, limit_mm });
        }
    }
    let grams = grams(parcel);
    if packed(grams) > limits.grams {
        return Err(Misfit::TooHeavy { grams: packed(grams), limit_grams: limits.grams });
    }
    // One article that fits by its sides travels as it is; several need a carton into which they can be put together.
    let pieces: i32 = parcel.iter().map(|(_, pieces)| pieces).sum();
    let boxes: Vec<_> = parcel.iter().map(|(item, pieces)| (item.mm, *pieces)).collect();
    let room = limits.mm.map(|side| side - CARTON);
    if pieces > 1 && (volume(parcel) > volume_of(room) || !packs(&boxes, room)) {
        return Err(Misfit::TooBulky);
    }
    Ok(())
}

/// The most pieces of an article that could still come into a parcel, by weight and volume alone; at least the first one of an
/// empty parcel.
#[must_use]
pub fn most(parcel: &[(&Item, i32)], item: &Item, limits: &Limits) -> i32 {
    // What weighs this much weighs no more than the limit with its packaging.
    let heaviest = (limits.grams * 20 + 20) / 21;
    let by_weight = (heaviest - grams(parcel)) / i64::from(item.grams.max(1));
    let room = volume_of(limits.mm.map(|side| side - CARTON)) - volume(parcel);
    let by_volume = room / item.volume().max(1);
    let least = i64::from(parcel.is_empty());
    i32::try_from(by_weight.min(by_volume).max(least)).unwrap_or(i32::MAX)
}

fn grams(parcel: &[(&Item, i32)]) -> i64 {
    parcel.iter().map(|(item, pieces)| i64::from(item.grams) * i64::from(*pieces)).sum()
}

fn volume(parcel: &[(&Item, i32)]) -> i64 {
    parcel.iter().map(|(item, pieces)| item.volume() * i64::from(*pieces)).sum()
}

fn volume_of(sides: [i32; 3]) -> i64 {
    sides.into_iter().map(i64::from).product()
}

#[cfg(test)]
mod tests {
    use super::{Item, Parcel, fit};
    use crate::carrier::Kind;
    use crate::parcel::Misfit;

    fn parcel(mm: [i32; 3], grams: i32, quantity: i32) -> Parcel {
        Parcel { items: vec![Item { name: "Thing".into(), mm, grams, quantity }] }
    }

    #[test]
    fn a_sledge_of_110_cm_is_too_long_for_counter_and_locker() {
        let sledge = parcel([1100, 350, 300], 4200, 1);
        let too_long = |limit_mm| Err(Misfit::TooLong { name: "Thing".into(), mm: 1100, limit_mm });
        assert_eq!(fit(&sledge, Kind::PickPost), too_long(1000));
        assert_eq!(fit(&sledge, Kind::MyPost24), too_long(610));
    }

    #[test]
    fn an_article_may_be_turned() {
        assert_eq!(fit(&parcel([380, 605, 590], 900, 1), Kind::MyPost24), Ok(()));
        assert!(fit(&parcel([400, 400, 400], 900, 1), Kind::MyPost24).is_err());
    }

    #[test]
    fn many_light_things_become_too_bulky_and_many_heavy_ones_too_heavy() {
        assert_eq!(fit(&parcel([200, 200, 200], 100, 20), Kind::MyPost24), Err(Misfit::TooBulky));
        // By volume three of them would go in easily; side by side they do not.
        assert_eq!(fit(&parcel([310, 310, 310], 100, 3), Kind::MyPost24), Err(Misfit::TooBulky));
        assert_eq!(fit(&parcel([190, 190, 190], 100, 18), Kind::MyPost24), Ok(()));
        let heavy = fit(&parcel([100, 100, 100], 10_000, 3), Kind::PickPost);
        assert_eq!(heavy, Err(Misfit::TooHeavy { grams: 31_500, limit_grams: 30_000 }));
    }
}
