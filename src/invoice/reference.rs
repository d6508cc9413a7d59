//! The QR reference: 26 digits and a check digit (modulo 10, recursive).

/// So many digits has the reference of a QR-bill.
pub const LENGTH: usize = 27;

/// The reference of a bill, [`LENGTH`] digits.
#[must_use]
pub fn reference(number: u32) -> String {
    let digits = format!("{number:026}");
    let check = check_digit(&digits);
    format!("{digits}{check}")
}

/// In groups from the right, as it is printed: `00 00000 00000 …`.
#[must_use]
pub fn grouped(reference: &str) -> String {
    let first = reference.len() % 5;
    let rest = reference.as_bytes()[first..].chunks(5).map(String::from_utf8_lossy);
    let groups =
        [reference[..first].into()].into_iter().filter(|group: &std::borrow::Cow<'_, str>| !group.is_empty());
    groups.chain(rest).collect::<Vec<_>>().join(" ")
}

/// The number that a reference was made of, typed with or without blanks, or found in what a scanner reads from a QR-bill;
/// anything else, and one with a wrong check digit, is `None`.
#[must_use]
pub fn order_of(typed: &str) -> Option<i32> {
    let plain: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    // The payment part's code has the kind of reference before the reference itself.
    let plain =
        plain.split_once("QRR").map_or(plain.as_str(), |(_, rest)| rest.get(..LENGTH).unwrap_or_default());
    if plain.len() != LENGTH || !plain.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (digits, check) = plain.split_at(26);
    let number = (check_digit(digits).to_string() == check).then(|| digits.parse::<u128>().ok()).flatten()?;
    i32::try_from(number).ok().filter(|number| *number > 0)
}

fn check_digit(digits: &str) -> usize {
    const TABLE: [usize; 10] = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];
    let carry = digits.bytes().fold(0, |carry, digit| TABLE[(carry + usize::from(digit - b'0')) % 10]);
    (10 - carry) % 10
}

#[cfg(test)]
mod tests {
    use super::{check_digit, grouped, order_of, reference};

    #[test]
    fn the_check_digit_is_that_of_the_standards_example() {
        // Example of the Implementation Guidelines: 21 00000 00003 13947 14300 09017.
        assert_eq!(check_digit("21000000000313947143000901"), 7);
        assert_eq!(grouped("210000000003139471430009017"), "21 00000 00003 13947 14300 09017");
        assert_eq!(reference(10042).len(), 27);
    }
    #[test]
    fn a_reference_leads_back_to_its_number_however_it_was_typed() {
        let printed = grouped(&reference(10042));
        assert_eq!(order_of(&printed), Some(10042));
        assert_eq!(order_of(&reference(99_999_999)), Some(99_999_999));
        let scanned = format!("SPC 0200 1 CH4431999123000889012 CHF 35.50 QRR {printed} EPD");
        assert_eq!(order_of(&scanned), Some(10042));
        let wrong = reference(10042).replace("10042", "10043");
        for wrong in [
            "",
            "10042",
            &wrong,
            "QRR",
            "QRR1ü",
            "210000000003139947143000901",
            &"0".repeat(27),
            &"9".repeat(27),
        ] {
            assert_eq!(order_of(wrong), None, "{wrong}");
        }
    }
}
