//! Mails as the world outside takes them: a letter becomes a message, a server takes it over SMTP. What they say, and when
//! they are written, the subjects know.

pub mod message;
pub mod transport;

pub use message::{Letter, Unwritable};
pub use transport::{Line, Transport, Trouble};
