//! How large and how heavy a parcel may be at a pick-up point.

use crate::carrier::Kind;

/// The largest parcel that points of a kind take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Its sides in millimetres, the shortest first.
    pub mm: [i32; 3],
    /// What it weighs with its packaging, in grams.
    pub grams: i64,
}

/// The standard parcel: 100 x 60 x 60 cm, 30 kg (post.ch, "PostPac Priority").
const PICK_POST: Limits = Limits { mm: [600, 600, 1000], grams: 30_000 };
/// An assumption, and named as one: Post publishes no figure for its terminals. 60 x 39 x 61 cm in any
/// orientation, 30 kg (docs/decisions/0004-where-post-is-silent.md).
const MY_POST_24: Limits = Limits { mm: [390, 600, 610], grams: 30_000 };

/// Packaging adds a twentieth to the weight.
#[must_use]
pub const fn packed(grams: i64) -> i64 {
    grams + grams / 20
}

impl Limits {
    /// Those of a kind.
    #[must_use]
    pub const fn of(kind: Kind) -> Self {
        match kind {
            Kind::PickPost => PICK_POST,
            Kind::MyPost24 => MY_POST_24,
        }
    }

    /// Whether one article that weighs so much fits by itself, in some orientation.
    #[must_use]
    pub fn take(&self, mut mm: [i32; 3], grams: i32) -> bool {
        mm.sort_unstable();
        packed(grams.into()) <= self.grams && mm.into_iter().zip(self.mm).all(|(side, limit)| side <= limit)
    }
}
