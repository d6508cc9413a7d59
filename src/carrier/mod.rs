//! The carrier in the shop's words: what a point offers, how a person is told, the User ID with its status, points as a
//! list has them, labels and what their codes mean, and how a call can fail. How any of it is spelled on the wire is
//! `post`'s business.

pub mod kind;
pub mod limits;
pub mod notify;
pub mod user_id;
pub mod verified;
pub mod user;
pub mod point;
pub mod written;
pub mod tracked;
pub mod code;
pub mod error;
pub mod label;
pub mod barcodes;
pub mod franking;

pub use barcodes::{Barcodes, BarcodesAnswer};
pub use error::{CarrierError, Failure};
pub use franking::{Goes, Services, Unfit};
pub use kind::Kind;
pub use label::{ImageKind, LabelAnswer, LabelFailure, LabelOrder, LabelSender, OfficialLabel, Speed};
pub use limits::Limits;
pub use notify::Notify;
pub use tracked::{Scan, Tracked};
pub use user::{UserAnswer, UserRequest};
pub use user_id::UserId;
pub use verified::Verified;
pub use written::{Checked, Completions, Quality, Written};
