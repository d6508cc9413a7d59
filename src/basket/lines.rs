//! The lines of a basket.

use uuid::Uuid;

use crate::catalogue::Product;
use crate::money::Rappen;

/// A basket with its lines.
#[derive(Clone, Debug)]
pub struct Basket {
    /// Its id.
    pub id: Uuid,
    /// In the order in which they were put in.
    pub lines: Vec<BasketLine>,
}

/// So many of one article.
#[derive(Clone, Debug)]
pub struct BasketLine {
    /// The article at its present price.
    pub product: Product,
    /// How many.
    pub quantity: i32,
}

impl Basket {
    /// How many articles lie in it.
    #[must_use]
    pub fn items(&self) -> u32 {
        self.lines.iter().map(|line| line.quantity.unsigned_abs()).sum()
    }

    /// What they cost together.
    #[must_use]
    pub fn goods(&self) -> Rappen {
        self.lines.iter().map(BasketLine::amount).sum()
    }
}

impl BasketLine {
    /// Price times quantity.
    #[must_use]
    pub fn amount(&self) -> Rappen {
        self.product.price * self.quantity
    }

    /// Whether there are as many as are wanted.
    #[must_use]
    pub fn is_available(&self) -> bool {
        self.product.stock >= self.quantity
    }
}
