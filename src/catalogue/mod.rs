//! The goods: what they are, what they cost, how large and how heavy they are.
//! Reading order: `product`, `store`, `pages`.

use actix_web::web::{ServiceConfig, get};

pub mod product;
pub mod store;
pub mod pages;

pub use product::{CATEGORIES, Product};

/// The first page and the page of each product, whose form `basket` takes.
pub fn routes(cfg: &mut ServiceConfig) {
    cfg.route("/{lang}", get().to(pages::home::show));
    cfg.route("/{lang}/", get().to(pages::home::show));
    cfg.route("/{lang}/products/{slug}", get().to(pages::product::show));
}
