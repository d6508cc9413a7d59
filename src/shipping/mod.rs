//! What is sent: the delivery (home, another address, a pick-up point), the User ID of its mandate, and the
//! lines of its label; and what Post is told of each parcel. Orders read shipping, never the other way.

pub mod kind;
pub mod journey;
pub mod offer;
pub mod collector;
pub mod user_id;
pub mod call;
pub mod asked;
pub mod delivery;
pub mod progress;
pub mod parcel;
pub mod recipient;
pub mod load;
pub mod store;
pub mod packed;
pub mod places;
pub mod personal;
pub mod waiting;
pub mod ask;
pub mod question;
pub mod holidays;
pub mod tracking;
pub mod shipment;
pub mod prints;
pub mod returns;
pub mod past;
pub mod jobs;

pub use crate::carrier::Notify;
pub use collector::Collector;
pub use delivery::{Delivery, Erased, PickUp, PointCopy};
pub use journey::Journey;
pub use kind::DeliveryKind;
pub use load::{Load, loads};
pub use offer::Offer;
pub use parcel::{Newest, Parcel};
pub use user_id::{Mandate, UserIdState};
