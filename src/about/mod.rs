//! Who runs this shop, on which terms, and whose work it builds on.

use actix_web::web::ServiceConfig;

use crate::web::outage::read;
use chrono::NaiveDate;

pub mod pages;

/// The version of the terms that an order agrees to; moves whenever their text does.
pub const TERMS: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 1).expect("the first of November");

/// Terms and imprint.
pub fn routes(cfg: &mut ServiceConfig) {
    cfg.route("/{lang}/terms", read(pages::terms::show));
    cfg.route("/{lang}/about", read(pages::about::show));
}
