//! The two faces that everything is printed in, and how a text is set in them.

use std::ops::Range;
use std::sync::LazyLock;

use ttf_parser::GlyphId;

/// Liberation Sans 2 (SIL OFL 1.1, `fonts/OFL.txt`), with the metrics of Arial; never a font of the machine. Regular and bold.
pub const FILES: [&[u8]; 2] =
    [include_bytes!("fonts/LiberationSans-Regular.ttf"), include_bytes!("fonts/LiberationSans-Bold.ttf")];

/// The same, read once.
static FACES: LazyLock<[ttf_parser::Face<'static>; 2]> = LazyLock::new(|| {
    FILES.map(|file| ttf_parser::Face::parse(file, 0).expect("the fonts are the shop's own"))
});

/// A glyph in its place in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// Its number in the file.
    pub id: u16,
    /// From its origin to that of the next one, in em.
    pub advance: f32,
    /// The bytes of the text that it stands for.
    pub bytes: Range<usize>,
}

/// One of the two.
#[must_use]
pub fn face(bold: bool) -> &'static ttf_parser::Face<'static> {
    &FACES[usize::from(bold)]
}

/// How wide a glyph is by itself, in em.
#[must_use]
pub fn advance(face: &ttf_parser::Face, glyph: GlyphId) -> f32 {
    f32::from(face.glyph_hor_advance(glyph).unwrap_or_default()) / f32::from(face.units_per_em())
}

/// A text as glyphs, as browsers set it: one a character, since the fonts join no letters and what is printed is in composed
/// letters, and pairs as near to each other as the fonts want them.
#[must_use]
pub fn set(text: &str, bold: bool) -> Vec<Glyph> {
    let face = face(bold);
    let em = f32::from(face.units_per_em());
    let mut glyphs: Vec<Glyph> = Vec::with_capacity(text.len());
    let mut before: Option<GlyphId> = None;
    for (at, c) in text.char_indices() {
        let glyph = face.glyph_index(c).unwrap_or_default();
        if let (Some(before), Some(last)) = (before, glyphs.last_mut()) {
            last.advance += f32::from(nearer(face, before, glyph)) / em;
        }
        glyphs.push(Glyph { id: glyph.0, advance: advance(face, glyph), bytes: at..at + c.len_utf8() });
        before = Some(glyph);
    }
    glyphs
}

/// What the second of a pair is moved by, in the font's units; below 0 to the left.
fn nearer(face: &ttf_parser::Face, one: GlyphId, other: GlyphId) -> i16 {
    let tables = face.tables().kern.iter().flat_map(|kern| kern.subtables);
    tables.filter_map(|table| table.glyphs_kerning(one, other)).sum()
}

#[cfg(test)]
mod tests {
    use super::set;

    #[test]
    fn letters_that_go_together_stand_nearer_and_each_stands_for_its_own_bytes() {
        let width = |text| set(text, false).iter().map(|glyph| glyph.advance).sum::<f32>();
        assert!(width("AV") < width("A") + width("V") - 0.05, "{}", width("AV"));
        assert!((width("HH") - 2.0 * width("H")).abs() < 0.001);
        let glyphs = set("Thị", true);
        assert_eq!(
            glyphs.iter().map(|glyph| &"Thị"[glyph.bytes.clone()]).collect::<Vec<_>>(),
            ["T", "h", "ị"]
        );
        assert!(glyphs.iter().all(|glyph| glyph.id > 0), "{glyphs:?}");
    }
}
