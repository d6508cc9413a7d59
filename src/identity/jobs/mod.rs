//! What is done about signing in beside the requests: `sweep_sign_ins`.

pub mod sweep_sign_ins;
