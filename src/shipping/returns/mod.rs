//! Labels for parcels that come back to the merchant: asked for once an order, drawn by Post, no money moved.

pub mod store;
pub mod ask;

pub use ask::{Came, Returner};
pub use store::Question;
