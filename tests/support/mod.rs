//! What all tests stand on: a real Postgres, a real shop, the real simulator, and a visitor over HTTP.
#![allow(dead_code, reason = "each test program uses a part of it")]

pub mod cluster;
pub mod proxy;
pub mod shop;
pub mod sink;
pub mod visitor;
pub mod walk;
