//! `/barcode/v1`: draws labels and announces their parcels, as Post's handbook says it (developer.post.ch, "Digital Commerce API",
//! chapter 8), oddities included. Its rules for an address are its own: a fault shared with the shop would be a fault unseen.

pub mod schema;
pub mod lines;
pub mod services;
pub mod image;
pub mod rules;
pub mod drawing;
pub mod take;
pub mod label;
pub mod single;
