//! What is done about visitors beside the requests.
//! Reading order: `sweep_sessions`, `sweep_limits`.

pub mod sweep_sessions;
pub mod sweep_limits;
