//! The simulator's console: requests and answers, messages, parcels, faults, magic values. It works without scripts, and
//! what changes anything is a form of its own.

pub mod house;
pub mod sheets;
pub mod qr;
pub mod curl;
pub mod entry;
pub mod requests;
pub mod messages;
pub mod letter;
pub mod parcels;
pub mod faults;
pub mod values;

use actix_web::web::{ServiceConfig, get, post};

pub use house::House;

/// Its addresses.
pub fn routes(cfg: &mut ServiceConfig) {
    cfg.route("/", get().to(requests::show));
    cfg.route("/console", get().to(requests::show));
    cfg.route("/console/requests.json", get().to(requests::json));
    cfg.route("/console/traces/{trace}", get().to(requests::of_trace));
    cfg.route("/console/plain", post().to(requests::plain));
    cfg.route("/console/messages", get().to(messages::show));
    cfg.route("/console/messages.json", get().to(messages::json));
    cfg.route("/console/messages/{number}", get().to(letter::show));
    cfg.route("/console/parcels", get().to(parcels::show));
    cfg.route("/console/parcels", post().to(parcels::switch));
    cfg.route("/console/parcels.json", get().to(parcels::json));
    cfg.route("/console/parcels/{ident_code}/events", post().to(parcels::happen));
    cfg.route("/console/faults", get().to(faults::show));
    cfg.route("/console/faults", post().to(faults::switch));
    cfg.route("/console/reset", post().to(faults::reset));
    cfg.route("/console/values", get().to(values::show));
    cfg.route("/console/{sheet}", get().to(sheets::show));
}
