//! From the basket to the order, one question per page: address, delivery, point, collector, payment, review.

use actix_web::Route;
use actix_web::web::ServiceConfig;

use crate::pickup;
use crate::web::outage::read;
use crate::web::ways::writing;

pub mod address_form;
pub mod plausible;
pub mod hint;
pub mod draft;
pub mod collector_form;
pub mod check_address;
pub mod step;
pub mod store;
pub mod keep;
pub mod shown;
pub mod seen;
pub mod place;
pub mod inventory;
pub mod ask;
pub mod arrival;
pub mod pages;

pub use arrival::Checkout;
pub use draft::Draft;
pub use step::Step;

/// The pages of the checkout.
pub fn routes(cfg: &mut ServiceConfig) {
    use pages::{address, collector, delivery, payment, review};
    let mut at = |path: &str, show: Route, submit: Route| {
        cfg.route(path, show).route(path, submit);
    };
    at("/{lang}/checkout/address", read(address::show), writing().to(address::submit));
    at("/{lang}/checkout/delivery", read(delivery::show), writing().to(delivery::submit));
    at("/{lang}/checkout/collector", read(collector::show), writing().to(collector::submit));
    at("/{lang}/checkout/payment", read(payment::show), writing().to(payment::submit));
    at("/{lang}/checkout/review", read(review::show), writing().to(review::submit));
    cfg.route("/{lang}/checkout/review/goods", writing().to(pages::goods::submit));
    cfg.route("/{lang}/checkout", read(pages::start::show));
    address_help(cfg);
    location_search(cfg);
}

/// What belongs to the address fields beside their pages.
fn address_help(cfg: &mut ServiceConfig) {
    use pages::{complete, suggestion};
    cfg.route("/{lang}/checkout/address/suggestion", writing().to(suggestion::submit));
    cfg.route("/{lang}/checkout/address/complete", writing().to(complete::submit));
}

/// The location search, and what only a checkout has of it: a point that is remembered on this device, and Post's own map.
fn location_search(cfg: &mut ServiceConfig) {
    use pages::{finder, last_point, point, post_map};
    let page = "/{lang}/checkout/point";
    pickup::routes::<finder::Seeking>(cfg, page, [read(point::show), writing().to(point::submit)]);
    cfg.route("/{lang}/checkout/point/forget", writing().to(last_point::submit));
    cfg.route("/{lang}/checkout/point/post", read(post_map::show));
    cfg.route("/{lang}/checkout/point/post", writing().to(post_map::submit));
}
