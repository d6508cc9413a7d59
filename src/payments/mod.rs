//! How orders are paid, and how far that has come.

pub mod state;
pub mod payment;
pub mod camt;
pub mod store;
pub mod incoming;

pub use payment::Payment;
pub use state::PaymentState;
