//! A scene as SVG in true millimetres; PDF and PNG are drawn from the same. Where Post's logo belongs there is an empty frame,
//! since the logo is not ours to print.

use std::fmt::Write;

use crate::label::Orientation;
use crate::label::area::Area;
use crate::label::layout::MODULE;
use crate::label::scene::{Code, Item, Scene, Text};
use crate::paper::code128::encode;
use crate::paper::escaped;
use crate::paper::measure::width;

/// The label as SVG, as large as it is printed, for those who draw with the shop's own fonts.
#[must_use]
pub fn svg(scene: &Scene) -> String {
    drawing(scene, 1.0, false)
}

/// The label as SVG, so many times as large, for those who may draw with other fonts: every text says how long it is, so that a
/// wider font does not carry it out of its zone.
#[must_use]
pub fn enlarged(scene: &Scene, times: f32) -> String {
    drawing(scene, times, true)
}

fn drawing(scene: &Scene, times: f32, fitted: bool) -> String {
    let (width, height) = scene.size();
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{}mm\" height=\"{}mm\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"Liberation Sans, Arial, Helvetica, sans-serif\" fill=\"#000\">\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>",
        width * times,
        height * times
    );
    if scene.is_turned() {
        let _ = write!(out, "<g transform=\"translate(0 {height}) rotate(-90)\">");
    }
    lying(&mut out, scene, fitted);
    if scene.is_turned() {
        out.push_str("</g>");
    }
    out.push_str("</svg>");
    out
}

/// The same lying, however it leaves the printer: bars stay on the dots of a picture, which is turned afterwards.
#[must_use]
pub fn unturned(scene: &Scene) -> String {
    let lying = Scene { orientation: Orientation::Landscape, ..scene.clone() };
    svg(&lying)
}

fn lying(out: &mut String, scene: &Scene, fitted: bool) {
    for (kind, item) in &scene.items {
        match item {
            Item::Text(line) => text(out, kind.code(), line, fitted),
            Item::Code(code) => bars(out, code),
            Item::Frame(area) => frame(out, area),
        }
    }
    if scene.specimen {
        specimen(out, scene.layout.size());
    }
}

fn text(out: &mut String, zone: &str, line: &Text, fitted: bool) {
    let id = line.id.map_or_else(String::new, |id| format!(" id=\"{id}\""));
    let (x, y) = line.at;
    let place = if line.turned {
        format!("transform=\"translate({x:.3} {y:.3}) rotate(-90)\"")
    } else {
        format!("x=\"{x:.3}\" y=\"{y:.3}\"")
    };
    let colour = if line.soft { " fill=\"#777\"" } else { "" };
    let long = line.size * width(&line.text, line.bold);
    let length = fitted.then(|| format!(" textLength=\"{long:.3}\" lengthAdjust=\"spacingAndGlyphs\""));
    let weight = if line.bold { " font-weight=\"bold\"" } else { "" };
    let _ = write!(
        out,
        "<text{id} class=\"z-{zone}\" {place} font-size=\"{:.3}\"{}{colour}{weight}>{}</text>",
        line.size,
        length.unwrap_or_default(),
        escaped(&line.text)
    );
}

fn bars(out: &mut String, code: &Code) {
    let Some(encoded) = encode(&code.digits) else { return };
    let Area { x, y, width, height } = code.area;
    let (place, deep) = if code.turned {
        (format!("translate({x:.3} {:.3}) rotate(-90)", y + height), width)
    } else {
        (format!("translate({x:.3} {y:.3})"), height)
    };
    let path = encoded.bars.iter().fold(String::new(), |mut path, (at, width)| {
        let (at, width) = (f32::from(*at) * MODULE, f32::from(*width) * MODULE);
        let _ = write!(path, "M{at:.3} 0h{width:.3}v{deep:.3}h-{width:.3}z");
        path
    });
    let id = if code.id.is_empty() { String::new() } else { format!(" id=\"{}\"", code.id) };
    let _ = write!(out, "<path{id} transform=\"{place}\" shape-rendering=\"crispEdges\" d=\"{path}\"/>");
}

fn frame(out: &mut String, area: &Area) {
    let line = 0.2;
    let _ = write!(
        out,
        "<rect x=\"{:.3}\" y=\"{:.3}\" width=\"{:.3}\" height=\"{:.3}\" fill=\"none\" stroke=\"#777\" \
         stroke-width=\"{line}\" stroke-dasharray=\"1 0.8\"/>",
        area.x + line / 2.0,
        area.y + line / 2.0,
        area.width - line,
        area.height - line
    );
}

fn specimen(out: &mut String, (width, height): (f32, f32)) {
    let size = height * 0.238;
    let (x, y) = (width / 2.0, height / 2.0 + size * 0.24);
    let _ = write!(
        out,
        "<text id=\"specimen\" transform=\"translate({x} {y:.3}) rotate(-24)\" text-anchor=\"middle\" font-size=\"{size:.3}\" \
         font-weight=\"bold\" letter-spacing=\"1\" fill=\"#b52b46\" fill-opacity=\"0.22\">SPECIMEN</text>"
    );
}
