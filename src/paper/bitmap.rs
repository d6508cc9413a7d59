//! A sheet as dots, black or white: what a label printer prints.

use resvg::tiny_skia::Pixmap;

use crate::paper::raster::picture;
use crate::paper::{MM_PER_INCH, PaperError};

/// Rows of dots, eight a byte, the first in the highest bit; 1 is black.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bitmap {
    width: usize,
    height: usize,
    bytes: Vec<u8>,
}

/// From when on a dot of a tint is black, by its place in a square of four (an ordered dither after Bayer).
const TINT: [[u8; 4]; 4] = [[15, 135, 45, 165], [195, 75, 225, 105], [60, 180, 30, 150], [240, 120, 210, 90]];

/// A drawing at so many dots per millimetre. Tints become a few dots, except in the areas (left, top, right, bottom in
/// millimetres) where codes stand.
///
/// # Errors
/// See [`PaperError`].
pub fn bitmap(svg: &str, dots: u16, clean: &[(f32, f32, f32, f32)]) -> Result<Bitmap, PaperError> {
    let dots = f32::from(dots);
    let picture = picture(svg, dots * MM_PER_INCH)?;
    let clean = clean
        .iter()
        .map(|(left, top, right, bottom)| [left, top, right, bottom].map(|millimetres| millimetres * dots));
    Ok(Bitmap::of(&picture, &clean.collect::<Vec<_>>()))
}

impl Bitmap {
    fn of(picture: &Pixmap, clean: &[[f32; 4]]) -> Self {
        let (width, height) = (picture.width() as usize, picture.height() as usize);
        let mut bitmap = Self::white(width, height);
        for (at, pixel) in picture.pixels().iter().enumerate() {
            let (x, y) = (at % width, at / width);
            // Green is nearly what an eye sees of brightness.
            let (light, is_grey) = (pixel.green(), pixel.red() == pixel.blue());
            let is_black = if is_grey {
                light < 128
            } else {
                let inside = |area: &[f32; 4]| {
                    let (x, y) = (coordinate(x), coordinate(y));
                    area[0] <= x && x < area[2] && area[1] <= y && y < area[3]
                };
                let limit = if clean.iter().any(inside) { 128 } else { TINT[y % 4][x % 4] };
                light < limit
            };
            if is_black {
                bitmap.blacken(x, y);
            }
        }
        bitmap
    }

    fn white(width: usize, height: usize) -> Self {
        Self { width, height, bytes: vec![0; width.div_ceil(8) * height] }
    }

    fn blacken(&mut self, x: usize, y: usize) {
        let row = self.bytes_per_row();
        self.bytes[y * row + x / 8] |= 0x80 >> (x % 8);
    }

    /// Turned by a quarter to the left.
    #[must_use]
    pub fn turned(&self) -> Self {
        let mut turned = Self::white(self.height, self.width);
        for y in 0..self.height {
            for x in (0..self.width).filter(|x| self.is_black(*x, y)) {
                turned.blacken(y, self.width - 1 - x);
            }
        }
        turned
    }

    /// Whether a dot is black.
    #[must_use]
    pub fn is_black(&self, x: usize, y: usize) -> bool {
        self.bytes[y * self.bytes_per_row() + x / 8] & (0x80 >> (x % 8)) != 0
    }

    /// In dots.
    #[must_use]
    pub fn width(&self) -> usize {
        self.width
    }

    /// In dots.
    #[must_use]
    pub fn height(&self) -> usize {
        self.height
    }

    /// Eight dots a byte.
    #[must_use]
    pub fn bytes_per_row(&self) -> usize {
        self.width.div_ceil(8)
    }

    /// From the top.
    pub fn rows(&self) -> impl Iterator<Item = &[u8]> {
        self.bytes.chunks(self.bytes_per_row())
    }
}

/// A dot's place; sheets have fewer than 65,536 dots a side.
fn coordinate(dot: usize) -> f32 {
    f32::from(u16::try_from(dot).unwrap_or(u16::MAX))
}
