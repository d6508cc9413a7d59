//! How orders are paid, and how far that has come. Reading order: `state`, `payment`, `store`.

pub mod state;
pub mod payment;
pub mod store;

pub use payment::Payment;
pub use state::PaymentState;
