//! What the carriage of a parcel costs, by where it goes and how heavy it is, and what is too large or too heavy for any way. The
//! only place for these figures: pages, bills, terms and mails have them from here (docs/decisions/0035-what-carriage-costs.md).

use crate::carrier::{Kind, Limits};
use crate::money::Rappen;
use crate::parcel::fit::{STANDARD, check, pieces};
use crate::parcel::{Misfit, Parcel, split};

/// To an address: a price for parcels of at most so many grams with their packaging, VAT contained. The prices of Swiss Post's list
/// for PostPac Priority (9.00 to 2 kg, 10.70 to 10 kg, 23.00 to 30 kg; as known to us, to be compared with the list of the day).
pub const TO_ADDRESS: [(i64, Rappen); 3] =
    [(2_000, Rappen(900)), (10_000, Rappen(1_070)), (30_000, Rappen(2_300))];
/// To an address, larger than the standard parcel; Swiss Post's list price for bulky goods.
pub const BULKY: Rappen = Rappen(3_100);
/// To a pick-up point, whatever it weighs up to the limit: the carrier drives once for many.
pub const TO_POINT: Rappen = Rappen(700);
/// The heaviest parcel that is carried anywhere, in kilograms.
pub const HEAVIEST_KG: i64 = 30;

/// Bulky goods: at most 2.5 m long, and length and girth together at most 4 m. What goes together goes into one of these.
const BULKY_ROOMS: [[i32; 3]; 4] =
    [[375, 375, 2_500], [600, 600, 1_600], [700, 700, 1_200], [750, 750, 1_000]];
const LONGEST: i32 = 2_500;
const LENGTH_AND_GIRTH: i32 = 4_000;

/// In how many parcels something travels to a point of this kind, or to an address (`None`), and what that costs, VAT contained: to
/// a point once, however many they are; to an address each of them.
///
/// # Errors
/// The first reason why it cannot go there.
pub fn carriage(all: &Parcel, to: Option<Kind>) -> Result<(usize, Rappen), Misfit> {
    let parts = split(all, to)?;
    if to.is_some() {
        return Ok((parts.len(), TO_POINT));
    }
    let prices = parts.iter().map(|contents| to_address(&all.part(contents)));
    let sum = prices.sum::<Result<i64, Misfit>>()?;
    Ok((parts.len(), Rappen(sum)))
}

/// What it costs, as [`carriage`].
///
/// # Errors
/// As [`carriage`].
pub fn price(all: &Parcel, to: Option<Kind>) -> Result<Rappen, Misfit> {
    carriage(all, to).map(|(_, price)| price)
}

/// One parcel to an address.
fn to_address(parcel: &Parcel) -> Result<i64, Misfit> {
    match check(&pieces(parcel), &STANDARD) {
        Ok(()) => Ok(by_weight(parcel.grams()).0),
        Err(Misfit::TooHeavy { grams, limit_grams }) => Err(Misfit::TooHeavy { grams, limit_grams }),
        Err(_) => bulky(parcel).map(|()| BULKY.0),
    }
}

/// The cheapest way that takes a parcel; `None` where none does.
#[must_use]
pub fn cheapest(parcel: &Parcel) -> Option<Rappen> {
    [None, Some(Kind::PickPost), Some(Kind::MyPost24)]
        .into_iter()
        .filter_map(|to| price(parcel, to).ok())
        .min()
}

/// Whether some pick-up point takes a parcel.
#[must_use]
pub fn goes_to_a_point(parcel: &Parcel) -> bool {
    [Kind::PickPost, Kind::MyPost24].into_iter().any(|kind| split(parcel, Some(kind)).is_ok())
}

fn by_weight(grams: i64) -> Rappen {
    let [.., (_, most)] = TO_ADDRESS;
    TO_ADDRESS.into_iter().find(|(limit, _)| grams <= *limit).map_or(most, |(_, price)| price)
}

fn bulky(parcel: &Parcel) -> Result<(), Misfit> {
    let limits = Limits { mm: [LONGEST; 3], grams: STANDARD.grams };
    for room in BULKY_ROOMS {
        if check(&pieces(parcel), &Limits { mm: room, ..limits }).is_ok() {
            return Ok(());
        }
    }
    check(&pieces(parcel), &limits)?;
    let alone = |item: &crate::parcel::Item| {
        let mut sides = item.mm;
        sides.sort_unstable();
        sides[2] + 2 * (sides[0] + sides[1]) <= LENGTH_AND_GIRTH
    };
    match parcel.items.as_slice() {
        [item] if item.quantity == 1 && alone(item) => Ok(()),
        _ => Err(Misfit::TooBulky),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::{BULKY, TO_POINT, carriage, cheapest, goes_to_a_point, price};
    use crate::carrier::Kind;
    use crate::money::Rappen;
    use crate::parcel::{Item, Misfit, Parcel};

    fn of(mm: [i32; 3], grams: i32, quantity: i32) -> Parcel {
        Parcel { items: vec![Item { name: "Thing".into(), mm, grams, quantity }] }
    }

    #[test]
    fn home_costs_by_weight_with_packaging_and_ends_at_thirty_kilograms() {
        let home = |grams| price(&of([200, 200, 100], grams, 1), None);
        assert_eq!(home(1_900), Ok(Rappen(900)));
        assert_eq!(home(1_950), Ok(Rappen(1_070)), "2047 g with its packaging");
        assert_eq!(home(9_500), Ok(Rappen(1_070)));
        assert_eq!(home(28_500), Ok(Rappen(2_300)));
        assert_eq!(home(34_000), Err(Misfit::TooHeavy { grams: 35_700, limit_grams: 30_000 }));
        let many = of([200, 100, 100], 1_000, 71);
        assert_eq!(carriage(&many, None), Ok((3, Rappen(3 * 2_300))), "each parcel is charged");
        assert_eq!(carriage(&many, Some(Kind::PickPost)), Ok((3, TO_POINT)), "the carrier drives once");
    }

    #[test]
    fn what_no_point_takes_goes_home_as_bulky_goods_if_at_all() {
        let sledge = of([1_100, 350, 300], 5_600, 1);
        assert_eq!((price(&sledge, None), cheapest(&sledge)), (Ok(BULKY), Some(BULKY)));
        assert!(!goes_to_a_point(&sledge));
        assert_eq!(carriage(&of([1_100, 350, 300], 5_600, 4), None), Ok((4, Rappen(4 * BULKY.0))));
        assert_eq!(price(&of([2_000, 800, 800], 1_000, 1), None), Err(Misfit::TooBulky));
        assert!(matches!(price(&of([2_600, 20, 20], 500, 1), None), Err(Misfit::TooLong { .. })));
        let cheese = of([180, 130, 70], 800, 1);
        assert_eq!((price(&cheese, Some(Kind::MyPost24)), cheapest(&cheese)), (Ok(TO_POINT), Some(TO_POINT)));
    }

    proptest! {
        #[test]
        fn more_never_costs_less_and_what_a_point_takes_goes_home_too(
            sides in [10i32..700, 10i32..700, 10i32..1200], grams in 50i32..32_000, quantity in 1i32..6,
        ) {
            let parcel = of(sides, grams, quantity);
            if goes_to_a_point(&parcel) {
                prop_assert!(price(&parcel, None).is_ok());
                prop_assert!(cheapest(&parcel) == Some(TO_POINT));
            }
            if let (Ok(one), Ok(more)) = (price(&parcel, None), price(&of(sides, grams, quantity + 1), None)) {
                prop_assert!(one <= more);
            }
        }
    }
}
