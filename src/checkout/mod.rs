//! From the basket to the order, one question per page: address, delivery, point, collector, payment, review.

use actix_web::Route;
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{ServiceConfig, post, scope};

use crate::web::outage::{read, reading};

pub mod address_form;
pub mod plausible;
pub mod hint;
pub mod draft;
pub mod collector_form;
pub mod check_address;
pub mod step;
pub mod store;
pub mod shown;
pub mod place;
pub mod arrival;
pub mod pages;

pub use arrival::Checkout;
pub use draft::Draft;
pub use step::Step;

use crate::web::limit;

/// The pages of the checkout.
pub fn routes(cfg: &mut ServiceConfig) {
    use pages::{address, collector, delivery, payment, point, review};
    let mut at = |path: &str, show: Route, submit: Route| {
        cfg.route(path, show).route(path, submit);
    };
    at("/{lang}/checkout/address", read(address::show), post().to(address::submit));
    at("/{lang}/checkout/delivery", read(delivery::show), post().to(delivery::submit));
    let (show, submit) = (read(point::show), post().to(point::submit));
    at("/{lang}/checkout/point", limited(show), limited(submit));
    at("/{lang}/checkout/collector", read(collector::show), post().to(collector::submit));
    at("/{lang}/checkout/payment", read(payment::show), post().to(payment::submit));
    at("/{lang}/checkout/review", read(review::show), post().to(review::submit));
    cfg.route("/{lang}/checkout", read(pages::start::show));
    address_help(cfg);
    location_search(cfg);
}

/// What belongs to the address fields beside their pages.
fn address_help(cfg: &mut ServiceConfig) {
    use pages::{complete, suggestion};
    cfg.route("/{lang}/checkout/address/suggestion", post().to(suggestion::submit));
    cfg.route("/{lang}/checkout/address/complete", post().to(complete::submit));
}

fn limited(search: Route) -> Route {
    search.wrap(from_fn(limit::searches))
}

/// What belongs to the location search beside its page.
fn location_search(cfg: &mut ServiceConfig) {
    use pages::{card, last_point, map, near, post_map, suggest};
    cfg.route("/{lang}/checkout/point/near", limited(post().to(near::submit)));
    cfg.route("/{lang}/checkout/point/forget", post().to(last_point::submit));
    cfg.route("/{lang}/checkout/point/suggest", limited(read(suggest::show)));
    cfg.route("/{lang}/checkout/point/card", limited(read(card::show)));
    cfg.route("/{lang}/checkout/point/map.json", limited(read(map::points)));
    cfg.route("/{lang}/checkout/point/post", read(post_map::show));
    cfg.route("/{lang}/checkout/point/post", post().to(post_map::submit));
}

/// The names on the map: the same for everybody, and asked for without a session.
pub fn names(cfg: &mut ServiceConfig) {
    let names = scope("/map").wrap(Compress::default());
    cfg.service(
        names
            .route("/names/{x}/{y}.json", reading().to(pages::map::names))
            .route("/stops/{x}/{y}.json", reading().to(pages::map::stops)),
    );
}
