//! Drawings in dots: PNG, and what becomes the picture of a label printer. Fonts are loaded by whoever asks first.

use std::sync::{Arc, LazyLock};

use resvg::tiny_skia::{Pixmap, Transform};
use usvg::fontdb::{Database, Source};
use usvg::{Options, Tree};

use crate::paper::PaperError;
use crate::paper::face::FILES;

const PX_PER_INCH: f32 = 96.0;

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for file in FILES {
        fonts.load_font_source(Source::Binary(Arc::new(file)));
    }
    fonts.set_sans_serif_family("Liberation Sans");
    Arc::new(fonts)
});

/// A PNG at so many dots per inch, on white.
///
/// # Errors
/// See [`PaperError`].
pub fn png(svg: &str, dpi: u16) -> Result<Vec<u8>, PaperError> {
    png_turned(svg, dpi, false)
}

/// The same, turned by a quarter to the left once its dots are drawn.
///
/// # Errors
/// See [`PaperError`].
pub fn png_turned(svg: &str, dpi: u16, is_turned: bool) -> Result<Vec<u8>, PaperError> {
    let drawn = picture(svg, f32::from(dpi))?;
    let drawn = if is_turned { turned(&drawn)? } else { drawn };
    let mut file = drawn.encode_png().map_err(|error| PaperError::Write(error.to_string()))?;
    let density = physical(dpi);
    // Behind the signature and the header, which is always 25 bytes.
    file.splice(33..33, density);
    Ok(file)
}

/// The dots of a drawing. Its sides are whole dots: the nearest.
pub(super) fn picture(svg: &str, dpi: f32) -> Result<Pixmap, PaperError> {
    let tree = tree(svg)?;
    let scale = dpi / PX_PER_INCH;
    let size = tree
        .size()
        .scale_to(
            usvg::Size::from_wh(
                (tree.size().width() * scale).round(),
                (tree.size().height() * scale).round(),
            )
            .ok_or(PaperError::Size)?,
        )
        .to_int_size();
    let mut picture = Pixmap::new(size.width(), size.height()).ok_or(PaperError::Size)?;
    picture.fill(resvg::tiny_skia::Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    Ok(picture)
}

fn turned(picture: &Pixmap) -> Result<Pixmap, PaperError> {
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let mut turned = Pixmap::new(picture.height(), picture.width()).ok_or(PaperError::Size)?;
    for (at, pixel) in picture.pixels().iter().enumerate() {
        let (x, y) = (at % width, at / width);
        turned.pixels_mut()[(width - 1 - x) * height + y] = *pixel;
    }
    Ok(turned)
}

/// The chunk of a PNG that says how large its dots are, in dots per metre, so that it is printed at its size.
fn physical(dpi: u16) -> Vec<u8> {
    // 10,000 dots an inch are 393,701 a metre.
    let per_metre = ((u32::from(dpi) * 10_000 + 127) / 254).to_be_bytes();
    let body = [&b"pHYs"[..], &per_metre, &per_metre, &[1]].concat();
    let mut sum = flate2::Crc::new();
    sum.update(&body);
    [&9_u32.to_be_bytes()[..], &body, &sum.sum().to_be_bytes()].concat()
}

fn tree(svg: &str) -> Result<Tree, PaperError> {
    let options = Options {
        fontdb: Arc::clone(&FONTS),
        font_family: "Liberation Sans".to_owned(),
        dpi: PX_PER_INCH,
        ..Options::default()
    };
    Ok(Tree::from_str(svg, &options)?)
}
