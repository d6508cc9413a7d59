//! The shop in reading order: a module uses only modules above it (held by `tests/tidy`).

// Ground: values and tools that know neither the shop nor HTTP.
pub mod clock;
pub mod ids;
pub mod trace;
pub mod seal;
pub mod preference;
pub mod money;
pub mod pasted;
pub mod keyword;
pub mod line;
pub mod contact;
pub mod address;
pub mod calendar;
pub mod gazetteer;
pub mod config;
pub mod telemetry;
pub mod memory;
pub mod lasting;
pub mod paper;
pub mod db;
pub mod ground;
pub mod limit;
pub mod jobs;

// Language and the web toolkit: know no subject.
pub mod i18n;
pub mod web;

// The world outside.
pub mod label;
pub mod carrier;
pub mod parcel;
pub mod post;
pub mod mail;

// The shop, one folder per subject.
pub mod catalogue;
pub mod identity;
pub mod basket;
pub mod pickup;
pub mod shipping;
pub mod invoice;
pub mod payments;
pub mod orders;
pub mod about;
pub mod checkout;
pub mod merchant;

// The parts put together, and the carrier's understudy.
pub mod sandbox;
pub mod app;
pub mod doctor;
pub mod cli;
