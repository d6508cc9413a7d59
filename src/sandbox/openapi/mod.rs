//! What the simulator offers, as OpenAPI 3.1: the documents of `contract/`, put together, served, and shown on a page. They
//! are written from what is known of Post, not from this code, and tests hold client and simulator against them.

pub mod tree;
pub mod document;
pub mod fields;
pub mod page;
