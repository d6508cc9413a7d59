//! The merchant's list of orders.

mod store;
pub mod page;

pub use page::{OrderRow, Orders, PAGE, Start, count, orders, waiting};
