//! From the basket to the order, one question per page: address, delivery, point, collector, payment, review.
//! Reading order: `draft`, `step`, `store`, `address_form`, `arrival`, `pages`.

use actix_web::Route;
use actix_web::web::{ServiceConfig, get, post};

pub mod draft;
pub mod step;
pub mod store;
pub mod address_form;
pub mod arrival;
pub mod pages;

pub use arrival::Checkout;
pub use draft::Draft;
pub use step::Step;

/// The pages of the checkout.
pub fn routes(cfg: &mut ServiceConfig) {
    use pages::{address, collector, delivery, payment, point, review};
    let mut at = |path: &str, show: Route, submit: Route| {
        cfg.route(path, show).route(path, submit);
    };
    at("/{lang}/checkout/address", get().to(address::show), post().to(address::submit));
    at("/{lang}/checkout/delivery", get().to(delivery::show), post().to(delivery::submit));
    at("/{lang}/checkout/point", get().to(point::show), post().to(point::submit));
    at("/{lang}/checkout/collector", get().to(collector::show), post().to(collector::submit));
    at("/{lang}/checkout/payment", get().to(payment::show), post().to(payment::submit));
    at("/{lang}/checkout/review", get().to(review::show), post().to(review::submit));
    cfg.route("/{lang}/checkout", get().to(pages::start::show));
}
