//! The shop through its front door: real Postgres, real simulator, plain HTTP without scripts.

#[path = "../support/mod.rs"]
mod support;

mod address_help;
mod carrier;
mod catalogue;
mod checkout;
mod confirm;
mod data;
mod database;
mod door;
mod fault_table;
mod forgery;
mod growth;
mod goods;
mod holidays;
mod jobs;
mod label;
mod life;
mod lives;
mod limits;
mod magic;
mod mails;
mod login;
mod merchant;
mod migrations;
mod once;
mod orders;
mod outage;
mod own_addresses;
mod pages;
mod points;
mod races;
mod real_points;
mod refresh;
mod sessions;
mod shipment;
mod shown;
mod silence;
mod simulator;
mod statuses;
mod upgrade;
mod vat;
mod whose;
mod sign_in;
