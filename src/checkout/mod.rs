//! From the basket to the order, one question per page: address, delivery, point, collector, payment, review.

use actix_web::Route;
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{ServiceConfig, scope};

use crate::web::outage::read;
use crate::web::ways::{reading, writing};

pub mod address_form;
pub mod plausible;
pub mod hint;
pub mod draft;
pub mod collector_form;
pub mod check_address;
pub mod step;
pub mod store;
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

use crate::web::{limit, wants};

/// The pages of the checkout.
pub fn routes(cfg: &mut ServiceConfig) {
    use pages::{address, collector, delivery, payment, point, review};
    let mut at = |path: &str, show: Route, submit: Route| {
        cfg.route(path, show).route(path, submit);
    };
    at("/{lang}/checkout/address", read(address::show), writing().to(address::submit));
    at("/{lang}/checkout/delivery", read(delivery::show), writing().to(delivery::submit));
    let (show, submit) = (read(point::show), writing().to(point::submit));
    at("/{lang}/checkout/point", limited(show), limited(submit));
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

fn limited(search: Route) -> Route {
    search.wrap(from_fn(limit::searches))
}

/// What belongs to the location search beside its page.
fn location_search(cfg: &mut ServiceConfig) {
    use pages::{card, last_point, map, near, post_map, suggest};
    cfg.route("/{lang}/checkout/point/near", limited(writing().to(near::submit)));
    cfg.route("/{lang}/checkout/point/forget", writing().to(last_point::submit));
    cfg.route("/{lang}/checkout/point/suggest", limited(read(suggest::show)));
    cfg.route("/{lang}/checkout/point/card", limited(read(card::show)));
    cfg.route("/{lang}/checkout/point/map.json", limited(read(map::points)));
    cfg.route("/{lang}/checkout/point/post", read(post_map::show));
    cfg.route("/{lang}/checkout/point/post", writing().to(post_map::submit));
}

/// The names on the map: the same for everybody, and asked for without a session.
pub fn names(cfg: &mut ServiceConfig) {
    let names = scope("/map").wrap(Compress::default()).wrap(from_fn(wants::settle));
    cfg.service(
        names
            .route("/names/{x}/{y}.json", reading().to(pages::map::names))
            .route("/stops/{x}/{y}.json", reading().to(pages::map::stops)),
    );
}
