//! The goods: what they are, what they cost, how large and how heavy they are.

use actix_web::web::ServiceConfig;

use crate::web::outage::read;

pub mod product;
pub mod goods;
pub mod store;
pub mod keeper;
pub mod pages;

pub use goods::{Goods, Shelf};
pub use product::{Category, Product};

/// The first page and the page of each product, whose form `basket` takes.
pub fn routes(cfg: &mut ServiceConfig) {
    cfg.route("/{lang}", read(pages::home::show));
    cfg.route("/{lang}/", read(pages::home::show));
    cfg.route("/{lang}/products/{slug}", read(pages::product::show));
}
