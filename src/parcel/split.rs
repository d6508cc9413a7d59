//! How what shall be sent together is split into parcels: one where one takes it all, else what a plain rule finds (docs/packing.md).

use crate::carrier::{Kind, Limits};
use crate::parcel::Misfit;
use crate::parcel::fit::{Item, Parcel, STANDARD, check, most};

/// What lies in one parcel: which of the articles, by its place among them, and how many pieces.
pub type Contents = Vec<(usize, i32)>;

/// So many parcels of one order go to a point at most: each takes a shelf or a compartment there. An address has no such bound.
pub const MOST: usize = 10;

/// The parcels in which all of it travels, for points of this kind or (`None`) to an address; each keeps within the limits.
/// Where an article is beyond the limits of a standard parcel, to an address each piece of it travels by itself.
///
/// # Errors
/// Why a point does not take it: an article that fits into no parcel; or, where even [`MOST`] parcels are too few, why one is.
pub fn split(all: &Parcel, kind: Option<Kind>) -> Result<Vec<Contents>, Misfit> {
    let limits = &kind.map_or(STANDARD, Limits::of);
    let whole: Contents = all.items.iter().enumerate().map(|(at, item)| (at, item.quantity)).collect();
    let Err(too_much) = check(&taken(all, &whole), limits) else { return Ok(vec![whole]) };
    let mut parcels: Vec<Contents> = Vec::new();
    let mut rest = Vec::new();
    for at in by_size(all) {
        let one = [(at, 1)];
        match (check(&taken(all, &one), limits), kind) {
            (Ok(()), _) => rest.push(at),
            (Err(misfit), Some(_)) => return Err(misfit),
            (Err(_), None) => {
                parcels.extend((0..all.items[at].quantity).map(|_| Contents::from(one)));
            }
        }
    }
    let bulky = parcels.len();
    for at in rest {
        let mut left = all.items[at].quantity;
        for parcel in &mut parcels[bulky..] {
            left -= fill(all, parcel, (at, left), limits);
        }
        while left > 0 {
            let mut parcel = Contents::new();
            // One piece fits, as was seen above.
            left -= fill(all, &mut parcel, (at, left), limits).max(1);
            parcels.push(parcel);
            if kind.is_some() && parcels.len() > MOST {
                return Err(too_much);
            }
        }
    }
    Ok(parcels)
}

/// The articles, largest first; among equals the heavier, then as they stand.
fn by_size(all: &Parcel) -> Vec<usize> {
    let mut places: Vec<usize> = (0..all.items.len()).filter(|at| all.items[*at].quantity > 0).collect();
    places.sort_by_key(|at| std::cmp::Reverse((all.items[*at].volume(), all.items[*at].grams)));
    places
}

fn taken<'a>(all: &'a Parcel, contents: &[(usize, i32)]) -> Vec<(&'a Item, i32)> {
    contents.iter().map(|(at, pieces)| (&all.items[*at], *pieces)).collect()
}

/// Puts as many pieces of an article into a parcel as are found to fit; gives how many.
fn fill(all: &Parcel, parcel: &mut Contents, (at, left): (usize, i32), limits: &Limits) -> i32 {
    let most = left.min(most(&taken(all, parcel), &all.items[at], limits));
    let fits = |pieces: i32| {
        let mut contents = parcel.clone();
        contents.push((at, pieces));
        check(&taken(all, &contents), limits).is_ok()
    };
    let (mut surely, mut perhaps) = (0, most);
    while surely < perhaps {
        // The most first, then halves: what is taken was really arranged.
        let pieces = if perhaps == most { most } else { surely + (perhaps - surely + 1) / 2 };
        if fits(pieces) {
            surely = pieces;
        } else {
            perhaps = pieces - 1;
        }
    }
    if surely > 0 {
        parcel.push((at, surely));
    }
    surely
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

    use super::{MOST, split};
    use crate::carrier::Kind;
    use crate::parcel::Misfit;
    use crate::parcel::fit::{Item, Parcel, STANDARD, check, fit};

    fn item(mm: [i32; 3], grams: i32, quantity: i32) -> Item {
        Item { name: "Thing".into(), mm, grams, quantity }
    }

    #[test]
    fn what_is_too_heavy_for_one_parcel_travels_in_two() {
        let all = Parcel { items: vec![item([100, 100, 100], 10_000, 3)] };
        assert_eq!(split(&all, Some(Kind::PickPost)), Ok(vec![vec![(0, 2)], vec![(0, 1)]]));
    }

    #[test]
    fn what_no_parcel_takes_is_refused_at_a_point_and_travels_alone_to_an_address() {
        let stone = Parcel { items: vec![item([420, 320, 160], 34_000, 2), item([100, 90, 90], 700, 4)] };
        let heavy = Misfit::TooHeavy { grams: 35_700, limit_grams: 30_000 };
        assert_eq!(split(&stone, Some(Kind::PickPost)), Err(heavy));
        assert_eq!(split(&stone, None), Ok(vec![vec![(0, 1)], vec![(0, 1)], vec![(1, 4)]]));
        let sledge = Parcel { items: vec![item([1100, 350, 300], 5600, 1), item([100, 90, 90], 700, 1)] };
        assert!(matches!(split(&sledge, Some(Kind::MyPost24)), Err(Misfit::TooLong { .. })));
    }

    #[test]
    fn more_parcels_than_a_point_should_hold_are_refused_as_one_too_large_would_be() {
        let many = |quantity| Parcel { items: vec![item([500, 500, 500], 900, quantity)] };
        let parcels = split(&many(10), Some(Kind::PickPost)).expect("ten of them");
        assert!(parcels.len() <= MOST);
        let all = Parcel { items: vec![item([590, 380, 600], 900, 11)] };
        assert_eq!(split(&all, Some(Kind::MyPost24)), Err(Misfit::TooBulky));
        assert_eq!(split(&all, None).map(|parcels| parcels.is_empty()), Ok(false));
    }

    #[test]
    fn everything_that_a_shop_may_have_in_stock_is_packed() {
        // A hundred pieces of each of two dozen articles, from a compass to a rucksack.
        let sizes = (0..24).map(|at| item([120 + at * 20, 100 + at * 10, 40 + at * 7], 150 + at * 60, 99));
        let all = Parcel { items: sizes.collect() };
        let parcels = split(&all, None).expect("an address takes it");
        assert_eq!(parcels.iter().flatten().map(|(_, pieces)| pieces).sum::<i32>(), 24 * 99);
        assert_eq!(split(&all, Some(Kind::MyPost24)), fit(&all, Kind::MyPost24).map(|()| Vec::new()));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(200))]
        #[test]
        fn every_piece_is_packed_once_no_parcel_is_over_a_limit_and_the_same_goods_are_packed_the_same(
            goods in proptest::collection::vec(((10i32..1200, 10i32..700, 10i32..500), 50i32..36_000, 1i32..30), 0..7),
            place in 0usize..3,
        ) {
            let items = goods.into_iter().map(|((a, b, c), grams, quantity)| item([a, b, c], grams, quantity));
            let all = Parcel { items: items.collect() };
            let kind = [None, Some(Kind::PickPost), Some(Kind::MyPost24)][place];
            let packed = split(&all, kind);
            prop_assert_eq!(&packed, &split(&all, kind));
            let Ok(parcels) = packed else {
                prop_assert!(kind.is_some_and(|kind| fit(&all, kind).is_err()), "refused, though one parcel takes it");
                return Ok(());
            };
            for (at, item) in all.items.iter().enumerate() {
                let pieces = parcels.iter().flatten().filter(|(which, _)| *which == at).map(|(_, pieces)| pieces);
                prop_assert_eq!(pieces.sum::<i32>(), item.quantity);
            }
            for contents in &parcels {
                let items = contents.iter().map(|(at, pieces)| Item { quantity: *pieces, ..all.items[*at].clone() });
                let one = Parcel { items: items.collect() };
                match kind {
                    Some(kind) => prop_assert_eq!(fit(&one, kind), Ok(())),
                    None => {
                        let pieces: Vec<_> = one.items.iter().map(|item| (item, item.quantity)).collect();
                        let alone = matches!(pieces[..], [(_, 1)]);
                        prop_assert!(alone || check(&pieces, &STANDARD).is_ok());
                    }
                }
                prop_assert!(!contents.is_empty() || all.items.is_empty());
            }
            prop_assert!(kind.is_none() || parcels.len() <= MOST);
            let fits = kind.is_some_and(|kind| fit(&all, kind).is_ok());
            prop_assert!(!fits || parcels.len() == 1, "one parcel takes it all");
        }
    }
}
