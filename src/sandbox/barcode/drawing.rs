//! Draws a label, or a barcode alone, in millimetres, with SPECIMEN on it: it is good for nothing. Where Post's logo belongs there
//! is an empty frame; a logo of the sender's is not drawn.

use serde_json::Value;

use crate::paper::PaperError;
use crate::paper::area::Area;
use crate::paper::code128::encode;
use crate::paper::drawing::{Anchor, Code, Colour, Drawing, GREY, Pen, Place, Shape, Text};
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
/// A tint of blue, which printers in black and white print as dots.
const TINT: Colour = Colour(0, 0, 0x33);

/// A drawing, and the areas of its bars: left, top, right, bottom.
struct Sheet {
    drawing: Drawing,
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
    file(&sheet.drawing, format, resolution.unwrap_or(300), &sheet.bars)
}

fn opened(width: f32, height: f32) -> Sheet {
    Sheet { drawing: Drawing::new((width, height)), bars: Vec::new() }
}

/// One code with its number below.
fn alone(high: f32, digits: &str, words: &str) -> Sheet {
    let modules = encode(digits).map_or(0, |code| code.modules);
    let mut sheet = opened(f32::from(modules) * MODULE + 2.0 * QUIET, high + 2.0 * QUIET + 6.0);
    bars(&mut sheet, digits, ((QUIET, QUIET), high), false);
    print(&mut sheet, (QUIET, high + QUIET + 5.0), 4.0, words);
    print(&mut sheet, (QUIET, high + QUIET + 9.0), 3.0, "SPECIMEN");
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
        print(&mut sheet, (LEFT, top * 0.5), 2.6, text(&order["customer"], "domicilePostOffice"));
    }
    let pen = Pen { width: 0.2, colour: GREY, dash: None };
    sheet.drawing.shapes.push(Shape::Frame(Area::new(LEFT + 50.0, top * 0.25, 18.0, 6.0), pen));
    print(&mut sheet, (LEFT, top - 1.8), 2.6, &version(order));
    bars(&mut sheet, ident_code, ((LEFT, top), BARS), false);
    print(&mut sheet, (LEFT, top + BARS + 7.0), 5.4, &grouped(ident_code));
    for (at, (name, digits)) in (0_u8..).zip(coded(order)) {
        let left = LEFT + 82.0 + f32::from(at) * 17.9;
        bars(&mut sheet, digits, ((left, top + 29.0), SERVICE), true);
        print(&mut sheet, (left + 11.0, top + 4.0), 3.4, name);
    }
    let addresses = text(&order["labelDefinition"], "printAddresses");
    if !["NONE", "ONLY_RECIPIENT"].contains(&addresses) {
        sender(&mut sheet, &printed.sender, height);
    }
    let pitch = ((height - top - BARS - 18.0) / 8.0).min(5.0);
    let lines = if ["NONE", "ONLY_CUSTOMER"].contains(&addresses) { &[][..] } else { &printed.lines };
    for (at, line) in (1_u8..).zip(lines) {
        let down = top + BARS + 10.0 + f32::from(at) * pitch;
        print(&mut sheet, (height * 0.4, down), pitch * 0.8, line);
    }
    let middle = (width / 2.0, height / 2.0);
    sheet.drawing.shapes.push(Shape::Text(Text {
        place: Place { at: middle, turned: 20.0 },
        anchor: Anchor::Middle,
        bold: true,
        colour: TINT,
        opacity: 0.18,
        ..Text::new(middle, height * 0.22, "SPECIMEN")
    }));
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
    weight.into_iter().chain(climate).chain(parts).collect::<Vec<_>>().join(" · ")
}

/// The services with bars of their own; Economy has none.
fn coded(order: &Value) -> impl Iterator<Item = (&str, &str)> {
    services(order).filter_map(|service| {
        let number = service.strip_prefix("ZAW");
        let known = SERVICES.iter().find(|(name, _)| *name == service).map(|(_, digits)| *digits);
        number.or(known).map(|digits| (service, digits))
    })
}

fn sender(sheet: &mut Sheet, lines: &[String], height: f32) {
    for (at, line) in (0_u8..).zip(lines) {
        let at = (LEFT + 3.0 + f32::from(at) * 3.4, height - 5.0);
        let place = Place { at, turned: 90.0 };
        sheet.drawing.shapes.push(Shape::Text(Text { place, ..Text::new(at, 2.6, line) }));
    }
}

/// Bars from their upper left corner, or, turned by a quarter to the left, from their lower left one.
fn bars(sheet: &mut Sheet, digits: &str, ((x, y), high): ((f32, f32), f32), is_turned: bool) {
    let Some(bars) = encode(digits) else { return };
    let long = f32::from(bars.modules) * MODULE;
    let (left, top, right, bottom) =
        if is_turned { (x, y - long, x + high, y) } else { (x, y, x + long, y + high) };
    sheet.bars.push((left - QUIET, top - QUIET, right + QUIET, bottom + QUIET));
    let place = Place { at: (x, y), turned: if is_turned { 90.0 } else { 0.0 } };
    sheet.drawing.shapes.push(Shape::Code(Code { id: None, place, module: MODULE, height: high, bars }));
}

fn print(sheet: &mut Sheet, at: (f32, f32), size: f32, line: &str) {
    sheet.drawing.shapes.push(Shape::Text(Text::new(at, size, line)));
}

/// `99.00.123456.20000001`.
fn grouped(code: &str) -> String {
    let part = |from: usize, to: usize| code.get(from..to).unwrap_or_default();
    [part(0, 2), part(2, 4), part(4, 10), part(10, 18)].join(".")
}
