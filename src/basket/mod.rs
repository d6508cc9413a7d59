//! The basket: which goods, how many, what they cost together.

use actix_web::web::{ServiceConfig, post};

use crate::web::outage::read;

pub mod lines;
pub mod summary;
pub mod store;
pub mod jobs;
pub mod pages;

pub use lines::{Basket, BasketLine};
pub use summary::Summary;

/// The page of the basket, and the form of every article's page.
pub fn routes(cfg: &mut ServiceConfig) {
    cfg.route("/{lang}/basket", read(pages::basket::show));
    cfg.route("/{lang}/basket", post().to(pages::basket::submit));
    cfg.route("/{lang}/products/{slug}", post().to(pages::add::submit));
}
