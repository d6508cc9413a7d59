//! Draws a label in millimetres, with SPECIMEN across it: it is good for nothing. Where Post's logo belongs there is an empty frame.

use std::fmt::Write;

use serde_json::Value;

use crate::paper::code128::encode;
use crate::paper::{PaperError, escaped, pdf, png};
use crate::sandbox::barcode::lines::{services, text};
use crate::sandbox::barcode::rules::SERVICES;

/// A module of the bars: the whole ident code is 134 of them, 68.07 mm (handbook 3.1.4 asks for 68.0 to 69.0).
const MODULE: f64 = 0.508;
const BARS: f64 = 22.9;
const LEFT: f64 = 8.0;

/// The picture that was asked for: PNG, else PDF.
///
/// # Errors
/// When the paper cannot be drawn on.
pub fn picture(order: &Value, ident_code: &str, lines: &[String]) -> Result<Vec<u8>, PaperError> {
    let drawing = drawing(order, ident_code, lines);
    let definition = &order["labelDefinition"];
    if text(definition, "imageFileType").eq_ignore_ascii_case("PNG") {
        let resolution = definition["imageResolution"].as_u64().and_then(|dpi| u16::try_from(dpi).ok());
        return png(&drawing, resolution.unwrap_or(300));
    }
    pdf(&drawing)
}

fn drawing(order: &Value, ident_code: &str, lines: &[String]) -> String {
    let (width, height) = match order["labelDefinition"]["labelLayout"].as_str() {
        Some("A7") => (105.0, 74.0),
        Some("A5") => (210.0, 148.0),
        _ => (148.0, 105.0),
    };
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}mm\" height=\"{height}mm\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"Liberation Sans\"><rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>"
    );
    let top = height * 0.2;
    print(&mut out, (LEFT, top * 0.5), 2.6, text(&order["customer"], "domicilePostOffice"));
    frame(&mut out, (LEFT + 50.0, top * 0.25));
    bars(&mut out, ident_code, &format!("translate({LEFT} {top})"), BARS);
    print(&mut out, (LEFT, top + BARS + 7.0), 5.4, &grouped(ident_code));
    for (at, (name, digits)) in (0_u8..).zip(coded(order)) {
        let left = LEFT + 82.0 + f64::from(at) * 17.9;
        bars(&mut out, digits, &format!("translate({left} {}) rotate(-90)", top + 29.0), 10.0);
        print(&mut out, (left + 11.0, top + 4.0), 3.4, name);
    }
    sender(&mut out, &order["customer"], height);
    let pitch = ((height - top - BARS - 18.0) / 8.0).min(5.0);
    for (at, line) in (1_u8..).zip(lines) {
        let down = top + BARS + 10.0 + f64::from(at) * pitch;
        print(&mut out, (height * 0.4, down), pitch * 0.8, line);
    }
    let (middle, centre, size) = (width / 2.0, height / 2.0, height * 0.22);
    let _ = write!(
        out,
        "<text transform=\"translate({middle} {centre}) rotate(-20)\" text-anchor=\"middle\" font-size=\"{size}\" \
         font-weight=\"bold\" fill=\"#000\" fill-opacity=\"0.18\">SPECIMEN</text></svg>"
    );
    out
}

/// The services with bars of their own; Economy has none.
fn coded(order: &Value) -> impl Iterator<Item = (&str, &str)> {
    services(order).filter_map(|service| {
        let number = service.strip_prefix("ZAW");
        let known = SERVICES.iter().find(|(name, _)| *name == service).map(|(_, digits)| *digits);
        number.or(known).map(|digits| (service, digits))
    })
}

fn sender(out: &mut String, customer: &Value, height: f64) {
    let town = format!("{} {}", text(customer, "zip"), text(customer, "city"));
    let lines = [text(customer, "name1"), text(customer, "name2"), text(customer, "street"), &town];
    for (at, line) in (0_u8..).zip(lines.into_iter().filter(|line| !line.trim().is_empty())) {
        let x = LEFT + 3.0 + f64::from(at) * 3.4;
        let _ = write!(
            out,
            "<text transform=\"translate({x} {}) rotate(-90)\" font-size=\"2.6\">{}</text>",
            height - 5.0,
            escaped(line)
        );
    }
}

fn frame(out: &mut String, (x, y): (f64, f64)) {
    let _ = write!(
        out,
        "<rect x=\"{x}\" y=\"{y}\" width=\"18\" height=\"6\" fill=\"none\" stroke=\"#777\" stroke-width=\"0.2\"/>"
    );
}

fn bars(out: &mut String, digits: &str, place: &str, height: f64) {
    let Some(code) = encode(digits) else { return };
    let path = code.bars.iter().fold(String::new(), |mut path, (at, width)| {
        let (at, width) = (f64::from(*at) * MODULE, f64::from(*width) * MODULE);
        let _ = write!(path, "M{at:.3} 0h{width:.3}v{height}h-{width:.3}z");
        path
    });
    let _ = write!(out, "<path transform=\"{place}\" shape-rendering=\"crispEdges\" d=\"{path}\"/>");
}

fn print(out: &mut String, (x, y): (f64, f64), size: f64, line: &str) {
    let _ = write!(out, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\">{}</text>", escaped(line));
}

/// `99.00.123456.20000001`.
fn grouped(code: &str) -> String {
    let part = |from: usize, to: usize| code.get(from..to).unwrap_or_default();
    [part(0, 2), part(2, 4), part(4, 10), part(10, 18)].join(".")
}
