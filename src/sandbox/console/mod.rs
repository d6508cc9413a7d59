//! The simulator's console: requests and answers, messages, parcels, faults, magic values. It works without scripts, and
//! what changes anything is a form of its own.

pub mod house;
pub mod sheets;
pub mod qr;
pub mod curl;
pub mod body;
pub mod entry;
pub mod requests;
pub mod messages;
pub mod letter;
pub mod parcels;
pub mod faults;
pub mod values;

use actix_web::web::ServiceConfig;

use crate::web::ways::{reading, writing};

pub use house::House;

/// Its addresses.
pub fn routes(cfg: &mut ServiceConfig) {
    cfg.route("/", reading().to(requests::show));
    cfg.route("/console", reading().to(requests::show));
    cfg.route("/console/requests.json", reading().to(requests::json));
    cfg.route("/console/traces/{trace}", reading().to(requests::of_trace));
    cfg.route("/console/plain", writing().to(requests::plain));
    cfg.route("/console/messages", reading().to(messages::show));
    cfg.route("/console/messages.json", reading().to(messages::json));
    cfg.route("/console/messages/{number}", reading().to(letter::show));
    cfg.route("/console/parcels", reading().to(parcels::show));
    cfg.route("/console/parcels", writing().to(parcels::switch));
    cfg.route("/console/parcels.json", reading().to(parcels::json));
    cfg.route("/console/parcels/{ident_code}/events", writing().to(parcels::happen));
    cfg.route("/console/faults", reading().to(faults::show));
    cfg.route("/console/faults", writing().to(faults::switch));
    cfg.route("/console/reset", writing().to(faults::reset));
    cfg.route("/console/values", reading().to(values::show));
    cfg.route("/console/{sheet}", reading().to(sheets::show));
}
