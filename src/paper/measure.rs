//! How wide a text is before it is drawn, by the fonts that it is drawn with.

use std::sync::LazyLock;

use ttf_parser::Face;

use crate::paper::{BOLD, REGULAR};

static FACES: LazyLock<[Face<'static>; 2]> =
    LazyLock::new(|| [REGULAR, BOLD].map(|font| Face::parse(font, 0).expect("the fonts are the shop's own")));

/// The width of a text in em: times the size of the type it is millimetres. Kerning only makes it narrower.
#[must_use]
pub fn width(text: &str, bold: bool) -> f32 {
    let face = &FACES[usize::from(bold)];
    let advance = |c: char| face.glyph_index(c).and_then(|glyph| face.glyph_hor_advance(glyph)).unwrap_or(0);
    let em = f32::from(face.units_per_em());
    text.chars().map(|c| f32::from(advance(c)) / em).sum()
}

/// Whether both fonts have a glyph for a character.
#[must_use]
pub fn has_glyph(c: char) -> bool {
    FACES.iter().all(|face| face.glyph_index(c).is_some())
}
