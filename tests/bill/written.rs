//! Bills for other programs to compare: `make check-bills`.

use std::fs;
use std::path::Path;

use pickpost_shop::invoice::payload::payload;
use pickpost_shop::invoice::{Bill, draw};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::made::{address, any_bill, bill, ngoc, widest};

/// So many bills are compared.
const COUNT: usize = 600;

/// A bill's fields as people have them, and what our code says.
fn fields(bill: &Bill) -> Value {
    let number = |number: Option<&str>| number.unwrap_or_default().to_owned();
    let (seller, payer) = (&bill.creditor, &bill.debtor);
    json!({
        "iban": seller.iban,
        "creditor": {
            "name": seller.name, "street": seller.street, "postcode": seller.postcode, "town": seller.town,
            "number": number(seller.house_number.as_ref().map(|line| line.as_str())),
            "country": seller.country().code(),
        },
        "debtor": {
            "name": payer.party.lines()[0], "street": payer.street, "postcode": payer.postcode, "town": payer.town,
            "number": number(payer.house_number.as_ref().map(|line| line.as_str())),
            "country": payer.country.code(),
        },
        "rappen": bill.total,
        "order": bill.reference,
        "message": bill.number,
        "language": bill.lang.code(),
        "payload": payload(bill),
    })
}

#[test]
#[ignore = "writes files; make check-bills compares them"]
fn bills_are_written_for_others_to_compare() {
    let to = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/target/bills/drawn"));
    fs::create_dir_all(to).expect("a folder");
    let mut random = TestRunner::deterministic();
    let mut all: Vec<Bill> = ['W', 'Ǆ', 'Ớ', '@'].into_iter().map(widest).collect();
    all.push(bill(address(&ngoc())));
    all.extend((all.len()..COUNT).map(|_| any_bill().new_tree(&mut random).expect("a bill").current()));
    for (at, bill) in all.iter().enumerate() {
        fs::write(to.join(format!("{at}.pdf")), draw::pdf(bill).expect("a PDF")).expect("a file");
    }
    let told = serde_json::to_string(&all.iter().map(fields).collect::<Vec<_>>()).expect("JSON");
    fs::write(to.join("bills.json"), told).expect("a file");
}
