//! What lies in the basket and cannot be ordered: named at the review, with the mend in place.

use crate::basket::{Basket, BasketLine};
use crate::web::Page;

/// An article that cannot be ordered as it lies in the basket.
pub struct Missing {
    /// The article.
    pub id: i16,
    /// Which, and how many are left.
    pub words: String,
    /// The words of the button that takes what is left, where something is.
    pub take: Option<String>,
}

impl Missing {
    /// All of them.
    #[must_use]
    pub fn all(p: &Page, basket: &Basket) -> Vec<Self> {
        let short = basket.lines.iter().filter(|line| !BasketLine::is_available(line)).map(|line| {
            let (name, left) = (&line.product.name, line.product.stock.max(0));
            let args = [("x", name.as_str().into()), ("n", left.into())];
            let words = if left > 0 { p.with("missing-left", &args) } else { p.x("missing-none", name) };
            Self { id: line.product.id, words, take: (left > 0).then(|| p.n("missing-take", left)) }
        });
        short.collect()
    }
}
