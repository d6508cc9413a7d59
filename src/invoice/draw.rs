//! The drawing of a bill: A4, the payment part 210 x 105 mm at its foot.

use crate::invoice::Bill;
use crate::invoice::letter::letter;
use crate::invoice::pen::open;
use crate::invoice::slip::slip;
use crate::invoice::symbol::TooLong;
use crate::invoice::words::words;
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
    Ok(paper::pdf(&sheet(bill)?)?)
}

/// The whole bill as SVG, 210 x 297 mm.
///
/// # Errors
/// [`TooLong`] where the data do not fit the code.
pub fn sheet(bill: &Bill) -> Result<String, TooLong> {
    let mut out = open(210.0, 297.0, &bill.number);
    letter(&mut out, bill);
    out.push_str("<g transform=\"translate(0 192)\">");
    slip(&mut out, bill)?;
    out.push_str("</g></svg>");
    Ok(out)
}

/// The payment part with its receipt as SVG, 210 x 105 mm.
///
/// # Errors
/// See [`BillError`].
pub fn payment_part(bill: &Bill) -> Result<String, BillError> {
    let mut out = open(210.0, 105.0, &format!("{} {}", words(bill.lang).payment_part, bill.number));
    slip(&mut out, bill)?;
    out.push_str("</svg>");
    Ok(out)
}
