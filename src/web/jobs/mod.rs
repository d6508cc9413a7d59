//! What is done about visitors beside the requests.

pub mod sweep_sessions;
pub mod sweep_limits;
