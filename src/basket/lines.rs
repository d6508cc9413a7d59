//! The lines of a basket.

use std::sync::Arc;

use uuid::Uuid;

use crate::catalogue::{Product, Shelf};
use crate::i18n::Lang;
use crate::money::Rappen;
use crate::parcel::{Item, Parcel};

/// A basket with its lines.
#[derive(Clone, Debug, Default)]
pub struct Basket {
    /// Its id.
    pub id: Uuid,
    /// In the order in which they were put in.
    pub lines: Vec<BasketLine>,
    /// Articles in it that the shelf no longer has, with their names where they are known.
    pub gone: Vec<(i16, Option<String>)>,
}

/// So many of one article.
#[derive(Clone, Debug)]
pub struct BasketLine {
    /// The article at its present price.
    pub product: Arc<Product>,
    /// How many.
    pub quantity: i32,
}

impl Basket {
    /// A basket with so many of these articles.
    #[must_use]
    pub fn of(id: Uuid, quantities: &[(i16, i32)], shelf: &Shelf, lang: Lang) -> Self {
        let mut basket = Self { id, ..Self::default() };
        for (product, quantity) in quantities.iter().copied() {
            match shelf.get(lang, product).map(Arc::clone) {
                Some(product) => basket.lines.push(BasketLine { product, quantity }),
                None => basket.gone.push((product, shelf.name_of_gone(lang, product).map(str::to_owned))),
            }
        }
        basket
    }

    /// Each article that is no longer sold, in words.
    #[must_use]
    pub fn gone_words(&self, lang: Lang) -> Vec<String> {
        let words = self.gone.iter().map(|(_, name)| match name {
            Some(name) => lang.x("missing-gone", name),
            None => lang.t("missing-gone-unnamed").into_owned(),
        });
        words.collect()
    }

    /// How many articles lie in it.
    #[must_use]
    pub fn items(&self) -> u32 {
        self.lines.iter().map(|line| line.quantity.unsigned_abs()).sum()
    }

    /// What is sent together.
    #[must_use]
    pub fn parcel(&self) -> Parcel {
        let item = |line: &BasketLine| Item {
            name: line.product.name.clone(),
            mm: line.product.mm,
            grams: line.product.weight_g,
            quantity: line.quantity,
        };
        Parcel { items: self.lines.iter().map(item).collect() }
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
