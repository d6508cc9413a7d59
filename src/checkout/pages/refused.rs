//! Why an order was not placed, as the review says it.

use crate::web::Page;

/// Why an order was not placed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The basket or the checkout is no longer what the page showed.
    Changed,
    /// There are fewer than ordered.
    SoldOut,
    /// An address of one's own names a pick-up point.
    NotOwn,
    /// This visitor has ordered often: for so many seconds more.
    TooMany(u32),
}

impl Refused {
    /// In words.
    #[must_use]
    pub fn words(self, p: &Page) -> String {
        let key = match self {
            Self::Changed => "review-changed",
            Self::SoldOut => "review-sold-out",
            Self::NotOwn => "fault-pick-up-keyword",
            Self::TooMany(wait) => return p.x("review-too-many", p.span(wait)),
        };
        p.t(key).into_owned()
    }
}
