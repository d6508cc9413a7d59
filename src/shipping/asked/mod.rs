//! Which order something at Post's side belongs to.

pub mod store;
