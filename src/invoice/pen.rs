//! Texts on the sheet of a bill, and the sheet itself.

use std::fmt::Write;

use crate::invoice::wrap::PT;
use crate::paper::escaped;

/// An empty sheet of so many millimetres, with a name for who does not see it; whoever draws on it closes it by `</svg>`.
#[must_use]
pub fn open(width: f32, height: f32, name: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}mm\" height=\"{height}mm\" role=\"img\" \
         aria-label=\"{}\" viewBox=\"0 0 {width} {height}\" font-family=\"Liberation Sans, Arial, Helvetica, sans-serif\" fill=\"#000\">\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>",
        escaped(name)
    )
}

/// A line of text whose baseline begins here.
pub fn line(out: &mut String, at: (f32, f32), points: f32, bold: bool, text: &str) {
    put(out, at, points, if bold { "font-weight=\"bold\"" } else { "" }, text);
}

/// A line of text whose baseline ends here.
pub fn right(out: &mut String, at: (f32, f32), points: f32, bold: bool, text: &str) {
    let weight = if bold { " font-weight=\"bold\"" } else { "" };
    put(out, at, points, &format!("text-anchor=\"end\"{weight}"), text);
}

fn put(out: &mut String, (x, y): (f32, f32), points: f32, more: &str, text: &str) {
    let size = points * PT;
    let _ = write!(
        out,
        "<text x=\"{x:.2}\" y=\"{y:.2}\" font-size=\"{size:.3}\" {more}>{}</text>",
        escaped(text)
    );
}
