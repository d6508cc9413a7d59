//! One file per page; `browser` is what this browser knows of orders.

pub mod browser;
pub mod proof;
pub mod bill;
pub mod order;
pub mod data;
pub mod copy;
pub mod mine;
pub mod cancel;
pub mod finder;
pub mod point;
