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

impl Parcel {
    /// Its weight with packaging, in grams.
    #[must_use]
    pub fn grams(&self) -> i64 {
        packed(self.items.iter().map(|item| i64::from(item.grams) * i64::from(item.quantity)).sum())
    }
}

/// What a carton around several articles takes of every side: two walls of 5 mm.
const CARTON: i32 = 10;

/// Whether points of this kind take the parcel.
///
/// # Errors
/// The first reason why not.
pub fn fit(parcel: &Parcel, kind: Kind) -> Result<(), Misfit> {
    within(parcel, &Limits::of(kind))
}

/// Whether a parcel keeps to these limits.
pub(crate) fn within(parcel: &Parcel, limits: &Limits) -> Result<(), Misfit> {
    for item in &parcel.items {
        let mut sides = item.mm;
        sides.sort_unstable();
        // The longest side first: it is the one that people see.
        let over = sides.into_iter().zip(limits.mm).rev().find(|(side, limit)| side > limit);
        if let Some((mm, limit_mm)) = over {
            return Err(Misfit::TooLong { name: item.name.clone(), mm, limit_mm });
        }
    }
    let grams = parcel.grams();
    if grams > limits.grams {
        return Err(Misfit::TooHeavy { grams, limit_grams: limits.grams });
    }
    // One article that fits by its sides travels as it is; several need a carton into which they can be put together.
    let pieces: i32 = parcel.items.iter().map(|item| item.quantity).sum();
    let boxes: Vec<_> = parcel.items.iter().map(|item| (item.mm, item.quantity)).collect();
    if pieces > 1 && !packs(&boxes, limits.mm.map(|side| side - CARTON)) {
        return Err(Misfit::TooBulky);
    }
    Ok(())
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
