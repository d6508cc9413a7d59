//! One file per page of the checkout.

pub mod start;
pub mod address;
pub mod delivery;
pub mod point;
pub mod collector;
pub mod payment;
pub mod review;
