//! A reader of Swiss QR codes, written from the guidelines alone: it uses nothing of the shop.

/// A name with an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    pub name: String,
    pub street: String,
    pub number: String,
    pub postcode: String,
    pub town: String,
    pub country: String,
}

/// What a code says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub iban: String,
    pub creditor: Party,
    pub amount: String,
    pub debtor: Party,
    pub reference: String,
    pub message: String,
}

/// Reads a code as a bank does: refuses whatever is not of the guidelines.
pub fn read(code: &str) -> Result<Said, String> {
    if let Some(stranger) = code.chars().find(|c| *c != '\n' && !is_of_the_set(*c)) {
        return Err(format!("{stranger:?} is not of the character set"));
    }
    if code.len() > 997 {
        return Err(format!("{} bytes", code.len()));
    }
    let lines: Vec<&str> = code.split('\n').collect();
    if lines.len() != 31 {
        return Err(format!("{} lines", lines.len()));
    }
    let fixed = [(0, "SPC"), (1, "0200"), (2, "1"), (19, "CHF"), (27, "QRR"), (30, "EPD")];
    if let Some((at, wanted)) = fixed.into_iter().find(|(at, wanted)| lines[*at] != *wanted) {
        return Err(format!("line {}: {} for {wanted}", at + 1, lines[at]));
    }
    if lines[11..18].iter().any(|line| !line.is_empty()) {
        return Err("an ultimate creditor".into());
    }
    qr_iban(lines[3])?;
    amount(lines[18])?;
    reference(lines[28])?;
    if lines[29].chars().count() > 140 {
        return Err("a long message".into());
    }
    let text = |at: usize| lines[at].to_owned();
    Ok(Said {
        iban: text(3),
        creditor: party(&lines[4..11])?,
        amount: text(18),
        debtor: party(&lines[20..27])?,
        reference: text(28),
        message: text(29),
    })
}

/// Section 4.1.1: 324 characters.
pub fn is_of_the_set(c: char) -> bool {
    let point = u32::from(c);
    (0x20..=0x7e).contains(&point)
        || (0xa0..=0xff).contains(&point)
        || (0x100..=0x17f).contains(&point)
        || [0x218, 0x219, 0x21a, 0x21b, 0x20ac].contains(&point)
}

/// Table 7: a structured address and how long its elements may be.
fn party(lines: &[&str]) -> Result<Party, String> {
    let longest = [1, 70, 70, 16, 16, 35, 2];
    for (line, longest) in lines.iter().zip(longest) {
        if line.chars().count() > longest || line.trim() != *line {
            return Err(format!("{line:?} in a field of {longest}"));
        }
    }
    if lines[0] != "S" || [1, 4, 5].iter().any(|at| lines[*at].is_empty()) {
        return Err(format!("no structured address: {lines:?}"));
    }
    if !["CH", "LI"].contains(&lines[6]) {
        return Err(format!("country {}", lines[6]));
    }
    let text = |at: usize| lines[at].to_owned();
    Ok(Party {
        name: text(1),
        street: text(2),
        number: text(3),
        postcode: text(4),
        town: text(5),
        country: text(6),
    })
}

/// 21 characters, check digits by modulo 97, institution from 30000 to 31999.
fn qr_iban(iban: &str) -> Result<(), String> {
    let rest = iban.chars().skip(4).chain(iban.chars().take(4)).map(|c| c.to_digit(36).ok_or("no IBAN"));
    let sum = rest
        .collect::<Result<Vec<_>, _>>()?
        .iter()
        .fold(0, |sum, digit| (if *digit > 9 { sum * 100 } else { sum * 10 } + digit) % 97);
    let institution = iban.get(4..9).and_then(|digits| digits.parse::<u32>().ok()).unwrap_or_default();
    let is_one = iban.len() == 21 && sum == 1 && institution / 2000 == 15;
    is_one.then_some(()).ok_or_else(|| format!("no QR-IBAN: {iban}"))
}

fn amount(text: &str) -> Result<(), String> {
    let (francs, rappen) = text.split_once('.').ok_or("an amount without a point")?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let plain = digits(francs) && digits(rappen) && rappen.len() == 2 && francs.len() <= 9;
    let led = francs.len() > 1 && francs.starts_with('0');
    (plain && !led && text != "0.00").then_some(()).ok_or_else(|| format!("no amount: {text}"))
}

/// 27 digits, the last by modulo 10 recursive: each row of the table is the first one moved by one.
fn reference(text: &str) -> Result<(), String> {
    let row = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];
    let digits: Vec<usize> =
        text.chars().filter_map(|c| c.to_digit(10)).map(|digit| digit as usize).collect();
    if text.len() != 27 || digits.len() != 27 {
        return Err(format!("no reference: {text}"));
    }
    let mut carry = 0;
    for digit in &digits[..26] {
        let mut moved = row;
        moved.rotate_left(carry);
        carry = moved[*digit];
    }
    (carry + digits[26]).is_multiple_of(10).then_some(()).ok_or_else(|| format!("wrong check digit: {text}"))
}

#[test]
fn the_reader_takes_the_example_of_the_guidelines_and_refuses_what_is_near_it() {
    let example = "SPC\n0200\n1\nCH4431999123000889012\nS\nMax Muster & Söhne\nMusterstrasse\n123\n8000\nSeldwyla\nCH\n\n\n\n\n\n\n\n\
                   1949.75\nCHF\nS\nSimon Muster\nMusterstrasse\n1\n8000\nSeldwyla\nCH\nQRR\n210000000003139471430009017\n\
                   Bestellung vom 15.10.2020\nEPD";
    assert_eq!(read(example).expect("the example").debtor.name, "Simon Muster");
    for (from, to) in [
        ("Simon", "Simọn"),
        ("Simon", "Si\nmon"),
        ("Simon", &"S".repeat(70)),
        ("CH4431", "CH4531"),
        ("CH4431999123000889012", "CH9300762011623852957"),
        ("9017", "9018"),
        ("1949.75", "1949.7"),
        ("1949.75", "0.00"),
        ("S\nSimon", "K\nSimon"),
        ("Seldwyla\nCH\nQRR", "\nCH\nQRR"),
        ("CHF", "USD"),
        ("EPD", ""),
    ] {
        assert!(read(&example.replace(from, to)).is_err(), "{from} {to}");
    }
}
