//! The order summary that stands beside every form of the checkout.

use std::sync::Arc;

use crate::basket::{Basket, BasketLine};
use crate::i18n::Lang;
use crate::money::{Rappen, VatRate, vat_by_rate};
use crate::parcel::tariff;

/// What is ordered and what it costs.
#[derive(Clone, Debug)]
pub struct Summary {
    /// The lines of the basket.
    pub lines: Vec<BasketLine>,
    /// All goods.
    pub goods: Rappen,
    /// The chosen delivery, once it is chosen.
    pub delivery: Option<Rappen>,
    /// The cheapest way that takes these goods, and whether there are dearer ones; `None` where none takes them.
    pub from: Option<(Rappen, bool)>,
    /// Goods and chosen delivery: a subtotal, until that is chosen.
    pub total: Rappen,
    /// VAT contained in the total, per rate.
    pub vat: Vec<(VatRate, Rappen)>,
}

impl Summary {
    /// The summary of a basket with its delivery.
    #[must_use]
    pub fn new(basket: &Basket, delivery: Option<Rappen>) -> Self {
        let shares = basket.lines.iter().map(|line| (line.product.vat, line.amount()));
        let vat = vat_by_rate(shares, delivery.unwrap_or_default());
        let goods = basket.goods();
        let parcel = basket.parcel();
        Self {
            lines: basket.lines.clone(),
            goods,
            delivery,
            from: tariff::cheapest(&parcel).map(|price| (price, tariff::goes_to_a_point(&parcel))),
            total: goods + delivery.unwrap_or_default(),
            vat: vat.into_iter().map(|(rate, _, vat)| (rate, vat)).collect(),
        }
    }

    /// A summary for samples.
    #[must_use]
    pub fn sample(_: Lang) -> Self {
        let line = BasketLine { product: Arc::new(crate::catalogue::pages::product::sample()), quantity: 2 };
        let basket = Basket { id: uuid::Uuid::nil(), lines: vec![line], ..Basket::default() };
        Self::new(&basket, Some(Rappen(700)))
    }
}
