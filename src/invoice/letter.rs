//! The upper part of a bill: who, to whom, what for, and the VAT in it (MWSTG art. 26 para. 2).

use crate::address::Country;
use crate::i18n::{dates, text, text_with};
use crate::invoice::coded::printed;
use crate::invoice::pen::{RULE, line, right};
use crate::invoice::words::words;
use crate::invoice::wrap::{fitted, wrapped};
use crate::invoice::{Bill, BillLine, Supply};
use crate::money::{Rappen, VatRate};
use crate::paper::PT;
use crate::paper::drawing::Shape;

/// Where the list of goods begins, and the room that it has, in millimetres.
const LIST: f32 = 105.5;
const ROOM: f32 = 64.0;
/// From one row to the next; rows get nearer where there are many, down to so much.
const ROW: f32 = 5.4;
const NEAREST: f32 = 2.5;

/// Draws the upper 192 mm of an A4 sheet.
pub fn letter(out: &mut Vec<Shape>, bill: &Bill) {
    line(out, (20.0, 24.0), 16.0, true, "murmel");
    let mut y = 30.0;
    for text in wrapped(&printed(&bill.creditor.lines().join(", ")), 8.0, 170.0) {
        line(out, (20.0, y), 8.0, false, &text);
        y += 4.0;
    }
    let number = bill.creditor.vat_number.as_str();
    line(out, (20.0, y), 8.0, false, &text_with(bill.lang, "bill-vat-number", &[("x", number.into())]));
    address(out, bill);
    let title = text_with(bill.lang, "bill-title", &[("x", bill.number.clone().into())]);
    line(out, (20.0, 86.0), 16.0, true, &title);
    let when =
        [("x", dates::full(bill.lang, bill.date).into()), ("y", dates::full(bill.lang, bill.due).into())];
    line(out, (20.0, 93.0), 10.0, false, &text_with(bill.lang, "bill-dates", &when));
    line(out, (20.0, 97.5), 10.0, false, &supply(bill));
    let y = list(out, bill);
    out.push(Shape::Lines(vec![[(20.0, y - 3.0), (190.0, y - 3.0)]], RULE));
    line(out, (20.0, y + 2.0), 11.0, true, &format!("{} CHF", text(bill.lang, "summary-total")));
    right(out, (190.0, y + 2.0), 11.0, true, &bill.total.to_string());
    for (at, (rate, gross, vat)) in (0_u8..).zip(&bill.vat) {
        let words =
            [("x", rate.to_string().into()), ("y", vat.to_string().into()), ("z", gross.to_string().into())];
        let below = y + 8.0 + 4.6 * f32::from(at);
        line(out, (20.0, below), 8.5, false, &text_with(bill.lang, "bill-vat", &words));
    }
    line(out, (20.0, 186.0), 8.0, false, &text(bill.lang, "bill-demonstration"));
    // Paper without a perforation says so, above the line.
    right(out, (205.0, 189.3), 7.0, false, words(bill.lang).separate);
}

/// To whom, in the window of the envelope: 80 x 38 mm, in smaller type where lines are many.
fn address(out: &mut Vec<Shape>, bill: &Bill) {
    let debtor = &bill.debtor;
    let mut lines = debtor.lines();
    if let (Some(town), true) = (lines.last_mut(), debtor.country != Country::Ch) {
        *town = format!("{}-{town}", debtor.country.code());
    }
    let set =
        |size: f32| lines.iter().flat_map(|text| wrapped(&printed(text), size, 80.0)).collect::<Vec<_>>();
    let pitch = |size: f32| size * PT * 1.29;
    let fits =
        |size: &f32| f32::from(u8::try_from(set(*size).len()).unwrap_or(u8::MAX)) * pitch(*size) <= 38.0;
    let size = [11.0, 9.5, 8.0, 7.0].into_iter().find(fits).unwrap_or(6.0);
    let mut y = 46.0;
    for text in set(size) {
        line(out, (120.0, y), size, false, &text);
        y += pitch(size);
    }
}

/// When the goods are supplied, as far as it is known.
fn supply(bill: &Bill) -> String {
    let day = |key: &str, day| text_with(bill.lang, key, &[("x", dates::full(bill.lang, day).into())]);
    match bill.supply {
        Supply::On(on) => day("bill-delivery", on),
        Supply::Expected(on) => day("bill-delivery-expected", on),
        Supply::Open => text(bill.lang, "bill-delivery-open").into_owned(),
    }
}

/// What for, with the rate of each line; returns where it ends.
fn list(out: &mut Vec<Shape>, bill: &Bill) -> f32 {
    let rows = rows(bill);
    let count = f32::from(u8::try_from(rows.len()).unwrap_or(u8::MAX)).max(1.0);
    let row = (ROOM / count).clamp(NEAREST, ROW);
    let size = (row / PT / 1.15).min(10.0);
    let mut y = LIST;
    for (what, rate, amount) in rows {
        line(out, (20.0, y), size, false, &fitted(&printed(&what), size, 130.0));
        if let Some(rate) = rate {
            right(out, (165.0, y), size.min(8.5), false, &format!("{rate} %"));
        }
        right(out, (190.0, y), size, false, &amount.to_string());
        y += row;
    }
    y.max(LIST + 2.0 * row) + (ROW - row)
}

type Row = (String, Option<VatRate>, Rappen);

/// One row a line. Of more than fit the last are folded into one row for each rate.
fn rows(bill: &Bill) -> Vec<Row> {
    let most = 24;
    let row = |line: &BillLine| (format!("{} × {}", line.quantity, line.name), line.rate, line.amount);
    if bill.lines.len() <= most {
        return bill.lines.iter().map(row).collect();
    }
    let (shown, rest) = bill.lines.split_at(most - bill.vat.len());
    let mut rows: Vec<Row> = shown.iter().map(row).collect();
    for rate in bill.vat.iter().map(|(rate, ..)| Some(*rate)).chain([None]) {
        let folded: Vec<&BillLine> = rest.iter().filter(|line| line.rate == rate).collect();
        if !folded.is_empty() {
            let more = text_with(bill.lang, "bill-more", &[("n", folded.len().into())]);
            rows.push((more, rate, folded.iter().map(|line| line.amount).sum()));
        }
    }
    rows
}
