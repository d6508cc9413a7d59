//! The mails of an order: written down with what they tell, put into words and sent by a job (docs/mails.md).

pub mod store;
pub mod view;
pub mod writer;
pub mod jobs;
pub mod outbox;
