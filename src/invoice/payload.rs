//! What the Swiss QR code says (Implementation Guidelines 2.3, section 4): 31 lines, structured addresses.

use crate::address::Address;
use crate::invoice::Bill;
use crate::invoice::reference::reference;
use crate::line::Line;

/// The payload of a bill, at most 997 characters, lines by LF.
#[must_use]
pub fn payload(bill: &Bill) -> String {
    let seller = &bill.creditor;
    let number = seller.house_number.as_ref().map(Line::to_string).unwrap_or_default();
    let creditor = [
        seller.name.as_str(),
        seller.street.as_str(),
        &number,
        seller.postcode.as_str(),
        seller.town.as_str(),
    ];
    let mut lines: Vec<String> = ["SPC", "0200", "1", &seller.iban, "S"].map(ToOwned::to_owned).into();
    lines.extend(creditor.map(ToOwned::to_owned));
    lines.push("CH".to_owned());
    // The ultimate creditor is reserved for later versions of the standard.
    lines.extend(std::iter::repeat_n(String::new(), 7));
    lines.push(format!("{}.{:02}", bill.total.0 / 100, bill.total.0 % 100));
    lines.push("CHF".to_owned());
    lines.extend(debtor(&bill.debtor));
    lines.extend(["QRR".to_owned(), reference(bill.reference), bill.number.clone(), "EPD".to_owned()]);
    lines.join("\n")
}

fn debtor(address: &Address) -> [String; 7] {
    let number = address.house_number.as_ref().map(Line::to_string).unwrap_or_default();
    let name = address.party.lines().first().cloned().unwrap_or_default();
    [
        "S".to_owned(),
        name.chars().take(70).collect(),
        address.street.to_string(),
        number,
        address.postcode.as_str().to_owned(),
        address.town.to_string(),
        address.country.code().to_owned(),
    ]
}
