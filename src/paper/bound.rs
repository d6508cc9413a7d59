//! Sheets that somebody else has drawn, bound into one PDF. Nothing of them is drawn anew: bars keep their millimetres.

use std::sync::Arc;

use krilla::Document;
use krilla::geom::Size;
use krilla::image::Image;
use krilla::page::PageSettings;
use krilla::pdf::{Pdf, PdfDocument};

use crate::paper::PaperError;

/// Why a file cannot be bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unbound {
    /// It cannot be read: broken, or behind a password.
    #[error("the file cannot be read")]
    Broken,
    /// It has no page, or more than [`PAGES`].
    #[error("the file has not as many pages as a label")]
    Pages,
    /// It is a PDF of a version that ours cannot hold.
    #[error("the file is a PDF of a newer kind")]
    Newer,
    /// It has more dots than [`DOTS`].
    #[error("the picture has too many dots")]
    Large,
}

/// The most pages of one file.
pub const PAGES: usize = 4;
/// The most dots of a picture: an A5 at 600 dpi has 17 million.
pub const DOTS: u64 = 20_000_000;
/// A picture that does not say how large its dots are is taken to be of so many per inch.
const DPI: f32 = 300.0;

/// A PDF that can be bound, from a file of that kind: the same bytes.
///
/// # Errors
/// See [`Unbound`].
pub fn of_pdf(file: Vec<u8>) -> Result<Vec<u8>, Unbound> {
    let file = Arc::new(file);
    let pdf = Pdf::new(Arc::clone(&file)).map_err(|_| Unbound::Broken)?;
    if !(1..=PAGES).contains(&pdf.pages().len()) {
        return Err(Unbound::Pages);
    }
    // Ours is of version 1.7.
    if format!("{:?}", pdf.version()) == "Pdf20" {
        return Err(Unbound::Newer);
    }
    drop(pdf);
    Ok(Arc::unwrap_or_clone(file))
}

/// A PDF that can be bound, from a picture: one page, as large as the picture says that it is.
///
/// # Errors
/// See [`Unbound`].
pub fn of_png(file: Vec<u8>) -> Result<Vec<u8>, Unbound> {
    let (dots, per_inch) = measure(&file).ok_or(Unbound::Broken)?;
    if u64::from(dots.0) * u64::from(dots.1) > DOTS {
        return Err(Unbound::Large);
    }
    let image = Image::from_png(file.into(), false).map_err(|_| Unbound::Broken)?;
    #[expect(clippy::cast_precision_loss, reason = "a picture has a few thousand dots a side")]
    let points = |dots: u32| dots as f32 * 72.0 / per_inch;
    let size = Size::from_wh(points(dots.0), points(dots.1)).ok_or(Unbound::Broken)?;
    let mut document = Document::new();
    let mut page = document.start_page_with(PageSettings::new(size));
    let mut surface = page.surface();
    surface.draw_image(image, size);
    surface.finish();
    page.finish();
    document.finish().map_err(|_| Unbound::Broken)
}

/// One PDF of many that can be bound, in their order.
///
/// # Errors
/// See [`PaperError`].
pub fn bound(files: impl IntoIterator<Item = Vec<u8>>) -> Result<Vec<u8>, PaperError> {
    let mut document = Document::new();
    for file in files {
        let pdf = Pdf::new(Arc::new(file)).map_err(|error| PaperError::Write(format!("{error:?}")))?;
        let pages: Vec<usize> = (0..pdf.pages().len()).collect();
        document.embed_pdf_pages(&PdfDocument::new(Arc::new(pdf)), &pages);
    }
    document.finish().map_err(|error| PaperError::Write(format!("{error:?}")))
}

/// Dots across and down of a PNG, and how many there are to an inch.
fn measure(png: &[u8]) -> Option<((u32, u32), f32)> {
    let word = |at: usize| Some(u32::from_be_bytes(png.get(at..at.checked_add(4)?)?.try_into().ok()?));
    let dots = (word(16)?, word(20)?);
    // Behind the signature: chunks of length, kind, body and sum.
    let mut at = 8;
    while png.get(at + 4..at + 8)? != b"IDAT" {
        let length = usize::try_from(word(at)?).ok()?;
        if png.get(at + 4..at + 8)? == b"pHYs" && length == 9 && png.get(at + 16) == Some(&1) {
            #[expect(clippy::cast_precision_loss, reason = "600 dots an inch are 23,622 a metre")]
            let per_inch = word(at + 8)? as f32 * 0.0254;
            return Some((dots, if per_inch >= 72.0 { per_inch } else { DPI }));
        }
        at = at.checked_add(length)?.checked_add(12)?;
    }
    Some((dots, DPI))
}

#[cfg(test)]
mod tests {
    use super::{Unbound, bound, of_pdf, of_png};
    use crate::paper::drawing::{Drawing, Shape, Text};
    use crate::paper::svg::svg;
    use crate::paper::{pdf, png};

    fn sheet() -> Drawing {
        let mut sheet = Drawing::new((148.0, 105.0));
        sheet.shapes.push(Shape::Text(Text::new((10.0, 20.0), 5.0, "Murmel")));
        sheet
    }

    fn picture(dpi: u16) -> Vec<u8> {
        png(&svg(&sheet()), dpi).expect("a picture")
    }

    #[test]
    fn a_picture_becomes_a_page_of_its_own_size_and_a_pdf_stays_as_it_is() {
        for dpi in [200, 300, 600] {
            let page = of_png(picture(dpi)).expect("a page");
            let read = krilla::pdf::Pdf::new(std::sync::Arc::new(page)).expect("a PDF");
            let (width, height) = read.pages()[0].render_dimensions();
            let mm = [width, height].map(|points| points / 72.0 * 25.4);
            assert!((mm[0] - 148.0).abs() < 0.2 && (mm[1] - 105.0).abs() < 0.2, "{dpi}: {mm:?}");
        }
        let drawn = pdf(&sheet()).expect("a PDF");
        assert_eq!(of_pdf(drawn.clone()), Ok(drawn.clone()));
        let all = bound([drawn.clone(), of_png(picture(200)).expect("it"), drawn]);
        let all = krilla::pdf::Pdf::new(std::sync::Arc::new(all.expect("one file"))).expect("a PDF");
        assert_eq!(all.pages().len(), 3);
    }

    #[test]
    fn what_is_no_label_is_refused_and_breaks_nothing() {
        let drawn = pdf(&sheet()).expect("a PDF");
        for file in [&b"%PDF-1.7"[..], b"", b"%PDF-1.4\ntrailer<<>>", b"<html>"] {
            assert_eq!(of_pdf(file.to_vec()), Err(Unbound::Broken));
        }
        let newer = [b"%PDF-2.0", &drawn[8..]].concat();
        assert_eq!(of_pdf(newer), Err(Unbound::Newer));
        assert_eq!(of_pdf(bound(vec![drawn; 5]).expect("five")), Err(Unbound::Pages));
        let picture = picture(200);
        for end in 0..picture.len().min(64) {
            assert!(of_png(picture[..end].to_vec()).is_err(), "{end}");
        }
        // It says that it is as large as a field.
        let mut large = picture;
        large[16..24].copy_from_slice(&[0, 0, 0x7f, 0xff, 0, 0, 0x7f, 0xff]);
        assert_eq!(of_png(large), Err(Unbound::Large));
    }
}
