//! Whose an order is, and how long it says so: who may see it, for how long it is kept, a copy of it, and its end.

pub mod sight;
pub mod retention;
pub mod store;
pub mod copy;
pub mod erase;
