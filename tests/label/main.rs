//! The label: its lines against a second reading of Post's rules, its millimetres and codes read from what was drawn.

mod codes;
mod geometry;
mod letters;
mod read;
mod rules;
mod samples;
mod zebra;
