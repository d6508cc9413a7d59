//! Sheets of paper in true millimetres: one SVG becomes a PDF or a PNG, with the shop's own fonts; and the bars on them.

pub mod code128;
pub mod measure;

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

/// A PDF of one page, as large as the drawing; texts stay texts.
///
/// # Errors
/// See [`PaperError`].
pub fn pdf(svg: &str) -> Result<Vec<u8>, PaperError> {
    let tree = tree(svg)?;
    let scale = PT_PER_INCH / PX_PER_INCH;
    let size =
        Size::from_wh(tree.size().width() * scale, tree.size().height() * scale).ok_or(PaperError::Size)?;
    let mut document = Document::new();
    let mut page = document.start_page_with(PageSettings::new(size));
    let mut surface = page.surface();
    surface.draw_svg(&tree, size, SvgSettings::default()).ok_or(PaperError::Size)?;
    surface.finish();
    page.finish();
    document.finish().map_err(|error| PaperError::Write(format!("{error:?}")))
}

/// A PNG at so many dots per inch, on white.
///
/// # Errors
/// See [`PaperError`].
pub fn png(svg: &str, dpi: u16) -> Result<Vec<u8>, PaperError> {
    let tree = tree(svg)?;
    let scale = f32::from(dpi) / PX_PER_INCH;
    let size = tree.size().to_int_size().scale_by(scale).ok_or(PaperError::Size)?;
    let mut picture = Pixmap::new(size.width(), size.height()).ok_or(PaperError::Size)?;
    picture.fill(resvg::tiny_skia::Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    picture.encode_png().map_err(|error| PaperError::Write(error.to_string()))
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
