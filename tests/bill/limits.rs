//! What a form does not let through never comes to a bill.

use pickpost_shop::address::Whose;
use pickpost_shop::invoice::payload::payload;
use pickpost_shop::line::Fault;

use crate::made::{bill, ngoc};
use crate::reader::read;

#[test]
fn names_that_no_bill_can_print_are_refused_at_their_field() {
    for (name, fault) in [
        ("N".repeat(200), Fault::TooLong(35)),
        ("   ".into(), Fault::Missing),
        ("\u{2028}".into(), Fault::Missing),
        ("שלום".into(), Fault::Character('ש')),
        ("Иванов".into(), Fault::Character('И')),
        ("Nguyễn 🐹".into(), Fault::Character('🐹')),
        ("<script>".into(), Fault::Character('<')),
    ] {
        let mut fields = ngoc();
        fields.last_name.clone_from(&name);
        assert_eq!(fields.address(Whose::Anybody).map(drop), Err(vec![("last_name", fault)]), "{name:?}");
    }
}

#[test]
fn a_break_or_a_control_character_inside_a_field_is_refused_or_gone_but_never_in_the_code() {
    for typed in [
        "Nguyễn\r\nQRR",
        "a\u{85}b",
        "a\u{2028}b",
        "a\u{2029}b",
        "a\u{7}b",
        "a\0b",
        "a\u{1b}[2Jb",
        "a\u{202e}b",
        "a\u{b}b",
    ] {
        let mut fields = ngoc();
        fields.last_name = typed.into();
        fields.house_number = typed.chars().skip(1).collect();
        let Ok(address) = fields.address(Whose::Anybody) else { continue };
        assert!(!address.lines().concat().contains(char::is_control), "{typed:?}");
        assert!(read(&payload(&bill(address))).is_ok(), "{typed:?}");
    }
    let mut fields = ngoc();
    fields.last_name = "Nguyễn\r\nQRR".into();
    assert_eq!(fields.address(Whose::Anybody).expect("an address").party.lines(), ["Thị Ngọc Nguyễn QRR"]);
}
