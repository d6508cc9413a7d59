//! Orders by what somebody knows of them: a number, an ident code, the reference of a bill, names, an e-mail address.

pub mod store;
pub mod find;

pub use find::{Found, find};
