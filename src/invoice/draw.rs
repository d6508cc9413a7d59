//! The drawing of a bill: A4, the payment part 210 x 105 mm at its foot (Style Guide QR-bill: sizes in points and
//! millimetres, Arial metrics).

use std::fmt::Write;

use fast_qr::{ECL, QRBuilder};

use crate::i18n::{dates, text, text_with};
use crate::invoice::Bill;
use crate::invoice::payload::payload;
use crate::invoice::reference::{grouped, reference};
use crate::invoice::words::words;
use crate::money::Rappen;
use crate::paper::{self, PaperError, escaped};

/// A point in millimetres.
const PT: f32 = 25.4 / 72.0;
/// The side of the Swiss QR code.
const CODE: f32 = 46.0;
/// What it holds at most, in bytes (Implementation Guidelines 2.3, section 4.1: version 25 at level M).
const LONGEST: usize = 997;

/// Why a bill cannot be drawn.
#[derive(Debug, thiserror::Error)]
pub enum BillError {
    /// The code holds no more.
    #[error("the bill's data do not fit a QR code")]
    TooLong,
    /// The sheet cannot be written.
    #[error(transparent)]
    Paper(#[from] PaperError),
}

/// The bill as a PDF of one A4 page.
///
/// # Errors
/// See [`BillError`].
pub fn pdf(bill: &Bill) -> Result<Vec<u8>, BillError> {
    let mut out = open(210.0, 297.0);
    letter(&mut out, bill);
    out.push_str("<g transform=\"translate(0 192)\">");
    slip(&mut out, bill)?;
    out.push_str("</g></svg>");
    Ok(paper::pdf(&out)?)
}

/// The payment part with its receipt as SVG, 210 x 105 mm.
///
/// # Errors
/// See [`BillError`].
pub fn payment_part(bill: &Bill) -> Result<String, BillError> {
    let mut out = open(210.0, 105.0);
    slip(&mut out, bill)?;
    out.push_str("</svg>");
    Ok(out)
}

fn open(width: f32, height: f32) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}mm\" height=\"{height}mm\" role=\"img\" \
         viewBox=\"0 0 {width} {height}\" font-family=\"Liberation Sans, Arial, Helvetica, sans-serif\" fill=\"#000\">\
         <rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>"
    )
}

/// The upper part: who, to whom, what for.
fn letter(out: &mut String, bill: &Bill) {
    let key = |key: &str| text(bill.lang, key);
    line(out, (20.0, 24.0), 16.0, true, "murmel");
    line(out, (20.0, 30.0), 8.0, false, &bill.creditor.lines().join(", "));
    let number = bill.creditor.vat_number.as_str();
    line(out, (20.0, 34.0), 8.0, false, &text_with(bill.lang, "bill-vat-number", &[("x", number.into())]));
    for (at, text) in (0_u8..).zip(bill.debtor.lines()) {
        line(out, (120.0, 46.0 + 5.0 * f32::from(at)), 11.0, false, &text);
    }
    let title = text_with(bill.lang, "bill-title", &[("x", bill.number.clone().into())]);
    line(out, (20.0, 86.0), 16.0, true, &title);
    let when =
        [("x", dates::full(bill.lang, bill.date).into()), ("y", dates::full(bill.lang, bill.due).into())];
    line(out, (20.0, 93.0), 10.0, false, &text_with(bill.lang, "bill-dates", &when));
    let delivered = [("x", dates::full(bill.lang, bill.delivered_on).into())];
    line(out, (20.0, 97.5), 10.0, false, &text_with(bill.lang, "bill-delivery", &delivered));
    // A long order is folded into what fits above the payment part; the order's page lists everything.
    let shown = bill.lines.len().min(10);
    let mut y = 105.5;
    for item in &bill.lines[..shown] {
        line(out, (20.0, y), 10.0, false, &format!("{} × {}", item.quantity, item.name));
        if let Some(rate) = item.rate {
            right(out, (165.0, y), 8.5, false, &format!("{rate} %"));
        }
        right(out, (190.0, y), 10.0, false, &item.amount.to_string());
        y += 5.4;
    }
    if bill.lines.len() > shown {
        let rest: Rappen = bill.lines[shown..].iter().map(|item| item.amount).sum();
        let more = text_with(bill.lang, "bill-more", &[("n", (bill.lines.len() - shown).into())]);
        line(out, (20.0, y), 10.0, false, &more);
        right(out, (190.0, y), 10.0, false, &rest.to_string());
        y += 5.4;
    }
    let _ = write!(out, "<path d=\"M20 {}H190\" stroke=\"#000\" stroke-width=\"0.2\"/>", y - 3.0);
    line(out, (20.0, y + 2.0), 11.0, true, &format!("{} CHF", key("summary-total")));
    right(out, (190.0, y + 2.0), 11.0, true, &bill.total.to_string());
    for (at, (rate, _, vat)) in (0_u8..).zip(&bill.vat) {
        let words = [("x", rate.to_string().into()), ("y", vat.to_string().into())];
        let below = y + 8.0 + 4.6 * f32::from(at);
        line(out, (20.0, below), 8.5, false, &text_with(bill.lang, "summary-vat", &words));
    }
    line(out, (20.0, 186.0), 8.0, false, &key("bill-demonstration"));
}

/// Receipt on the left, payment part on the right.
fn slip(out: &mut String, bill: &Bill) -> Result<(), BillError> {
    let words = words(bill.lang);
    out.push_str(
        "<path d=\"M0 0.2H210M62 0V105\" stroke=\"#000\" stroke-width=\"0.2\" stroke-dasharray=\"1.2 1\"/>",
    );
    line(out, (5.0, 9.0), 11.0, true, words.receipt);
    facts(out, bill, (5.0, 15.5), (6.0, 8.0), false);
    amount(out, bill, (5.0, 71.0), (6.0, 8.0));
    right(out, (57.0, 85.0), 6.0, true, words.acceptance);
    line(out, (67.0, 9.0), 11.0, true, words.payment_part);
    code(out, bill, (67.0, 17.0))?;
    amount(out, bill, (67.0, 71.0), (8.0, 10.0));
    facts(out, bill, (118.0, 9.0), (8.0, 10.0), true);
    Ok(())
}

/// Account, reference, information, debtor: headings and values below each other.
fn facts(out: &mut String, bill: &Bill, (x, top): (f32, f32), (heading, value): (f32, f32), full: bool) {
    let words = words(bill.lang);
    let iban = bill.creditor.iban.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>();
    let account = [iban.join(" ")].into_iter().chain(bill.creditor.lines()).collect();
    let debtor = vec![
        bill.debtor.party.lines().first().cloned().unwrap_or_default(),
        bill.debtor.street_line(),
        bill.debtor.town_line(),
    ];
    let mut parts =
        vec![(words.account, account), (words.reference, vec![grouped(&reference(bill.reference))])];
    if full {
        parts.push((words.additional, vec![bill.number.clone()]));
    }
    parts.push((words.payable_by, debtor));
    let mut y = top;
    for (title, lines) in parts {
        line(out, (x, y), heading, true, title);
        for text in lines {
            y += value * PT * 1.12;
            line(out, (x, y), value, false, &text);
        }
        y += (heading + value) * PT * 0.95;
    }
}

fn amount(out: &mut String, bill: &Bill, (x, y): (f32, f32), (heading, value): (f32, f32)) {
    let words = words(bill.lang);
    let below = y + value * PT * 1.25;
    line(out, (x, y), heading, true, words.currency);
    line(out, (x, below), value, false, "CHF");
    line(out, (x + 15.0, y), heading, true, words.amount);
    // The standard groups thousands by a blank here.
    line(out, (x + 15.0, below), value, false, &bill.total.to_string().replace('’', " "));
}

/// The Swiss QR code, level M, 46 mm, with the cross in its middle.
fn code(out: &mut String, bill: &Bill, (x, y): (f32, f32)) -> Result<(), BillError> {
    let payload = payload(bill);
    if payload.len() > LONGEST {
        return Err(BillError::TooLong);
    }
    let code = QRBuilder::new(payload).ecl(ECL::M).build().map_err(|_| BillError::TooLong)?;
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
    let side = u16::try_from(code.size).map_err(|_| BillError::TooLong)?;
    let scale = CODE / f32::from(side);
    let middle = CODE / 2.0;
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

fn line(out: &mut String, at: (f32, f32), points: f32, bold: bool, text: &str) {
    put(out, at, points, if bold { "font-weight=\"bold\"" } else { "" }, text);
}

fn right(out: &mut String, at: (f32, f32), points: f32, bold: bool, text: &str) {
    let weight = if bold { " font-weight=\"bold\"" } else { "" };
    put(out, at, points, &format!("text-anchor=\"end\"{weight}"), text);
}

fn put(out: &mut String, (x, y): (f32, f32), points: f32, more: &str, text: &str) {
    let size = points * PT;
    let _ = write!(out, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size:.3}\" {more}>{}</text>", escaped(text));
}
