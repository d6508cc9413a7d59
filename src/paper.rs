//! Sheets of paper in true millimetres: one drawing becomes SVG, PDF, PNG or the dots of a label printer, with the shop's own
//! fonts; and the bars on it.

pub mod area;
pub mod code128;
pub mod face;
pub mod unhinted;
pub mod measure;
pub mod drawing;
pub mod svg;
pub mod pdf;
pub mod raster;
pub mod bitmap;
pub mod greys;
pub mod bound;

pub use pdf::{Sheets, pdf};
pub use raster::{png, png_turned};
pub use svg::escaped;

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

const MM_PER_INCH: f32 = 25.4;

/// A point of type in millimetres.
pub const PT: f32 = MM_PER_INCH / 72.0;
