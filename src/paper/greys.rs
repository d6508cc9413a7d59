//! A sheet as shades of grey, for kinds of pictures that know no more.

use crate::paper::PaperError;
use crate::paper::raster::picture;

/// A picture, row by row from the top; 0 is black, 255 white.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Greys {
    /// In dots.
    pub width: u16,
    /// In dots.
    pub height: u16,
    /// One byte a dot.
    pub bytes: Vec<u8>,
}

/// A drawing at so many dots per inch, on white.
///
/// # Errors
/// See [`PaperError`]; also where it would have more than 65,535 dots a side.
pub fn greys(svg: &str, dpi: u16) -> Result<Greys, PaperError> {
    let picture = picture(svg, f32::from(dpi))?;
    let side = |dots: u32| u16::try_from(dots).map_err(|_| PaperError::Size);
    // As an eye weighs red, green and blue (ITU-R BT.601), in parts of 256.
    let grey = |(red, green, blue): (u8, u8, u8)| {
        let sum = u32::from(red) * 77 + u32::from(green) * 150 + u32::from(blue) * 29;
        u8::try_from(sum / 256).unwrap_or(u8::MAX)
    };
    let bytes = picture.pixels().iter().map(|dot| grey((dot.red(), dot.green(), dot.blue()))).collect();
    Ok(Greys { width: side(picture.width())?, height: side(picture.height())?, bytes })
}
