//! One file per page; `sign_out`, `steps`, `cancel`, `label`, `labels_file`, `notes` and `export` answer without one.

pub mod label;
pub mod handover;
pub mod preview;
pub mod official;
pub mod look;
pub mod return_label;
pub mod labels;
pub mod labels_file;
pub mod order;
pub mod steps;
pub mod cancel;
pub mod point;
pub mod person;
pub mod trace;
pub mod notes;
pub mod slip;
pub mod parcel;
pub mod search;
pub mod orders;
pub mod export;
pub mod payments;
pub mod sign_in;
pub mod sign_out;
pub mod password;
pub mod points;
pub mod jobs;
