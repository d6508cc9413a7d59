//! The Swiss QR code: level M, 46 mm, with the cross in its middle.

use std::fmt::Write;

use fast_qr::{ECL, QRBuilder};

/// The side of the Swiss QR code, in millimetres.
pub const SIDE: f32 = 46.0;
/// What it holds at most, in bytes (Implementation Guidelines 2.3, section 4.1: version 25 at level M).
const LONGEST: usize = 997;

/// The code holds no more.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the bill's data do not fit a QR code")]
pub struct TooLong;

/// Draws the code of a payload with its upper left corner here.
///
/// # Errors
/// [`TooLong`] for a payload that no code of the standard holds.
pub fn symbol(out: &mut String, payload: &str, (x, y): (f32, f32)) -> Result<(), TooLong> {
    if payload.len() > LONGEST {
        return Err(TooLong);
    }
    let code = QRBuilder::new(payload).ecl(ECL::M).build().map_err(|_| TooLong)?;
    let mut path = String::new();
    for row in 0..code.size {
        // Neighbours are drawn as one.
        let mut column = 0;
        for run in code[row][..code.size].chunk_by(|one, other| one.value() == other.value()) {
            let width = run.len();
            if run[0].value() {
                let _ = write!(path, "M{column} {row}h{width}v1h-{width}z");
            }
            column += width;
        }
    }
    let side = u16::try_from(code.size).map_err(|_| TooLong)?;
    let scale = SIDE / f32::from(side);
    let middle = SIDE / 2.0;
    let _ = write!(
        out,
        "<g transform=\"translate({x} {y})\"><path id=\"swiss-qr\" shape-rendering=\"crispEdges\" \
         transform=\"scale({scale:.5})\" d=\"{path}\"/><g transform=\"translate({middle} {middle})\">\
         <rect x=\"-3.5\" y=\"-3.5\" width=\"7\" height=\"7\" fill=\"#fff\"/>\
         <rect x=\"-3\" y=\"-3\" width=\"6\" height=\"6\"/>\
         <path d=\"M-0.58 -1.95h1.16v1.37h1.37v1.16h-1.37v1.37h-1.16v-1.37h-1.37v-1.16h1.37z\" fill=\"#fff\"/></g></g>"
    );
    Ok(())
}
