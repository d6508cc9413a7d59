//! Sheets of paper in true millimetres: one SVG becomes a PDF or a PNG, with the shop's own fonts; and the bars on them.

pub mod code128;
pub mod measure;
pub mod bitmap;
pub mod greys;

use std::sync::{Arc, LazyLock};

use krilla::Document;
use krilla::geom::Size;
use krilla::page::PageSettings;
use krilla_svg::{SurfaceExt, SvgSettings};
use resvg::tiny_skia::{Pixmap, Transform};
use usvg::fontdb::{Database, Source};
use usvg::{Options, Tree};

/// Why a sheet cannot be printed.
#[derive(Debug, thiserror::Error)]
pub enum PaperError {
    /// The drawing is no SVG.
    #[error("the drawing cannot be read: {0}")]
    Drawing(#[from] usvg::Error),
    /// The drawing has no size.
    #[error("the drawing has no size")]
    Size,
    /// The PDF or the picture cannot be written.
    #[error("the sheet cannot be written: {0}")]
    Write(String),
}

/// Liberation Sans 2 (SIL OFL 1.1, `fonts/OFL.txt`), with the metrics of Arial; never a font of the machine.
const REGULAR: &[u8] = include_bytes!("paper/fonts/LiberationSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("paper/fonts/LiberationSans-Bold.ttf");

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for font in [REGULAR, BOLD] {
        fonts.load_font_source(Source::Binary(Arc::new(font)));
    }
    fonts.set_sans_serif_family("Liberation Sans");
    Arc::new(fonts)
});

const MM_PER_INCH: f32 = 25.4;
const PX_PER_INCH: f32 = 96.0;
const PT_PER_INCH: f32 = 72.0;

/// A PDF that grows page by page; texts stay texts.
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
    /// See [`PaperError`].
    pub fn add(&mut self, svg: &str) -> Result<(), PaperError> {
        let tree = tree(svg)?;
        let scale = PT_PER_INCH / PX_PER_INCH;
        let size = Size::from_wh(tree.size().width() * scale, tree.size().height() * scale)
            .ok_or(PaperError::Size)?;
        let mut page = self.0.start_page_with(PageSettings::new(size));
        let mut surface = page.surface();
        surface.draw_svg(&tree, size, SvgSettings::default()).ok_or(PaperError::Size)?;
        surface.finish();
        page.finish();
        Ok(())
    }

    /// The file.
    ///
    /// # Errors
    /// See [`PaperError`].
    pub fn finish(self) -> Result<Vec<u8>, PaperError> {
        self.0.finish().map_err(|error| PaperError::Write(format!("{error:?}")))
    }
}

/// A PDF of one page, as large as the drawing; texts stay texts.
///
/// # Errors
/// See [`PaperError`].
pub fn pdf(svg: &str) -> Result<Vec<u8>, PaperError> {
    let mut sheets = Sheets::new();
    sheets.add(svg)?;
    sheets.finish()
}

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
fn picture(svg: &str, dpi: f32) -> Result<Pixmap, PaperError> {
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

/// Whole printer dots in millimetres.
#[must_use]
pub fn dots(count: u16, dpi: u16) -> f32 {
    f32::from(count) * MM_PER_INCH / f32::from(dpi)
}

/// A text as it may stand in a drawing.
#[must_use]
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
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
