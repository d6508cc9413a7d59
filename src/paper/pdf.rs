//! Drawings as a PDF: each a page as large as it is, texts stay texts, in fonts cut to what they show.

use std::sync::LazyLock;

use krilla::Document;
use krilla::color::{luma, rgb};
use krilla::geom::{Path, PathBuilder, Point, Rect, Size, Transform};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Paint, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};

use crate::paper::area::Area;
use crate::paper::drawing::{Anchor, BLACK, Colour, Drawing, Pen, Place, Shape, Text};
use crate::paper::face::{FILES, set};
use crate::paper::unhinted::unhinted;
use crate::paper::{PT, PaperError};

/// The faces as they are embedded, made once.
static FONTS: LazyLock<[Font; 2]> = LazyLock::new(|| {
    FILES.map(|file| {
        let plain = unhinted(file).map_or_else(|| file.into(), Into::into);
        Font::new(plain, 0).expect("the fonts are the shop's own")
    })
});

/// A PDF that grows page by page.
#[derive(Default)]
pub struct Sheets(Document);

impl Sheets {
    /// One without a page yet.
    #[must_use]
    pub fn new() -> Self {
        Self(Document::new())
    }

    /// A page as large as the drawing.
    ///
    /// # Errors
    /// [`PaperError::Size`] for a drawing without one.
    pub fn add(&mut self, drawing: &Drawing) -> Result<(), PaperError> {
        let (width, height) = drawing.size;
        let size = Size::from_wh(width / PT, height / PT).ok_or(PaperError::Size)?;
        let mut page = self.0.start_page_with(PageSettings::new(size));
        let mut surface = page.surface();
        surface.push_transform(&Transform::from_scale(1.0 / PT, 1.0 / PT));
        shapes(&mut surface, &drawing.shapes);
        surface.pop();
        surface.finish();
        page.finish();
        Ok(())
    }

    /// The file.
    ///
    /// # Errors
    /// [`PaperError::Write`], which nothing that is drawn here leads to.
    pub fn finish(self) -> Result<Vec<u8>, PaperError> {
        self.0.finish().map_err(|error| PaperError::Write(format!("{error:?}")))
    }
}

/// A PDF of one page.
///
/// # Errors
/// See [`Sheets`].
pub fn pdf(drawing: &Drawing) -> Result<Vec<u8>, PaperError> {
    let mut sheets = Sheets::new();
    sheets.add(drawing)?;
    sheets.finish()
}

fn shapes(surface: &mut Surface, all: &[Shape]) {
    for shape in all {
        match shape {
            Shape::Text(line) => text(surface, line),
            Shape::Boxes(boxes, colour) => filled(surface, path(boxes.iter().copied()), *colour),
            Shape::Frame(area, pen) => stroked(surface, path([*area]), pen),
            Shape::Lines(lines, pen) => {
                let mut path = PathBuilder::new();
                for [from, to] in lines {
                    path.move_to(from.0, from.1);
                    path.line_to(to.0, to.1);
                }
                stroked(surface, path.finish(), pen);
            }
            Shape::Code(code) => {
                let bar = |(at, width): &(u16, u16)| {
                    let (at, width) = (f32::from(*at) * code.module, f32::from(*width) * code.module);
                    Area::new(at, 0.0, width, code.height)
                };
                surface.push_transform(&moved(&code.place));
                filled(surface, path(code.bars.bars.iter().map(bar)), BLACK);
                surface.pop();
            }
            Shape::Symbol(symbol) => {
                let (x, y) = symbol.at;
                let block = |block: &[u16; 4]| {
                    let [column, row, columns, rows] = block.map(f32::from);
                    Area::new(column, row, columns, rows)
                };
                surface.push_transform(&Transform::from_row(symbol.square, 0.0, 0.0, symbol.square, x, y));
                filled(surface, path(symbol.blocks.iter().map(block)), BLACK);
                surface.pop();
            }
            Shape::Group(place, inside) => {
                surface.push_transform(&moved(place));
                shapes(surface, inside);
                surface.pop();
            }
        }
    }
}

fn text(surface: &mut Surface, line: &Text) {
    let spacing = line.spacing / line.size;
    let glyphs: Vec<KrillaGlyph> = set(&line.text, line.bold)
        .into_iter()
        .map(|glyph| {
            let id = GlyphId::new(u32::from(glyph.id));
            KrillaGlyph::new(id, glyph.advance + spacing, 0.0, 0.0, 0.0, glyph.bytes, None)
        })
        .collect();
    let long = || line.size * glyphs.iter().map(|glyph| glyph.x_advance).sum::<f32>();
    let before = match line.anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => long() / 2.0,
        Anchor::End => long(),
    };
    let opacity = NormalizedF32::new(line.opacity).unwrap_or(NormalizedF32::ONE);
    surface.set_stroke(None);
    surface.set_fill(Some(Fill { paint: paint(line.colour), opacity, rule: FillRule::NonZero }));
    let font = FONTS[usize::from(line.bold)].clone();
    let is_turned = line.place.turned != 0.0;
    let (x, y) = if is_turned { (0.0, 0.0) } else { line.place.at };
    if is_turned {
        surface.push_transform(&moved(&line.place));
    }
    surface.draw_glyphs(Point::from_xy(x - before, y), &glyphs, font, &line.text, line.size, false);
    if is_turned {
        surface.pop();
    }
}

fn filled(surface: &mut Surface, path: Option<Path>, colour: Colour) {
    let Some(path) = path else { return };
    surface.set_stroke(None);
    surface.set_fill(Some(Fill { paint: paint(colour), ..Fill::default() }));
    surface.draw_path(&path);
}

fn stroked(surface: &mut Surface, path: Option<Path>, pen: &Pen) {
    let Some(path) = path else { return };
    let dash = pen.dash.map(|(on, off)| StrokeDash { array: vec![on, off], offset: 0.0 });
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke {
        paint: paint(pen.colour),
        width: pen.width,
        dash,
        ..Stroke::default()
    }));
    surface.draw_path(&path);
}

/// Rectangles, each with room inside.
fn path(areas: impl IntoIterator<Item = Area>) -> Option<Path> {
    let mut path = PathBuilder::new();
    for area in areas {
        path.push_rect(Rect::from_xywh(area.x, area.y, area.width, area.height)?);
    }
    path.finish()
}

fn moved(place: &Place) -> Transform {
    let (x, y) = place.at;
    let (sine, cosine) = match place.turned {
        0.0 => (0.0, 1.0),
        90.0 => (1.0, 0.0),
        turned => turned.to_radians().sin_cos(),
    };
    Transform::from_row(cosine, -sine, sine, cosine, x, y)
}

/// Greys in the colour space of greys: a printer takes them from its black.
fn paint(Colour(red, green, blue): Colour) -> Paint {
    if red == green && green == blue {
        luma::Color::new(red).into()
    } else {
        rgb::Color::new(red, green, blue).into()
    }
}
