//! The merchant's list of orders.

mod store;
pub mod which;
pub mod page;

pub use page::{OrderRow, Orders, PAGE, Refusal, Start, orders, rows, waiting};
pub use store::{Life, any, heads};
pub use which::Which;
