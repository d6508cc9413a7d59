//! What is done about checkouts beside the requests: `sweep_baskets`.

pub mod sweep_baskets;
