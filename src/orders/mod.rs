//! Orders: placed once, frozen, shown to the shopper by an unguessable address.

use actix_web::web::ServiceConfig;

use crate::pickup;
use crate::web::outage::read;
use crate::web::ways::{reading, writing};

pub mod number;
pub mod reason;
pub mod life;
pub mod arrival;
pub mod order;
pub mod new_order;
pub mod event;
pub mod mail;
pub mod store;
pub mod personal;
pub mod bill;
pub mod label;
pub mod card;
pub mod mails;
pub mod steps;
pub mod track;
pub mod asker;
pub mod confirm;
pub mod send_now;
pub mod jobs;
pub mod pack;
pub mod cancel;
pub mod redirect;
pub mod watch;
pub mod another;
pub mod waiting;
pub mod list;
pub mod search;
pub mod receive;
pub mod overdue;
pub mod many;
pub mod export;
pub mod notes;
pub mod record;
pub mod history;
pub mod timeline;
pub mod parcels;
pub mod handover;
pub mod bulk;
pub mod pages;

pub use arrival::Arrival;
pub use card::DeliveryCard;
pub use number::OrderNumber;
pub use order::{Order, OrderLine};
pub use reason::Reason;

/// The pages of an order.
pub fn routes(cfg: &mut ServiceConfig) {
    cfg.route("/{lang}/orders", read(pages::mine::show));
    cfg.route("/{lang}/orders", writing().to(pages::mine::submit));
    cfg.route("/{lang}/orders/{token}", read(pages::order::show));
    cfg.route("/{lang}/orders/{token}", writing().to(pages::proof::submit));
    cfg.route("/{lang}/orders/{token}/data", read(pages::data::show));
    cfg.route("/{lang}/orders/{token}/data", writing().to(pages::data::submit));
    // It leaves a word in the history: not asked twice by itself.
    cfg.route("/{lang}/orders/{token}/data.json", reading().to(pages::copy::show));
    cfg.route("/{lang}/orders/{token}/bill.pdf", read(pages::bill::show));
    cfg.route("/{lang}/orders/{token}/cancel", read(pages::cancel::show));
    cfg.route("/{lang}/orders/{token}/cancel", writing().to(pages::cancel::submit));
    let point = [read(pages::point::show), writing().to(pages::point::submit)];
    pickup::routes::<pages::finder::Seeking>(cfg, "/{lang}/orders/{token}/point", point);
}
