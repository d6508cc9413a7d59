//! What the Swiss QR code says (Implementation Guidelines 2.3, section 4): 31 lines, structured addresses.

use crate::invoice::Bill;
use crate::invoice::coded::{MESSAGE, cut};
use crate::invoice::party::Party;
use crate::invoice::reference::reference;

/// The payload of a bill, lines by LF: every field is one line of permitted characters.
#[must_use]
pub fn payload(bill: &Bill) -> String {
    let [creditor, debtor] = Party::both(bill);
    let mut lines: Vec<String> = ["SPC", "0200", "1", &bill.creditor.iban].map(ToOwned::to_owned).into();
    lines.extend(creditor.coded());
    // The ultimate creditor is reserved for later versions of the standard.
    lines.extend(std::iter::repeat_n(String::new(), 7));
    lines.push(format!("{}.{:02}", bill.total.0 / 100, bill.total.0 % 100));
    lines.push("CHF".to_owned());
    lines.extend(debtor.coded());
    lines.extend(["QRR".to_owned(), reference(bill.reference), cut(&bill.number, MESSAGE), "EPD".to_owned()]);
    lines.join("\n")
}
