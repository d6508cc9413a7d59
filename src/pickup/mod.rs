//! The pick-up points: what they are and when they are open, which parcels they take, how one is found and chosen, and
//! where their data come from.

use actix_web::Route;
use actix_web::middleware::{Compress, from_fn};
use actix_web::web::{ServiceConfig, scope};

use crate::web::outage::read;
use crate::web::ways::{reading, writing};
use crate::web::{limit, wants};

pub mod point;
pub mod search;
pub mod feed;
pub mod jobs;
pub mod finder;
pub mod pages;

use pages::seeker::Seeker;

pub use crate::carrier::Kind;
pub use crate::parcel::{Item, Misfit, Parcel, fit, split};
pub use point::{Hours, Point, deadline};
pub use search::{Filter, Index, Points};

/// The location search of a page that lets a point be chosen: the page itself, and below its address all that the search asks for
/// beside it. Whatever asks for points is counted together, on whichever page.
pub fn routes<S: Seeker>(cfg: &mut ServiceConfig, page: &str, itself: impl IntoIterator<Item = Route>) {
    use pages::{card, map, near, suggest};
    let mut at = |path: &str, route: Route| {
        cfg.route(path, route.wrap(from_fn(limit::searches)));
    };
    itself.into_iter().for_each(|route| at(page, route));
    at(&format!("{page}/near"), writing().to(near::submit::<S>));
    at(&format!("{page}/suggest"), read(suggest::show::<S>));
    at(&format!("{page}/card"), read(card::show::<S>));
    at(&format!("{page}/map.json"), read(map::points::<S>));
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
