//! The shop's four languages: texts by key (`locales/*.ftl`), dates, and what a visitor's browser asks for.

pub mod lang;
pub mod italian;
pub mod texts;
pub mod dates;

pub use lang::Lang;
pub use texts::{Value, text, text_with};
