//! Who has printed the label that Post drew, and when: a reprint is the same bytes, so that two papers may exist of one label.

pub mod store;
