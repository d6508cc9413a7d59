//! A scene on its way to paper: PDF of one label or of many, PNG at the resolution of a printer.

use crate::label::Scene;
use crate::label::draw::{drawing, unturned};
use crate::paper::{self, PaperError, Sheets};

/// The resolutions for which the bars are whole dots.
pub const RESOLUTIONS: [u16; 3] = [200, 300, 600];

/// One label as PDF: the page is the sheet, fonts are embedded, texts stay texts.
///
/// # Errors
/// See [`PaperError`].
pub fn pdf(scene: &Scene) -> Result<Vec<u8>, PaperError> {
    paper::pdf(&drawing(scene))
}

/// Many labels as one PDF, a page each, in their order. One scene is held at a time; of a page only its compressed strokes.
///
/// # Errors
/// See [`PaperError`]; the first label that cannot be drawn ends it.
pub fn pdf_of(scenes: impl IntoIterator<Item = Scene>) -> Result<Vec<u8>, PaperError> {
    let mut sheets = Sheets::new();
    for scene in scenes {
        sheets.add(&drawing(&scene))?;
    }
    sheets.finish()
}

/// One label as PNG, black on white, at a resolution of [`RESOLUTIONS`]; the file says the resolution.
///
/// # Errors
/// See [`PaperError`].
pub fn png(scene: &Scene, dpi: u16) -> Result<Vec<u8>, PaperError> {
    paper::png_turned(&unturned(scene), dpi, scene.is_turned())
}
