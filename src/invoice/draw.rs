//! The drawing of a bill: A4, the payment part 210 x 105 mm at its foot.

use crate::invoice::Bill;
use crate::invoice::letter::letter;
use crate::invoice::slip::slip;
use crate::invoice::symbol::TooLong;
use crate::invoice::words::words;
use crate::paper::drawing::{Drawing, Place, Shape};
use crate::paper::svg::svg;
use crate::paper::{self, PaperError};

/// Why a bill cannot be drawn.
#[derive(Debug, thiserror::Error)]
pub enum BillError {
    /// The code holds no more.
    #[error(transparent)]
    TooLong(#[from] TooLong),
    /// The sheet cannot be written.
    #[error(transparent)]
    Paper(#[from] PaperError),
}

/// The bill as a PDF of one A4 page.
///
/// # Errors
/// See [`BillError`].
pub fn pdf(bill: &Bill) -> Result<Vec<u8>, BillError> {
    Ok(paper::pdf(&whole(bill)?)?)
}

/// The whole bill as SVG, 210 x 297 mm.
///
/// # Errors
/// [`TooLong`] where the data do not fit the code.
pub fn sheet(bill: &Bill) -> Result<String, TooLong> {
    Ok(svg(&whole(bill)?))
}

/// The payment part with its receipt as SVG, 210 x 105 mm.
///
/// # Errors
/// [`TooLong`] where the data do not fit the code.
pub fn payment_part(bill: &Bill) -> Result<String, TooLong> {
    let mut drawing = Drawing::new((210.0, 105.0));
    drawing.name = Some(format!("{} {}", words(bill.lang).payment_part, bill.number));
    slip(&mut drawing.shapes, bill)?;
    Ok(svg(&drawing))
}

fn whole(bill: &Bill) -> Result<Drawing, TooLong> {
    let mut drawing = Drawing::new((210.0, 297.0));
    drawing.name = Some(bill.number.clone());
    letter(&mut drawing.shapes, bill);
    let mut below = Vec::new();
    slip(&mut below, bill)?;
    drawing.shapes.push(Shape::Group(Place { at: (0.0, 192.0), turned: 0.0 }, below));
    Ok(drawing)
}
