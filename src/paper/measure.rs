//! How wide a text is before it is drawn, by the fonts that it is drawn with.

use crate::paper::face::{advance, face};

/// The width of a text in em: times the size of the type it is millimetres. Kerning only makes it narrower.
#[must_use]
pub fn width(text: &str, bold: bool) -> f32 {
    let face = face(bold);
    text.chars().filter_map(|c| face.glyph_index(c)).map(|glyph| advance(face, glyph)).sum()
}

/// Whether both fonts have a glyph for a character.
#[must_use]
pub fn has_glyph(c: char) -> bool {
    [false, true].into_iter().all(|bold| face(bold).glyph_index(c).is_some())
}
