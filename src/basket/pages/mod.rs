//! One file per page; `add` takes the form of an article's page.

pub mod add;
pub mod seen;
pub mod basket;
