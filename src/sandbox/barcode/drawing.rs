//! Draws a label, or a barcode alone, in millimetres, with SPECIMEN on it: it is good for nothing. Where Post's logo belongs there
//! is an empty frame; a logo of the sender's is not drawn.

use std::fmt::Write;

use serde_json::Value;

use crate::paper::code128::encode;
use crate::paper::{PaperError, escaped};
use crate::sandbox::barcode::image::{Format, file};
use crate::sandbox::barcode::lines::{Printed, services, text};
use crate::sandbox::barcode::services::SERVICES;

/// A module of the bars: the whole ident code is 134 of them, 68.07 mm (handbook 3.1.4 asks for 68.0 to 69.0).
const MODULE: f32 = 0.508;
const BARS: f32 = 22.9;
/// The bars of a service.
const SERVICE: f32 = 10.0;
const LEFT: f32 = 8.0;
/// Clear around bars: ten modules.
const QUIET: f32 = 5.1;

/// A drawing, and the areas of its bars: left, top, right, bottom.
struct Sheet {
    svg: String,
    bars: Vec<(f32, f32, f32, f32)>,
}

/// The label in the format that was asked for.
///
/// # Errors
/// When the paper cannot be drawn on.
pub fn label(order: &Value, ident_code: &str, printed: &Printed) -> Result<Vec<u8>, PaperError> {
    picture(&drawing(order, ident_code, printed), &order["labelDefinition"])
}

/// The barcodes of a parcel in the format that was asked for: its ident code, then one for each service that has any.
///
/// # Errors
/// When the paper cannot be drawn on.
pub fn single(order: &Value, ident_code: &str) -> Result<Vec<Vec<u8>>, PaperError> {
    let services = coded(order).map(|(name, digits)| (SERVICE, digits, format!("{name} {digits}")));
    let all = [(BARS, ident_code, grouped(ident_code))].into_iter().chain(services);
    all.map(|(high, digits, words)| picture(&alone(high, digits, &words), &order["barcodeDefinition"]))
        .collect()
}

fn picture(sheet: &Sheet, definition: &Value) -> Result<Vec<u8>, PaperError> {
    let format = Format::read(text(definition, "imageFileType")).unwrap_or(Format::Pdf);
    let resolution = definition["imageResolution"].as_u64().and_then(|dpi| u16::try_from(dpi).ok());
    file(&sheet.svg, format, resolution.unwrap_or(300), &sheet.bars)
}

fn opened(width: f32, height: f32) -> Sheet {
    let svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}mm\" height=\"{height}mm\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"Liberation Sans\"><rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>"
    );
    Sheet { svg, bars: Vec::new() }
}

/// One code with its number below.
fn alone(high: f32, digits: &str, words: &str) -> Sheet {
    let modules = encode(digits).map_or(0, |code| code.modules);
    let mut sheet = opened(f32::from(modules) * MODULE + 2.0 * QUIET, high + 2.0 * QUIET + 6.0);
    bars(&mut sheet, digits, ((QUIET, QUIET), high), false);
    print(&mut sheet.svg, (QUIET, high + QUIET + 5.0), 4.0, words);
    print(&mut sheet.svg, (QUIET, high + QUIET + 9.0), 3.0, "SPECIMEN");
    sheet.svg.push_str("</svg>");
    sheet
}

fn drawing(order: &Value, ident_code: &str, printed: &Printed) -> Sheet {
    let layout = order["labelDefinition"]["labelLayout"].as_str();
    let (width, height) = match layout {
        Some("A7") => (105.0, 74.0),
        Some("A5") => (210.0, 148.0),
        _ => (148.0, 105.0),
    };
    let mut sheet = opened(width, height);
    let top = height * 0.2;
    // The smallest has no room for it (handbook 3.1.4).
    if layout != Some("A7") {
        print(&mut sheet.svg, (LEFT, top * 0.5), 2.6, text(&order["customer"], "domicilePostOffice"));
    }
    frame(&mut sheet.svg, (LEFT + 50.0, top * 0.25));
    print(&mut sheet.svg, (LEFT, top - 1.8), 2.6, &version(order));
    bars(&mut sheet, ident_code, ((LEFT, top), BARS), false);
    print(&mut sheet.svg, (LEFT, top + BARS + 7.0), 5.4, &grouped(ident_code));
    for (at, (name, digits)) in (0_u8..).zip(coded(order)) {
        let left = LEFT + 82.0 + f32::from(at) * 17.9;
        bars(&mut sheet, digits, ((left, top + 29.0), SERVICE), true);
        print(&mut sheet.svg, (left + 11.0, top + 4.0), 3.4, name);
    }
    let addresses = text(&order["labelDefinition"], "printAddresses");
    if !["NONE", "ONLY_RECIPIENT"].contains(&addresses) {
        sender(&mut sheet.svg, &printed.sender, height);
    }
    let pitch = ((height - top - BARS - 18.0) / 8.0).min(5.0);
    let lines = if ["NONE", "ONLY_CUSTOMER"].contains(&addresses) { &[][..] } else { &printed.lines };
    for (at, line) in (1_u8..).zip(lines) {
        let down = top + BARS + 10.0 + f32::from(at) * pitch;
        print(&mut sheet.svg, (height * 0.4, down), pitch * 0.8, line);
    }
    let (middle, centre, size) = (width / 2.0, height / 2.0, height * 0.22);
    // A tint of blue, which printers in black and white print as dots.
    let _ = write!(
        sheet.svg,
        "<text transform=\"translate({middle} {centre}) rotate(-20)\" text-anchor=\"middle\" font-size=\"{size}\" \
         font-weight=\"bold\" fill=\"#003\" fill-opacity=\"0.18\">SPECIMEN</text></svg>"
    );
    sheet
}

/// The line above the bars: weight, the mark of climate protection, and which one of how many parcels it is. What Post writes
/// there beside them, the version of its program and the day, is left out.
fn version(order: &Value) -> String {
    let attributes = &order["item"]["attributes"];
    let [part, of] = match order["language"].as_str() {
        Some("FR") => ["colis", "sur"],
        Some("IT") => ["pacco", "di"],
        Some("EN") => ["parcel", "of"],
        _ => ["Paket", "von"],
    };
    let number = |name: &str| attributes[name].as_i64();
    let weight = number("weight").map(|grams| format!("{grams} g"));
    let climate = (attributes["proClima"] == true).then(|| "pro clima".to_owned());
    let parts = number("parcelNo").zip(number("parcelTotal"));
    let parts = parts.map(|(number, total)| format!("{part} {number} {of} {total}"));
    weight.into_iter().chain(climate).chain(parts).collect::<Vec<_>>().join("  ")
}

/// The services with bars of their own; Economy has none.
fn coded(order: &Value) -> impl Iterator<Item = (&str, &str)> {
    services(order).filter_map(|service| {
        let number = service.strip_prefix("ZAW");
        let known = SERVICES.iter().find(|(name, _)| *name == service).map(|(_, digits)| *digits);
        number.or(known).map(|digits| (service, digits))
    })
}

fn sender(out: &mut String, lines: &[String], height: f32) {
    for (at, line) in (0_u8..).zip(lines) {
        let x = LEFT + 3.0 + f32::from(at) * 3.4;
        let _ = write!(
            out,
            "<text transform=\"translate({x} {}) rotate(-90)\" font-size=\"2.6\">{}</text>",
            height - 5.0,
            escaped(line)
        );
    }
}

fn frame(out: &mut String, (x, y): (f32, f32)) {
    let _ = write!(
        out,
        "<rect x=\"{x}\" y=\"{y}\" width=\"18\" height=\"6\" fill=\"none\" stroke=\"#777\" stroke-width=\"0.2\"/>"
    );
}

/// Bars from their upper left corner, or, turned by a quarter to the left, from their lower left one.
fn bars(sheet: &mut Sheet, digits: &str, ((x, y), high): ((f32, f32), f32), is_turned: bool) {
    let Some(code) = encode(digits) else { return };
    let path = code.bars.iter().fold(String::new(), |mut path, (at, width)| {
        let (at, width) = (f32::from(*at) * MODULE, f32::from(*width) * MODULE);
        let _ = write!(path, "M{at:.3} 0h{width:.3}v{high}h-{width:.3}z");
        path
    });
    let (turn, long) = (if is_turned { " rotate(-90)" } else { "" }, f32::from(code.modules) * MODULE);
    let (left, top, right, bottom) =
        if is_turned { (x, y - long, x + high, y) } else { (x, y, x + long, y + high) };
    sheet.bars.push((left - QUIET, top - QUIET, right + QUIET, bottom + QUIET));
    let _ = write!(
        sheet.svg,
        "<path transform=\"translate({x} {y}){turn}\" shape-rendering=\"crispEdges\" d=\"{path}\"/>"
    );
}

fn print(out: &mut String, (x, y): (f32, f32), size: f32, line: &str) {
    let _ = write!(out, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\">{}</text>", escaped(line));
}

/// `99.00.123456.20000001`.
fn grouped(code: &str) -> String {
    let part = |from: usize, to: usize| code.get(from..to).unwrap_or_default();
    [part(0, 2), part(2, 4), part(4, 10), part(10, 18)].join(".")
}
