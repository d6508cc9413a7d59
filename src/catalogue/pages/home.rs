//! The first page: all goods, or those of one category.

use askama::Template;
use serde::Deserialize;

use crate::catalogue::{CATEGORIES, Product, store};
use crate::i18n::Lang;
use crate::web::{Answer, Page, Query, Visit, page};

/// The filter of the navigation.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct HomeQuery {
    category: String,
}

#[derive(Template)]
#[template(path = "catalogue/home.html")]
struct HomeView {
    p: Page,
    /// The chosen category, if it is one.
    category: Option<&'static str>,
    products: Vec<Product>,
}

/// Shows the shelf.
///
/// # Errors
/// When the database fails.
pub async fn show(visit: Visit, Query(query): Query<HomeQuery>) -> Answer {
    let category = CATEGORIES.into_iter().find(|known| *known == query.category);
    let mut products = store::all(visit.pool(), visit.lang()).await?;
    products.retain(|product| category.is_none_or(|category| product.category == category));
    page(&HomeView { p: visit.page, category, products })
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    let product = super::product::sample();
    let view =
        HomeView { p: Page::plain(lang, "/"), category: None, products: vec![product.clone(), product] };
    vec![("home", view.render().unwrap_or_default())]
}
