//! Who runs this shop, on which terms, and whose work it builds on.

use actix_web::web::ServiceConfig;

use crate::web::outage::read;

pub mod version;
pub mod pages;

pub use version::TERMS;

/// Terms and imprint.
pub fn routes(cfg: &mut ServiceConfig) {
    cfg.route("/{lang}/terms", read(pages::terms::show));
    cfg.route("/{lang}/about", read(pages::about::show));
}
