//! How orders are paid, and how far that has come.

pub mod state;
pub mod payment;
pub mod store;

pub use payment::Payment;
pub use state::PaymentState;
