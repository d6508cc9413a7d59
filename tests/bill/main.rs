//! The QR-bill held against the Implementation Guidelines 2.3 and the Style Guide: its code read by a reader of our own, out of
//! the data and out of its pixels; its texts measured where they were drawn.

mod boxes;
mod limits;
mod made;
mod reader;
mod symbol;
mod written;
