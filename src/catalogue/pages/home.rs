//! The first page: all goods, or those of one category.

use std::sync::Arc;

use actix_web::web::Data;
use askama::Template;
use serde::Deserialize;

use crate::catalogue::{Category, Goods, Product};
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
    category: Option<Category>,
    products: Vec<Arc<Product>>,
}

/// Shows the shelf.
///
/// # Errors
/// None of its own.
pub async fn show(visit: Visit, goods: Data<Goods>, Query(query): Query<HomeQuery>) -> Answer {
    let category = Category::parse(&query.category);
    let goods = goods.now();
    let wanted = |product: &&Arc<Product>| category.is_none_or(|category| product.category == category);
    let products = goods.all(visit.lang()).iter().filter(wanted).cloned().collect();
    page(&HomeView { p: visit.page, category, products })
}

/// The page as it can look, for the test over all pages.
#[must_use]
pub fn samples(lang: Lang) -> Vec<(&'static str, String)> {
    let product = Arc::new(super::product::sample());
    let view =
        HomeView { p: Page::plain(lang, "/"), category: None, products: vec![product.clone(), product] };
    vec![("home", view.render().unwrap_or_default())]
}
