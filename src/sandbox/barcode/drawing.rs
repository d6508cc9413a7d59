//! Draws a label in millimetres, with SPECIMEN across it: it is good for nothing. Where Post's logo belongs there is an empty frame.

use serde_json::Value;

use crate::paper::code128::encode;
use crate::paper::drawing::{Anchor, Code, Drawing, GREY, Pen, Place, Shape, Text};
use crate::paper::svg::svg;
use crate::paper::{PaperError, area::Area, pdf, png};
use crate::sandbox::barcode::lines::{services, text};
use crate::sandbox::barcode::rules::SERVICES;

/// A module of the bars: the whole ident code is 134 of them, 68.07 mm (handbook 3.1.4 asks for 68.0 to 69.0).
const MODULE: f32 = 0.508;
const BARS: f32 = 22.9;
const LEFT: f32 = 8.0;

/// The picture that was asked for: PNG, else PDF.
///
/// # Errors
/// When the paper cannot be drawn on.
pub fn picture(order: &Value, ident_code: &str, lines: &[String]) -> Result<Vec<u8>, PaperError> {
    let drawing = drawing(order, ident_code, lines);
    let definition = &order["labelDefinition"];
    if text(definition, "imageFileType").eq_ignore_ascii_case("PNG") {
        let resolution = definition["imageResolution"].as_u64().and_then(|dpi| u16::try_from(dpi).ok());
        return png(&svg(&drawing), resolution.unwrap_or(300));
    }
    pdf(&drawing)
}

fn drawing(order: &Value, ident_code: &str, lines: &[String]) -> Drawing {
    let (width, height) = match order["labelDefinition"]["labelLayout"].as_str() {
        Some("A7") => (105.0, 74.0),
        Some("A5") => (210.0, 148.0),
        _ => (148.0, 105.0),
    };
    let mut sheet = Drawing::new((width, height));
    let out = &mut sheet.shapes;
    let top = height * 0.2;
    print(out, (LEFT, top * 0.5), 2.6, text(&order["customer"], "domicilePostOffice"));
    let pen = Pen { width: 0.2, colour: GREY, dash: None };
    out.push(Shape::Frame(Area::new(LEFT + 50.0, top * 0.25, 18.0, 6.0), pen));
    bars(out, ident_code, Place { at: (LEFT, top), turned: 0.0 }, BARS);
    print(out, (LEFT, top + BARS + 7.0), 5.4, &grouped(ident_code));
    for (at, (name, digits)) in (0_u8..).zip(coded(order)) {
        let left = LEFT + 82.0 + f32::from(at) * 17.9;
        bars(out, digits, Place { at: (left, top + 29.0), turned: 90.0 }, 10.0);
        print(out, (left + 11.0, top + 4.0), 3.4, name);
    }
    sender(out, &order["customer"], height);
    let pitch = ((height - top - BARS - 18.0) / 8.0).min(5.0);
    for (at, line) in (1_u8..).zip(lines) {
        let down = top + BARS + 10.0 + f32::from(at) * pitch;
        print(out, (height * 0.4, down), pitch * 0.8, line);
    }
    let middle = (width / 2.0, height / 2.0);
    out.push(Shape::Text(Text {
        place: Place { at: middle, turned: 20.0 },
        anchor: Anchor::Middle,
        bold: true,
        opacity: 0.18,
        ..Text::new(middle, height * 0.22, "SPECIMEN")
    }));
    sheet
}

/// The services with bars of their own; Economy has none.
fn coded(order: &Value) -> impl Iterator<Item = (&str, &str)> {
    services(order).filter_map(|service| {
        let number = service.strip_prefix("ZAW");
        let known = SERVICES.iter().find(|(name, _)| *name == service).map(|(_, digits)| *digits);
        number.or(known).map(|digits| (service, digits))
    })
}

fn sender(out: &mut Vec<Shape>, customer: &Value, height: f32) {
    let town = format!("{} {}", text(customer, "zip"), text(customer, "city"));
    let lines = [text(customer, "name1"), text(customer, "name2"), text(customer, "street"), &town];
    for (at, line) in (0_u8..).zip(lines.into_iter().filter(|line| !line.trim().is_empty())) {
        let at = (LEFT + 3.0 + f32::from(at) * 3.4, height - 5.0);
        out.push(Shape::Text(Text { place: Place { at, turned: 90.0 }, ..Text::new(at, 2.6, line) }));
    }
}

fn bars(out: &mut Vec<Shape>, digits: &str, place: Place, height: f32) {
    let code = encode(digits).map(|bars| Code { id: None, place, module: MODULE, height, bars });
    out.extend(code.map(Shape::Code));
}

fn print(out: &mut Vec<Shape>, at: (f32, f32), size: f32, line: &str) {
    out.push(Shape::Text(Text::new(at, size, line)));
}

/// `99.00.123456.20000001`.
fn grouped(code: &str) -> String {
    let part = |from: usize, to: usize| code.get(from..to).unwrap_or_default();
    [part(0, 2), part(2, 4), part(4, 10), part(10, 18)].join(".")
}
