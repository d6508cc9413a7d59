//! Behind the counter: sign in, orders, labels, what waits for Post. English only.
//! Reading order: `password`, `enrol`, `admit`, `clerk`, `store`, `pages`.

use actix_web::web::{ServiceConfig, post};

use crate::web::outage::read;

pub mod password;
pub mod enrol;
pub mod admit;
pub mod clerk;
pub mod store;
pub mod pages;

/// The merchant's pages.
pub fn routes(cfg: &mut ServiceConfig) {
    use pages::{label, order, orders, points, sign_in, sign_out};
    cfg.route("/merchant", read(orders::show));
    cfg.route("/merchant/", read(orders::show));
    cfg.route("/merchant/sign-in", read(sign_in::show));
    cfg.route("/merchant/sign-in", post().to(sign_in::submit));
    cfg.route("/merchant/sign-out", post().to(sign_out::submit));
    cfg.route("/merchant/points", read(points::show));
    cfg.route("/merchant/orders", read(orders::show));
    cfg.route("/merchant/orders/{number}.json", read(order::json));
    cfg.route("/merchant/orders/{number}", read(order::show));
    cfg.route("/merchant/orders/{number}", post().to(order::submit));
    cfg.route("/merchant/orders/{number}/label.{format}", read(label::show));
}
