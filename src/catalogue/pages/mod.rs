//! One file per page; the first page shows a sample of an article's.

pub mod pictures;
pub mod product;
pub mod home;
