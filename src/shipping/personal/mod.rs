//! What names people in deliveries: a copy of it for them, and its end. What goes with an order is erased by its function.

pub mod store;
