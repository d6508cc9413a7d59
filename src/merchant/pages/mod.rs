//! One file per page; `sign_out`, `steps`, `cancel` and `label` answer without one.

pub mod label;
pub mod official;
pub mod order;
pub mod steps;
pub mod cancel;
pub mod trace;
pub mod parcel;
pub mod orders;
pub mod sign_in;
pub mod sign_out;
pub mod password;
pub mod points;
pub mod jobs;
