//! The drawing of an A6 label, as SVG in true millimetres. It is a preview: SPECIMEN stands across it, and where
//! Post's logo belongs there is an empty frame, since the logo is not ours to print.

use std::fmt::Write;

use chrono::NaiveDate;

use crate::label::layout::{
    BAR_HEIGHT, IDENT_LEFT, IDENT_TOP, LINE_PITCH, MODULE, RECIPIENT_BOTTOM, RECIPIENT_LEFT, RECIPIENT_TOP,
    SERVICE_DEPTH, SERVICE_OFFSET,
};
use crate::label::{IdentCode, Layout, Recipient};
use crate::paper::code128::encode;
use crate::paper::escaped;

/// Everything that stands on a label.
#[derive(Clone, Debug)]
pub struct Label {
    /// Who receives it.
    pub recipient: Recipient,
    /// Who sends it, line by line.
    pub sender: Vec<String>,
    /// The home post office of the sender.
    pub home_office: String,
    /// The ident code.
    pub ident: IdentCode,
    /// When it was announced.
    pub date: NaiveDate,
    /// In grams.
    pub weight_g: i64,
}

/// `PostPac` Priority: short name and number of its service code (developer.post.ch, chapter 6).
const SERVICE: (&str, &str) = ("PRI", "0509");

/// The label as SVG, 148 x 105 mm.
#[must_use]
pub fn svg(label: &Label) -> String {
    let (width, height) = Layout::A6.size();
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}mm\" height=\"{height}mm\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"Liberation Sans, Arial, Helvetica, sans-serif\" fill=\"#000\">\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>"
    );
    head(&mut out, label);
    ident(&mut out, &label.ident);
    service(&mut out);
    sender(&mut out, &label.sender);
    recipient(&mut out, &label.recipient);
    specimen(&mut out, width, height);
    out.push_str("</svg>");
    out
}

fn head(out: &mut String, label: &Label) {
    text(out, (IDENT_LEFT, 12.0), 3.2, "", &label.home_office);
    let kilograms = (label.weight_g + 50) / 100;
    let version =
        format!("1.0  {}  MURMEL  {}.{} kg", label.date.format("%d.%m.%Y"), kilograms / 10, kilograms % 10);
    text(out, (IDENT_LEFT, 22.2), 2.3, "", &version);
    out.push_str(
        "<rect x=\"55.8\" y=\"14.2\" width=\"20.2\" height=\"6\" fill=\"none\" stroke=\"#777\" stroke-width=\"0.2\" \
         stroke-dasharray=\"1 0.8\"/>",
    );
    text(out, (60.2, 18.0), 2.2, "fill=\"#777\"", "Post logo");
}

fn ident(out: &mut String, code: &IdentCode) {
    bars(out, "ident", code.digits(), &format!("translate({IDENT_LEFT} {IDENT_TOP})"), BAR_HEIGHT);
    let below = IDENT_TOP + BAR_HEIGHT + 2.5 + 4.6;
    let fit = "textLength=\"68\" lengthAdjust=\"spacing\"";
    text(out, (IDENT_LEFT, below), 6.2, fit, &code.grouped());
}

/// The service code reads from the bottom up, its top in line with the ident code's.
fn service(out: &mut String) {
    let (name, digits) = SERVICE;
    let left = IDENT_LEFT + SERVICE_OFFSET;
    let bottom = IDENT_TOP + MODULE * 57.0;
    bars(out, "service", digits, &format!("translate({left} {bottom}) rotate(-90)"), SERVICE_DEPTH);
    text(out, (left + SERVICE_DEPTH + 2.0, IDENT_TOP + 4.2), 4.6, "font-weight=\"bold\"", name);
}

fn bars(out: &mut String, id: &str, digits: &str, place: &str, height: f32) {
    let Some(code) = encode(digits) else { return };
    let path = code.bars.iter().fold(String::new(), |mut path, (at, width)| {
        let (at, width) = (f32::from(*at) * MODULE, f32::from(*width) * MODULE);
        let _ = write!(path, "M{at:.3} 0h{width:.3}v{height}h-{width:.3}z");
        path
    });
    let _ =
        write!(out, "<path id=\"{id}\" transform=\"{place}\" shape-rendering=\"crispEdges\" d=\"{path}\"/>");
}

fn sender(out: &mut String, lines: &[String]) {
    for (at, line) in (0u8..).zip(lines) {
        let x = 10.6 + f32::from(at) * 3.4;
        let _ = write!(
            out,
            "<text transform=\"translate({x} 100) rotate(-90)\" font-size=\"2.6\">{}</text>",
            escaped(line)
        );
    }
}

fn recipient(out: &mut String, recipient: &Recipient) {
    let block = recipient.lines(Layout::A6);
    let count = u8::try_from(block.lines.len()).unwrap_or(u8::MAX);
    let pitch = LINE_PITCH.min((RECIPIENT_BOTTOM - RECIPIENT_TOP) / f32::from(count.max(1)));
    let size = pitch * 0.85;
    for (at, line) in (0u8..).zip(&block.lines) {
        let baseline = RECIPIENT_TOP + size * 0.92 + f32::from(at) * pitch;
        let is_name2 = block.name2_at == Some(usize::from(at));
        let last = at + 1 == count;
        let style = match (is_name2, last) {
            _ if at == 0 => "id=\"name\"",
            (true, _) => "id=\"name2\" font-weight=\"bold\"",
            (_, true) => "id=\"town\" font-weight=\"bold\"",
            _ => "",
        };
        text(out, (RECIPIENT_LEFT, baseline), size, style, line);
    }
}

fn specimen(out: &mut String, width: f32, height: f32) {
    let (x, y) = (width / 2.0, height / 2.0 + 6.0);
    let _ = write!(
        out,
        "<text id=\"specimen\" transform=\"translate({x} {y}) rotate(-24)\" text-anchor=\"middle\" font-size=\"25\" \
         font-weight=\"bold\" letter-spacing=\"1\" fill=\"#b52b46\" fill-opacity=\"0.22\">SPECIMEN</text>"
    );
}

fn text(out: &mut String, (x, y): (f32, f32), size: f32, more: &str, content: &str) {
    let content = escaped(content);
    let _ = write!(out, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" {more}>{content}</text>");
}
