//! One file per page of the checkout.

pub mod start;
pub mod address;
pub mod suggestion;
pub mod complete;
pub mod delivery;
pub mod finder;
pub mod last_point;
pub mod point;
pub mod post_map;
pub mod collector;
pub mod payment;
pub mod goods;
pub mod missing;
pub mod label_line;
pub mod refused;
pub mod review;
