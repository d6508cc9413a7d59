//! Behind the counter: sign in, orders, labels, what waits for Post. English only.
//! Reading order: `password`, `enrol`, `admit`, `clerk`, `store`, `pages`.

use actix_web::web::{ServiceConfig, get, post};

pub mod password;
pub mod enrol;
pub mod admit;
pub mod clerk;
pub mod store;
pub mod pages;

/// The merchant's pages.
pub fn routes(cfg: &mut ServiceConfig) {
    use pages::{label, order, orders, points, sign_in, sign_out};
    cfg.route("/merchant", get().to(orders::show));
    cfg.route("/merchant/", get().to(orders::show));
    cfg.route("/merchant/sign-in", get().to(sign_in::show));
    cfg.route("/merchant/sign-in", post().to(sign_in::submit));
    cfg.route("/merchant/sign-out", post().to(sign_out::submit));
    cfg.route("/merchant/points", get().to(points::show));
    cfg.route("/merchant/orders", get().to(orders::show));
    cfg.route("/merchant/orders/{number}.json", get().to(order::json));
    cfg.route("/merchant/orders/{number}", get().to(order::show));
    cfg.route("/merchant/orders/{number}", post().to(order::submit));
    cfg.route("/merchant/orders/{number}/label.{format}", get().to(label::show));
}
