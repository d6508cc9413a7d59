//! One question to Post at a time about the same thing, over all instances. Who waits for it holds no connection.

pub mod store;
mod turn;

pub use turn::alone;
