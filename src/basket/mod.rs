//! The basket: which goods, how many, what they cost together.

use actix_web::web::ServiceConfig;

use crate::web::outage::read;
use crate::web::ways::writing;

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
    cfg.route("/{lang}/basket", writing().to(pages::basket::submit));
    cfg.route("/{lang}/products/{slug}", writing().to(pages::add::submit));
}
