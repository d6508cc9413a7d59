//! Post's Digital Commerce API and location service on the wire: one file per request, in `carrier`'s words to the shop.

pub mod profile;
pub mod operation;
pub mod repeat;
pub mod breaker;
pub mod partner;
mod answer;
mod entries;
pub mod token;
pub mod client;
pub mod users;
mod barcode;
pub mod generate_address_label;
pub mod generate_single_barcodes;
pub mod validation;
pub mod zips;
pub mod streets;
pub mod houses;
pub mod holidays;
pub mod days;
pub mod tracking;
mod tags;
mod find;
pub mod poi;
pub mod locations;
pub mod map;
pub mod examine;

pub use client::Carrier;
