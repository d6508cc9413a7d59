//! A font without its hints: the programs by which letters fit the coarse dots of old screens are more than half of it, and no
//! paper needs them. What is embedded is cut from this.

/// A table: its name and where it stands in the file.
type Table = ([u8; 4], usize, usize);

/// Tables that a font is drawn and embedded by; the programs of its hints are not among them.
const KEPT: [&[u8; 4]; 8] = [b"OS/2", b"cmap", b"head", b"hhea", b"hmtx", b"maxp", b"name", b"post"];
/// In `head`: whether `loca` has four bytes for each glyph.
const LONG: usize = 50;
/// Of a part of a glyph that is put together: its figures have two bytes, a scale follows, another part follows, two scales
/// follow, four figures follow, hints follow.
const WORDS: u16 = 1;
const SCALE: u16 = 8;
const MORE: u16 = 0x20;
const TWO_SCALES: u16 = 0x40;
const MATRIX: u16 = 0x80;
const HINTS: u16 = 0x100;

/// The font with the same glyphs, widths and letters; `None` for what is no font with outlines of TrueType in long offsets.
#[must_use]
pub fn unhinted(file: &[u8]) -> Option<Vec<u8>> {
    let tables = tables(file)?;
    let table = |name: &[u8; 4]| -> Option<&[u8]> {
        let (_, from, length) = tables.iter().find(|(known, ..)| known == name)?;
        file.get(*from..from + length)
    };
    if number(table(b"head")?, LONG)? != 1 {
        return None;
    }
    let (loca, glyf) = (table(b"loca")?, table(b"glyf")?);
    let (mut offsets, mut outlines) = (Vec::with_capacity(loca.len()), Vec::with_capacity(glyf.len()));
    for at in (0..loca.len().saturating_sub(4)).step_by(4) {
        offsets.extend(u32::try_from(outlines.len()).ok()?.to_be_bytes());
        let glyph = glyf.get(long(loca, at)?..long(loca, at + 4)?)?;
        outlines.extend(plain(glyph)?);
        // Each begins at a whole word.
        outlines.resize(outlines.len().next_multiple_of(4), 0);
    }
    offsets.extend(u32::try_from(outlines.len()).ok()?.to_be_bytes());
    let mut kept: Vec<([u8; 4], &[u8])> = vec![(*b"glyf", &outlines), (*b"loca", &offsets)];
    for name in KEPT {
        kept.push((*name, table(name)?));
    }
    kept.sort_unstable_by_key(|(name, _)| *name);
    file_of(&kept)
}

/// A glyph without its hints.
fn plain(glyph: &[u8]) -> Option<Vec<u8>> {
    if glyph.is_empty() {
        return Some(Vec::new());
    }
    let contours = number(glyph, 0)?;
    if contours >= 0x8000 {
        return put_together(glyph);
    }
    // Ten bytes of box, the last point of each contour, how long the hints are, the hints, the points.
    let before = 10 + 2 * usize::from(contours);
    let hints = usize::from(number(glyph, before)?);
    Some([glyph.get(..before)?, &[0, 0], glyph.get(before + 2 + hints..)?].concat())
}

/// A glyph of other glyphs: the hints stand behind the last one.
fn put_together(glyph: &[u8]) -> Option<Vec<u8>> {
    let mut plain = glyph.to_vec();
    let mut at = 10;
    loop {
        let flags = number(glyph, at)?;
        plain.get_mut(at..at + 2)?.copy_from_slice(&(flags & !HINTS).to_be_bytes());
        at += if flags & WORDS == 0 { 6 } else { 8 };
        at += match flags & (SCALE | TWO_SCALES | MATRIX) {
            0 => 0,
            SCALE => 2,
            TWO_SCALES => 4,
            _ => 8,
        };
        if flags & MORE == 0 {
            plain.truncate(at);
            return Some(plain);
        }
    }
}

fn tables(file: &[u8]) -> Option<Vec<Table>> {
    (0..usize::from(number(file, 4)?))
        .map(|at| {
            let record = file.get(12 + 16 * at..28 + 16 * at)?;
            Some((record[..4].try_into().ok()?, long(record, 8)?, long(record, 12)?))
        })
        .collect()
}

/// A file of tables, without their sums: nobody adds them up, and whoever cuts the font writes its own.
fn file_of(tables: &[([u8; 4], &[u8])]) -> Option<Vec<u8>> {
    let mut head = vec![0, 1, 0, 0];
    head.extend(u16::try_from(tables.len()).ok()?.to_be_bytes());
    head.extend([0; 6]);
    let mut at = head.len() + 16 * tables.len();
    let mut body = Vec::new();
    for (name, table) in tables {
        head.extend(name);
        head.extend([0; 4]);
        head.extend(u32::try_from(at).ok()?.to_be_bytes());
        head.extend(u32::try_from(table.len()).ok()?.to_be_bytes());
        body.extend_from_slice(table);
        let padding = table.len().next_multiple_of(4) - table.len();
        body.extend(std::iter::repeat_n(0, padding));
        at += table.len() + padding;
    }
    head.extend(body);
    Some(head)
}

fn number(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?)).ok()
}

#[cfg(test)]
mod tests {
    use ttf_parser::{Face, GlyphId, OutlineBuilder};

    use super::unhinted;
    use crate::paper::face::FILES;

    /// A glyph's strokes in words.
    #[derive(Default)]
    struct Strokes(String);

    impl OutlineBuilder for Strokes {
        fn move_to(&mut self, x: f32, y: f32) {
            self.0 += &format!("M{x} {y}");
        }
        fn line_to(&mut self, x: f32, y: f32) {
            self.0 += &format!("L{x} {y}");
        }
        fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
            self.0 += &format!("Q{x1} {y1} {x} {y}");
        }
        fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {}
        fn close(&mut self) {
            self.0.push('Z');
        }
    }

    #[test]
    fn every_glyph_keeps_its_strokes_and_its_width_in_a_shorter_file() {
        for file in FILES {
            let plain = unhinted(file).expect("a font");
            assert!(plain.len() * 3 < file.len() * 2, "{} of {} bytes", plain.len(), file.len());
            let (before, after) =
                (Face::parse(file, 0).expect("a font"), Face::parse(&plain, 0).expect("a font"));
            assert_eq!(before.number_of_glyphs(), after.number_of_glyphs());
            let mut drawn = 0;
            for glyph in (0..before.number_of_glyphs()).map(GlyphId) {
                let strokes = |face: &Face| {
                    let mut strokes = Strokes::default();
                    let bounds = face.outline_glyph(glyph, &mut strokes);
                    (strokes.0, bounds, face.glyph_hor_advance(glyph))
                };
                assert_eq!(strokes(&before), strokes(&after), "{glyph:?}");
                drawn += usize::from(!strokes(&after).0.is_empty());
            }
            assert!(drawn > 2000, "{drawn} glyphs have strokes");
        }
    }

    #[test]
    fn what_is_no_font_is_none() {
        assert_eq!(unhinted(b""), None);
        assert_eq!(unhinted(b"nothing of the kind, and longer than the head of a file"), None);
        let [file, _] = FILES;
        assert_eq!(unhinted(&file[..file.len() / 2]), None);
    }
}
