//! The page of one article. Its form is taken by `basket`.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;

use crate::catalogue::product::MOST;
use crate::catalogue::{Category, Goods, Product};
use crate::i18n::Lang;
use crate::money::{Rappen, VatRate};
use crate::web::{self, Answer, Error, FormState, Page, Visit, page, unprocessable};

#[derive(Template)]
#[template(path = "catalogue/product.html")]
struct ProductView {
    p: Page,
    product: Arc<Product>,
    form: FormState,
}

/// Shows the article, from memory.
///
/// # Errors
/// [`Error::NotFound`] for an unknown one.
pub async fn show(visit: Visit, goods: Data<Goods>, path: Path<(String, String)>) -> Answer {
    let product = goods.now().by_slug(visit.lang(), &path.1).cloned().ok_or(Error::NotFound)?;
    page(&ProductView { p: visit.page, product, form: FormState::new(vec![("quantity", "1".into())]) })
}

/// The same page again, with what was typed and what is wrong with it: for `basket`, which takes the form.
///
/// # Errors
/// As [`page`].
pub fn again(p: Page, product: Arc<Product>, form: FormState) -> Answer {
    unprocessable(&ProductView { p, product, form })
}

/// The same for whoever must wait so many seconds.
///
/// # Errors
/// As [`page`].
pub fn not_yet(p: Page, product: Arc<Product>, form: FormState, seconds: u32) -> Answer {
    web::not_yet(StatusCode::TOO_MANY_REQUESTS, seconds, &ProductView { p, product, form })
}

/// An article for samples.
#[must_use]
pub fn sample() -> Product {
    Product {
        id: 1,
        slug: "mountain-cheese".into(),
        category: Category::Larder,
        price: Rappen(2850),
        vat: VatRate(260),
        weight_g: 750,
        mm: [180, 120, 60],
        stock: 3,
        image: "cheese.webp".into(),
        tile: "meadow".into(),
        name: "Mountain cheese".into(),
        line: "Emmental, 750 g".into(),
        description: "Aged for a year.".into(),
    }
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    let p = Page::plain(lang, "/products/mountain-cheese");
    let view = |stock: i32, form: FormState| ProductView {
        p: p.clone(),
        product: Arc::new(Product { stock, ..sample() }),
        form,
    };
    let mut wrong = FormState::new(vec![("quantity", "a lot".into())]);
    wrong.refuse("quantity", p.n("quantity-wrong", MOST));
    [
        ("product", view(50, FormState::default())),
        ("product-few", view(3, FormState::default())),
        ("product-sold-out", view(0, FormState::default())),
        ("product-wrong", view(50, wrong)),
    ]
    .map(|(name, view)| (name, view.render().unwrap_or_default()))
    .into()
}
