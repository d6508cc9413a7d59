//! The Swiss QR code: level M, 46 mm, with the cross in its middle.

use fast_qr::{ECL, QRBuilder};

use crate::paper::area::Area;
use crate::paper::drawing::{BLACK, Shape, Symbol, WHITE};

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
pub fn symbol(out: &mut Vec<Shape>, payload: &str, at: (f32, f32)) -> Result<(), TooLong> {
    if payload.len() > LONGEST {
        return Err(TooLong);
    }
    let code = QRBuilder::new(payload).ecl(ECL::M).build().map_err(|_| TooLong)?;
    let side = u16::try_from(code.size).map_err(|_| TooLong)?;
    let mut blocks: Vec<[u16; 4]> = Vec::new();
    // Blocks that the row above ends with.
    let mut open: Vec<usize> = Vec::new();
    for (row, squares) in (0..side).zip((0..code.size).map(|row| &code[row][..code.size])) {
        let mut column = 0;
        let mut next = Vec::new();
        for run in squares.chunk_by(|one, other| one.value() == other.value()) {
            let wide = u16::try_from(run.len()).map_err(|_| TooLong)?;
            if run[0].value() {
                // Neighbours are drawn as one, and so are rows of the same width.
                let above = open.iter().find(|at| blocks[**at][0] == column && blocks[**at][2] == wide);
                match above {
                    Some(at) => {
                        blocks[*at][3] += 1;
                        next.push(*at);
                    }
                    None => {
                        next.push(blocks.len());
                        blocks.push([column, row, wide, 1]);
                    }
                }
            }
            column += wide;
        }
        open = next;
    }
    out.push(Shape::Symbol(Symbol { id: "swiss-qr", at, square: SIDE / f32::from(side), blocks }));
    cross(out, (at.0 + SIDE / 2.0, at.1 + SIDE / 2.0));
    Ok(())
}

/// The Swiss cross, 7 mm wide with its white edge.
fn cross(out: &mut Vec<Shape>, (x, y): (f32, f32)) {
    let around = |wide: f32, high: f32| Area::new(x - wide / 2.0, y - high / 2.0, wide, high);
    out.push(Shape::Boxes(vec![around(7.0, 7.0)], WHITE));
    out.push(Shape::Boxes(vec![around(6.0, 6.0)], BLACK));
    out.push(Shape::Boxes(vec![around(1.16, 3.9), around(3.9, 1.16)], WHITE));
}
