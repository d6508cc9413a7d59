//! What is done about mandates and shipments beside the requests.

pub mod sweep_mandates;
pub mod erase_user_ids;
pub mod refresh_holidays;
pub mod send_shipment;
