//! One file per page.

pub mod bill;
pub mod order;
pub mod cancel;
