//! What is written down of an order: its events, its mails, what merchants have noted.

pub mod store;

pub use store::Record;
