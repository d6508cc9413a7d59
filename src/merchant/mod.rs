//! Behind the counter: sign in, orders, labels, what waits for Post. English only.
//! Reading order: `password`, `enrol`, `admit`, `clerk`, `store`, `pages`.

use actix_web::guard::Get;
use actix_web::middleware::from_fn;
use actix_web::web::{ServiceConfig, get, post, scope};

use crate::web::counter;

pub mod password;
pub mod enrol;
pub mod admit;
pub mod clerk;
pub mod store;
pub mod pages;

/// The merchant's pages.
pub fn routes(cfg: &mut ServiceConfig) {
    use pages::{label, order, orders, points, sign_in, sign_out};
    cfg.route("/merchant/sign-in", get().to(sign_in::show));
    cfg.route("/merchant/sign-in", post().to(sign_in::submit));
    cfg.route("/merchant/sign-out", post().to(sign_out::submit));
    cfg.route("/merchant/orders/{number}", post().to(order::submit));
    // What is read behind the counter is read over connections of its own.
    let reading = scope("/merchant").guard(Get()).wrap(from_fn(counter::seat));
    cfg.service(
        reading
            .route("", get().to(orders::show))
            .route("/", get().to(orders::show))
            .route("/points", get().to(points::show))
            .route("/orders", get().to(orders::show))
            .route("/orders/{number}.json", get().to(order::json))
            .route("/orders/{number}", get().to(order::show))
            .route("/orders/{number}/label.{format}", get().to(label::show)),
    );
}
