//! What lies in each parcel of a delivery, before the parcels have their numbers (docs/packing.md).

use serde::Serialize;
use uuid::Uuid;

use crate::ids::Random;
use crate::pickup::{self, split};
use crate::shipping::DeliveryKind;

/// One parcel that is about to be announced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Load {
    /// The id of its row.
    pub id: Uuid,
    /// Which one of them, from 1.
    pub sequence: i16,
    /// How many they are.
    pub parcels: i16,
    /// What its goods weigh, in grams; nothing where the order says it.
    pub weight_g: Option<i32>,
    /// Lines of the order, from 1, each with how many pieces of it; none where that is not known.
    pub items: Vec<(i16, i32)>,
}

/// The parcels in which these goods travel, in the order's own order. What an order promised is sent: should its place take it no
/// more, all of it goes in one parcel, as an order of which the sizes are not known (`None`).
#[must_use]
pub fn loads(goods: Option<&pickup::Parcel>, kind: DeliveryKind, random: &Random) -> Vec<Load> {
    let packed = goods.and_then(|goods| Some((goods, split(goods, kind.pickup()).ok()?)));
    let Some((goods, packed)) = packed else {
        return vec![Load { id: random.uuid(), sequence: 1, parcels: 1, weight_g: None, items: Vec::new() }];
    };
    let count = small(packed.len());
    let load = |(sequence, mut contents): (i16, Vec<(usize, i32)>)| {
        contents.sort_unstable();
        let grams = |(at, pieces): &(usize, i32)| i64::from(goods.items[*at].grams) * i64::from(*pieces);
        let grams = contents.iter().map(grams).sum::<i64>().max(1);
        let items = contents.iter().map(|(at, pieces)| (small(at + 1), *pieces)).collect();
        let weight_g = Some(i32::try_from(grams).unwrap_or(i32::MAX));
        Load { id: random.uuid(), sequence, parcels: count, weight_g, items }
    };
    (1..).zip(packed).map(load).collect()
}

/// A basket has a few dozen lines, and fills a few dozen parcels.
fn small(number: usize) -> i16 {
    i16::try_from(number).unwrap_or(i16::MAX)
}
