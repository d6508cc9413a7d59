//! The shop through its front door: real Postgres, real simulator, plain HTTP without scripts.

#[path = "../support/mod.rs"]
mod support;

mod carrier;
mod catalogue;
mod checkout;
mod database;
mod forgery;
mod label;
mod login;
mod merchant;
mod orders;
mod pages;
mod points;
mod real_points;
mod refresh;
