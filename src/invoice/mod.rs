//! The bill with its Swiss QR payment part (Implementation Guidelines 2.3, structured addresses).

pub mod bill;
pub mod reference;
pub mod coded;
pub mod party;
pub mod payload;
pub mod words;
pub mod wrap;
pub mod pen;
pub mod symbol;
pub mod slip;
pub mod letter;
pub mod draw;

pub use bill::{Bill, BillLine, Supply};
