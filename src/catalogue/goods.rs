//! The goods in the memory of this instance: no page asks the database for them. They are replaced as a whole when the
//! database calls that they have changed (docs/decisions/0020).

use std::sync::{Arc, PoisonError, RwLock};

use crate::catalogue::Product;
use crate::i18n::Lang;

/// The goods that can be bought. Cheap to share: every copy shows the same goods.
#[derive(Clone, Debug, Default)]
pub struct Goods(Arc<RwLock<Arc<Shelf>>>);

/// The goods of one moment, in all languages.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    version: u64,
    /// By language, each in the order of the shelf.
    products: [Vec<Arc<Product>>; Lang::ALL.len()],
    /// What is no longer sold, so that it can still be named to whoever has it in the basket.
    gone: [Vec<(i16, String)>; Lang::ALL.len()],
}

impl Shelf {
    /// Moves whenever the goods or their stock have changed: a page made from another version may be stale.
    #[must_use]
    pub fn version(&self) -> u64 {
        self.version
    }

    /// All goods in the order of the shelf.
    #[must_use]
    pub fn all(&self, lang: Lang) -> &[Arc<Product>] {
        Lang::ALL.iter().position(|known| *known == lang).map_or(&[], |at| &self.products[at])
    }

    /// An article by the part of its address.
    #[must_use]
    pub fn by_slug(&self, lang: Lang, slug: &str) -> Option<&Arc<Product>> {
        self.all(lang).iter().find(|product| product.slug == slug)
    }

    /// The name of an article that is no longer sold.
    #[must_use]
    pub fn name_of_gone(&self, lang: Lang, id: i16) -> Option<&str> {
        let at = Lang::ALL.iter().position(|known| *known == lang)?;
        self.gone[at].iter().find(|(gone, _)| *gone == id).map(|(_, name)| name.as_str())
    }

    /// An article by its id.
    #[must_use]
    pub fn get(&self, lang: Lang, id: i16) -> Option<&Arc<Product>> {
        self.all(lang).iter().find(|product| product.id == id)
    }
}

impl Goods {
    /// The goods of this moment. Who asks twice may get two answers: hold on to one for a page.
    #[must_use]
    pub fn now(&self) -> Arc<Shelf> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Shows other goods from now on; `products` gives those of a language, in the order of the shelf, `gone` what is no longer
    /// sold, by id and name.
    pub fn replace(
        &self,
        products: impl Fn(Lang) -> Vec<Product>,
        gone: impl Fn(Lang) -> Vec<(i16, String)>,
    ) {
        let products: [Vec<Arc<Product>>; Lang::ALL.len()] =
            Lang::ALL.map(|lang| products(lang).into_iter().map(Arc::new).collect());
        let mut now = self.0.write().unwrap_or_else(PoisonError::into_inner);
        *now = Arc::new(Shelf { version: now.version + 1, products, gone: Lang::ALL.map(gone) });
    }

    /// What is left of some goods, article and number; nothing moves where all of it is known.
    pub fn left(&self, stock: &[(i16, i32)]) {
        let known = self.now();
        let products = || known.products.iter().flatten();
        if stock
            .iter()
            .all(|(id, left)| products().all(|product| product.id != *id || product.stock == *left))
        {
            return;
        }
        let mut now = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let mut next = Shelf::clone(&now);
        next.version += 1;
        for product in next.products.iter_mut().flatten() {
            if let Some((_, left)) =
                stock.iter().find(|(id, left)| *id == product.id && *left != product.stock)
            {
                Arc::make_mut(product).stock = *left;
            }
        }
        *now = Arc::new(next);
    }
}
