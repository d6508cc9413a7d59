//! What is done about baskets beside the requests: `sweep_baskets`.

pub mod sweep_baskets;
