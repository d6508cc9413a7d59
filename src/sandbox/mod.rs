//! The simulator: plays Post over HTTP, so that the shop would not notice. It knows nothing of the shop and shares
//! no wire types with `post`: a wrong field name on both sides would cancel out.

pub mod contract;
pub mod journal;
pub mod codes;
pub mod faults;
pub mod switch;
pub mod pace;
pub mod days;
pub mod parcels;
pub mod timetable;
pub mod messages;
pub mod records;
pub mod file;
pub mod letters;
pub mod desk;
pub mod wire;
pub mod answers;
pub mod oauth;
pub mod users;
pub mod barcode;
pub mod spot;
pub mod streets;
pub mod addresses;
pub mod delivery;
pub mod tracking;
pub mod locations;
pub mod widget;
pub mod mail;
pub mod effects;
pub mod magic;
pub mod headers;
pub mod console;
pub mod openapi;
pub mod serve;

pub use serve::{Playing, start};
