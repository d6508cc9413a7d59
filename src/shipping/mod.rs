//! What is sent: the delivery (home, another address, a pick-up point), the User ID of its mandate, and the
//! lines of its label. Orders read shipping, never the other way.
//! Reading order: `kind`, `journey`, `offer`, `collector`, `delivery`, `user_id`, `ask`, `announce`, `recipient`,
//! `store`.

pub mod kind;
pub mod journey;
pub mod offer;
pub mod collector;
pub mod delivery;
pub mod user_id;
pub mod ask;
pub mod announce;
pub mod recipient;
pub mod store;

pub use collector::{Collector, Notify};
pub use delivery::{Delivery, PickUp, PointCopy};
pub use journey::Journey;
pub use kind::DeliveryKind;
pub use offer::Offer;
pub use user_id::{Mandate, UserIdState};
