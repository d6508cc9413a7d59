//! The formats that a label or a code may be ordered in, and the file of each. Which there are is published (handbook "Barcode"
//! 3.1.4; `SPDF` for its sPDF is ours), how they are written is not: ours.

use std::fmt::Write as _;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use jpeg_encoder::{ColorType, PixelDensity};

use crate::paper::bitmap::{Bitmap, bitmap};
use crate::paper::drawing::Drawing;
use crate::paper::greys::{Greys, greys};
use crate::paper::svg::svg;
use crate::paper::{PaperError, pdf, png};
use crate::sandbox::pace::Work;

/// A format by its name in a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Texts and bars as such.
    Pdf,
    /// Shades of grey, each dot as it is drawn.
    Png,
    /// Sixteen shades of grey.
    Gif,
    /// Shades of grey with blurred edges, which Post discourages for that.
    Jpg,
    /// `PostScript` with a picture in greys.
    Eps,
    /// The language of Zebra's printers, with a picture in black and white.
    Zpl2,
}

impl Format {
    /// As requests name them; both PDF are one file here.
    pub const ALL: [(&'static str, Self); 7] = [
        ("PDF", Self::Pdf),
        ("SPDF", Self::Pdf),
        ("PNG", Self::Png),
        ("GIF", Self::Gif),
        ("JPG", Self::Jpg),
        ("EPS", Self::Eps),
        ("ZPL2", Self::Zpl2),
    ];

    /// Reads a name in capitals or small letters; where there is none a PDF is meant (ours).
    #[must_use]
    pub fn read(name: &str) -> Option<Self> {
        let name = if name.is_empty() { "PDF" } else { name };
        Self::ALL.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name)).map(|(_, format)| format)
    }

    /// How much work it is.
    #[must_use]
    pub fn work(self) -> Work {
        match self {
            Self::Pdf | Self::Eps => Work::Pdf,
            Self::Png | Self::Gif | Self::Jpg => Work::Png,
            Self::Zpl2 => Work::Zpl2,
        }
    }
}

/// Of a JPEG, from 1 to 100: fine enough that bars stay bars.
const QUALITY: u8 = 90;

/// Dots per inch that can be asked for.
pub const RESOLUTIONS: [i64; 3] = [200, 300, 600];

/// The file of a drawing. `clean` are the areas (left, top, right, bottom in millimetres) that stay free of tints where there
/// is only black and white.
///
/// # Errors
/// When the paper cannot be drawn on.
pub fn file(
    drawing: &Drawing,
    format: Format,
    dpi: u16,
    clean: &[(f32, f32, f32, f32)],
) -> Result<Vec<u8>, PaperError> {
    let dots = || greys(&svg(drawing), dpi);
    match format {
        Format::Pdf => pdf(drawing),
        Format::Png => png(&svg(drawing), dpi),
        Format::Gif => gif(&dots()?),
        Format::Jpg => jpeg(&dots()?, dpi),
        Format::Eps => eps(&dots()?, dpi),
        // Zebra's heads have 8, 12 or 24 dots a millimetre: 203, 305 and 610 dpi.
        Format::Zpl2 => Ok(zpl(&bitmap(&svg(drawing), dpi / 25, clean)?)),
    }
}

/// Its dots have no size of their own: the format knows none.
fn gif(picture: &Greys) -> Result<Vec<u8>, PaperError> {
    let broken = |error: gif::EncodingError| PaperError::Write(error.to_string());
    let palette: Vec<u8> = (0..=15_u8).flat_map(|shade| [shade * 17; 3]).collect();
    let shades: Vec<u8> = picture.bytes.iter().map(|grey| grey >> 4).collect();
    let mut file = Vec::new();
    let mut encoder =
        gif::Encoder::new(&mut file, picture.width, picture.height, &palette).map_err(broken)?;
    let frame = gif::Frame::from_indexed_pixels(picture.width, picture.height, shades, None);
    encoder.write_frame(&frame).map_err(broken)?;
    drop(encoder);
    Ok(file)
}

fn jpeg(picture: &Greys, dpi: u16) -> Result<Vec<u8>, PaperError> {
    let mut file = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut file, QUALITY);
    encoder.set_density(PixelDensity::dpi(dpi));
    encoder
        .encode(&picture.bytes, picture.width, picture.height, ColorType::Luma)
        .map_err(|error| PaperError::Write(error.to_string()))?;
    Ok(file)
}

fn eps(picture: &Greys, dpi: u16) -> Result<Vec<u8>, PaperError> {
    let broken = |error: std::io::Error| PaperError::Write(error.to_string());
    let (width, height) = (picture.width, picture.height);
    let [wide, high] = [width, height].map(|dots| f64::from(dots) * 72.0 / f64::from(dpi));
    let mut out = format!(
        "%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 {} {}\n%%HiResBoundingBox: 0 0 {wide:.3} {high:.3}\n\
         %%LanguageLevel: 3\n%%EndComments\ngsave\n{wide:.3} {high:.3} scale\n/DeviceGray setcolorspace\n\
         << /ImageType 1 /Width {width} /Height {height} /BitsPerComponent 8 /Decode [0 1]\n\
         /ImageMatrix [{width} 0 0 -{height} 0 {height}]\n\
         /DataSource currentfile /ASCIIHexDecode filter /FlateDecode filter >> image\n",
        wide.ceil(),
        high.ceil(),
    );
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::default());
    packed.write_all(&picture.bytes).map_err(broken)?;
    for line in packed.finish().map_err(broken)?.chunks(60) {
        out.extend(line.iter().map(|byte| format!("{byte:02x}")));
        out.push('\n');
    }
    out.push_str(">\ngrestore\n%%EOF\n");
    Ok(out.into_bytes())
}

/// One picture: `:` repeats the row above, `,` fills the rest of a row with white.
fn zpl(picture: &Bitmap) -> Vec<u8> {
    let (wide, high, row) = (picture.width(), picture.height(), picture.bytes_per_row());
    let total = row * high;
    let mut out = format!("^XA\n^PW{wide}\n^LL{high}\n^FO0,0\n^GFA,{total},{total},{row},\n");
    let mut above: Option<&[u8]> = None;
    for bytes in picture.rows() {
        if above == Some(bytes) {
            out.push(':');
        } else {
            let end = bytes.iter().rposition(|byte| *byte != 0).map_or(0, |at| at + 1);
            for byte in &bytes[..end] {
                let _ = write!(out, "{byte:02X}");
            }
            if end < bytes.len() {
                out.push(',');
            }
        }
        above = Some(bytes);
    }
    out.push_str("\n^FS\n^XZ\n");
    out.into_bytes()
}
