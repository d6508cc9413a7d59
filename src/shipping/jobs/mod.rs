//! What is done about mandates beside the requests.
//! Reading order: `sweep_mandates`, `erase_user_ids`.

pub mod sweep_mandates;
pub mod erase_user_ids;
