//! The payment part with its receipt, 210 x 105 mm (Style Guide QR-bill: sections, sizes of type). No text leaves its section:
//! lines are broken where they are too long, then the receipt leaves out streets, then the type gets smaller.

use crate::invoice::Bill;
use crate::invoice::coded::printed;
use crate::invoice::party::Party;
use crate::invoice::payload::payload;
use crate::invoice::pen::{RULE, line, right};
use crate::invoice::reference::{grouped, reference};
use crate::invoice::symbol::{TooLong, symbol};
use crate::invoice::words::{Words, words};
use crate::invoice::wrap::wrapped;
use crate::paper::PT;
use crate::paper::drawing::{Pen, Shape};

/// A heading with the lines below it.
type Part = (&'static str, Vec<String>);

/// A section of the slip, in millimetres, and the types in points that its headings and values may have, the best first.
struct Section {
    left: f32,
    top: f32,
    width: f32,
    height: f32,
    types: &'static [(f32, f32)],
}

/// What the receipt says: 52 mm, values in 8 points. The smaller types are for what no name is like: 35 letters of double width.
const RECEIPT: Section =
    Section { left: 5.0, top: 12.0, width: 52.0, height: 56.0, types: &[(6.0, 8.0), (6.0, 7.0), (6.0, 6.0)] };
/// What the payment part says beside its code: 87 mm, of which 0.3 mm are for letters that begin before their place, such as
/// j, so that nothing reaches the quiet zone; values in 10 points, or 8 where they do not fit.
const INFORMATION: Section = Section {
    left: 118.3,
    top: 5.0,
    width: 86.7,
    height: 85.0,
    types: &[(8.0, 10.0), (7.0, 9.0), (6.0, 8.0), (6.0, 7.0), (6.0, 6.0)],
};
/// Advances leave kerning out, which may widen a line by a little.
const KERNING: f32 = 0.3;

/// Draws receipt and payment part, with the upper left corner at the origin.
///
/// # Errors
/// [`TooLong`] where the data do not fit the code.
pub fn slip(out: &mut Vec<Shape>, bill: &Bill) -> Result<(), TooLong> {
    let words = words(bill.lang);
    let cuts = vec![[(0.0, 0.2), (210.0, 0.2)], [(62.0, 0.0), (62.0, 105.0)]];
    out.push(Shape::Lines(cuts, Pen { dash: Some((1.2, 1.0)), ..RULE }));
    let both = Party::both(bill);
    line(out, (5.0, 9.0), 11.0, true, words.receipt);
    receipt(out, bill, &both);
    amount(out, bill, (5.0, 71.0), (6.0, 8.0));
    right(out, (57.0, 85.0), 6.0, true, words.acceptance);
    line(out, (67.0, 9.0), 11.0, true, words.payment_part);
    symbol(out, &payload(bill), (67.0, 17.0))?;
    amount(out, bill, (67.0, 71.0), (8.0, 10.0));
    let mut parts = parts(words, bill, &both, [true, true]);
    parts.insert(2, (words.additional, vec![bill.number.clone()]));
    let set = INFORMATION.types.iter().find_map(|sizes| Set::of(&INFORMATION, *sizes, &parts));
    set.unwrap_or_else(|| Set::squeezed(&INFORMATION, &parts)).draw(out, &INFORMATION);
    Ok(())
}

/// The standard lets a receipt leave out streets where they do not fit: first that of who is paid, then both.
fn receipt(out: &mut Vec<Shape>, bill: &Bill, both: &[Party; 2]) {
    let mut tries = RECEIPT
        .types
        .iter()
        .flat_map(|sizes| [[true, true], [false, true], [false, false]].map(|streets| (*sizes, streets)));
    let parts = |streets| parts(words(bill.lang), bill, both, streets);
    let set = tries.find_map(|(sizes, streets)| Set::of(&RECEIPT, sizes, &parts(streets)));
    set.unwrap_or_else(|| Set::squeezed(&RECEIPT, &parts([false, false]))).draw(out, &RECEIPT);
}

/// Account, reference and payer; for each of the two parties whether its street is told.
fn parts(words: &Words, bill: &Bill, both: &[Party; 2], streets: [bool; 2]) -> Vec<Part> {
    let abroad = both.iter().any(Party::is_abroad);
    let lines = |at: usize| {
        let party = &both[at];
        let street = streets[at].then(|| party.street_line());
        [Some(party.name().to_owned()), street, Some(party.town_line(abroad))].into_iter().flatten()
    };
    let iban = bill.creditor.iban.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>();
    vec![
        (words.account, [iban.join(" ")].into_iter().chain(lines(0)).collect()),
        (words.reference, vec![grouped(&reference(bill.reference))]),
        (words.payable_by, lines(1).collect()),
    ]
}

/// Parts as they are set: broken into lines, with the distances between them.
struct Set {
    parts: Vec<Part>,
    sizes: (f32, f32),
    /// From one line to the next, and more between parts, in millimetres.
    pitch: f32,
    gap: f32,
}

impl Set {
    /// Sets parts in types of these sizes; nothing where they are too high for their section.
    fn of(section: &Section, sizes: (f32, f32), parts: &[Part]) -> Option<Self> {
        let (_, value) = sizes;
        let broken = |text: &String| wrapped(&printed(text), value, section.width - KERNING);
        let parts: Vec<Part> =
            parts.iter().map(|(title, lines)| (*title, lines.iter().flat_map(broken).collect())).collect();
        let pitch = (value + 1.0) * PT;
        let lines: f32 = parts.iter().map(|(_, lines)| 1.0 + f32::from(few(lines.len()))).sum();
        let gaps = f32::from(few(parts.len().saturating_sub(1))).max(1.0);
        let gap = ((section.height - lines * pitch) / gaps).min(pitch);
        (gap >= 0.3 * pitch).then_some(Self { parts, sizes, pitch, gap })
    }

    /// The smallest type, as near as it must be: nothing that a form lets through gets here.
    fn squeezed(section: &Section, parts: &[Part]) -> Self {
        let tall = Section { height: f32::MAX, ..*section };
        let lines =
            |set: &Self| set.parts.iter().map(|(_, lines)| 2.0 + f32::from(few(lines.len()))).sum::<f32>();
        let mut set = Self::of(&tall, (6.0, 6.0), parts).unwrap_or_else(|| Self {
            parts: parts.to_vec(),
            sizes: (6.0, 6.0),
            pitch: 1.0,
            gap: 1.0,
        });
        set.pitch = section.height / lines(&set).max(1.0);
        set.gap = set.pitch * 0.5;
        set
    }

    fn draw(&self, out: &mut Vec<Shape>, section: &Section) {
        let (heading, value) = self.sizes;
        // The first baseline, so that the ascenders are inside.
        let mut y = section.top + value * PT * 0.92;
        for (title, lines) in &self.parts {
            line(out, (section.left, y), heading, true, title);
            for text in lines {
                y += self.pitch;
                line(out, (section.left, y), value, false, text);
            }
            y += self.pitch + self.gap;
        }
    }
}

fn few(count: usize) -> u8 {
    u8::try_from(count).unwrap_or(u8::MAX)
}

fn amount(out: &mut Vec<Shape>, bill: &Bill, (x, y): (f32, f32), (heading, value): (f32, f32)) {
    let words = words(bill.lang);
    let below = y + value * PT * 1.25;
    line(out, (x, y), heading, true, words.currency);
    line(out, (x, below), value, false, "CHF");
    line(out, (x + 15.0, y), heading, true, words.amount);
    // The standard groups thousands by a blank here.
    line(out, (x + 15.0, below), value, false, &bill.total.to_string().replace('’', " "));
}
