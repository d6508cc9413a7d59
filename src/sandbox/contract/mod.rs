//! What is published of each request's fields, and how a request differs from it, in words. It judges for the console only:
//! what is refused, each API decides by itself.

pub mod field;
pub mod label;
pub mod users;
pub mod validation;
pub mod completion;
pub mod delivery;
pub mod token;
pub mod tracking;
pub mod locations;
pub mod compare;

pub use compare::{Remark, compare};
pub use field::Field;
