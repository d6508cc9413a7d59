//! The carrier: Post's Digital Commerce API over HTTP. One file per request; the shop sees values and errors only.
//! Reading order: `service`, `user_id`, `verified`, `error`, `token`, `carrier`, `users`,
//! `poi`, `locations`.

pub mod service;
pub mod user_id;
pub mod verified;
pub mod error;
pub mod token;
pub mod carrier;
pub mod users;
pub mod poi;
pub mod locations;

pub use carrier::Carrier;
pub use error::CarrierError;
pub use service::{Service, keyword};
pub use user_id::UserId;
pub use users::{Notify, UserAnswer, UserRequest};
pub use verified::Verified;
