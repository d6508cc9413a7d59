//! Orders: placed once, frozen, shown to the shopper by an unguessable address.
//! Reading order: `number`, `payment`, `order`, `new_order`, `place`, `confirm`, `store`, `list`, `history`,
//! `card`, `pages`.

use actix_web::web::{ServiceConfig, get};

pub mod number;
pub mod payment;
pub mod order;
pub mod new_order;
pub mod place;
pub mod confirm;
pub mod store;
pub mod list;
pub mod history;
pub mod card;
pub mod pages;

pub use card::DeliveryCard;
pub use number::OrderNumber;
pub use order::Order;
pub use payment::Payment;

/// The pages of an order.
pub fn routes(cfg: &mut ServiceConfig) {
    cfg.route("/{lang}/orders/{token}", get().to(pages::order::show));
    cfg.route("/{lang}/orders/{token}/bill.pdf", get().to(pages::bill::show));
}
