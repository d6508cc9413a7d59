//! The QR reference: 26 digits and a check digit (modulo 10, recursive).

/// The reference of a bill, 27 digits.
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

fn check_digit(digits: &str) -> usize {
    const TABLE: [usize; 10] = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];
    let carry = digits.bytes().fold(0, |carry, digit| TABLE[(carry + usize::from(digit - b'0')) % 10]);
    (10 - carry) % 10
}

#[cfg(test)]
mod tests {
    use super::{check_digit, grouped, reference};

    #[test]
    fn the_check_digit_is_that_of_the_standards_example() {
        // Example of the Implementation Guidelines: 21 00000 00003 13947 14300 09017.
        assert_eq!(check_digit("21000000000313947143000901"), 7);
        assert_eq!(grouped("210000000003139471430009017"), "21 00000 00003 13947 14300 09017");
        assert_eq!(reference(10042).len(), 27);
    }
}
