//! Texts on the sheet of a bill.

use crate::paper::PT;
use crate::paper::drawing::{Anchor, BLACK, Pen, Shape, Text};

/// What a bill is ruled with.
pub const RULE: Pen = Pen { width: 0.2, colour: BLACK, dash: None };

/// A line of text whose baseline begins here.
pub fn line(out: &mut Vec<Shape>, at: (f32, f32), points: f32, bold: bool, text: &str) {
    out.push(Shape::Text(Text { bold, ..Text::new(at, points * PT, text) }));
}

/// A line of text whose baseline ends here.
pub fn right(out: &mut Vec<Shape>, at: (f32, f32), points: f32, bold: bool, text: &str) {
    out.push(Shape::Text(Text { bold, anchor: Anchor::End, ..Text::new(at, points * PT, text) }));
}
