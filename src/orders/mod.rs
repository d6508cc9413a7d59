//! Orders: placed once, frozen, shown to the shopper by an unguessable address.
//! Reading order: `number`, `payment`, `order`, `new_order`, `place`, `store`, `history`, `pages`.

use actix_web::web::{ServiceConfig, get};

pub mod number;
pub mod payment;
pub mod order;
pub mod new_order;
pub mod place;
pub mod store;
pub mod history;
pub mod pages;

pub use number::OrderNumber;
pub use order::Order;
pub use payment::Payment;

/// The pages of an order.
pub fn routes(cfg: &mut ServiceConfig) {
    cfg.route("/{lang}/orders/{token}", get().to(pages::order::show));
    cfg.route("/{lang}/orders/{token}/bill.pdf", get().to(pages::bill::show));
}
