//! The data of a parcel on their way to Post, which draws its label: how far they have come, each question with its answer, and
//! the numbers that were used up on the way (docs/shipments.md).

pub mod attempt;
pub mod state;
pub mod store;
pub mod label_order;
pub mod gate;
pub mod send;

pub use attempt::{Attempt, Ending, Outcome, WrittenOff};
pub use gate::{Gate, Opens};
pub use send::{Forwarder, Sent};
pub use state::{Freight, Shipment, ShipmentState};
