//! A line of the label as the review shows it.

use crate::label::block::{BlockLine, LINE};
use crate::web::Page;

/// A printed line, with its count of characters where it gets tight.
pub struct LabelLine {
    /// What is printed.
    pub text: String,
    /// How many characters of how many.
    pub count: Option<String>,
}

impl LabelLine {
    /// As it is printed.
    #[must_use]
    pub fn of(p: &Page, line: &BlockLine) -> Self {
        Self { text: line.text.clone(), count: line.count().map(|count| p.xy("label-count", count, LINE)) }
    }
}
