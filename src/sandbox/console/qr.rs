//! A QR code as a drawing for a page.

use std::fmt::Write;

use fast_qr::{ECL, QRBuilder};

/// The quiet zone, in modules (ISO/IEC 18004).
const QUIET: usize = 4;

/// The drawing; nothing for what no code can hold.
#[must_use]
pub fn svg(says: &str) -> String {
    let Ok(code) = QRBuilder::new(says).ecl(ECL::M).build() else { return String::new() };
    let side = code.size + 2 * QUIET;
    let mut bars = String::new();
    for row in 0..code.size {
        for (column, _) in code[row][..code.size].iter().enumerate().filter(|(_, module)| module.value()) {
            let _ = write!(bars, "M{} {}h1v1h-1z", column + QUIET, row + QUIET);
        }
    }
    format!(
        "<svg viewBox=\"0 0 {side} {side}\" role=\"img\" aria-label=\"QR code\" shape-rendering=\"crispEdges\">\
         <rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path d=\"{bars}\" fill=\"#000\"/></svg>"
    )
}
