//! The mail server beside the simulator: takes the shop's mails over SMTP, for the console to show them. Nothing is sent on.

pub mod read;
pub mod session;
pub mod listen;
