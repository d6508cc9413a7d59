//! The bill with its Swiss QR payment part (Implementation Guidelines 2.3, structured addresses).

pub mod bill;
pub mod reference;
pub mod payload;
pub mod words;
pub mod draw;

pub use bill::{Bill, BillLine};
