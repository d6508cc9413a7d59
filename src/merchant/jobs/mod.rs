//! What is done about merchants beside the requests: `sweep_sign_ins`.

pub mod sweep_sign_ins;
