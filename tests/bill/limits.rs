//! What a form does not let through never comes to a bill.

use pickpost_shop::address::Whose;
use pickpost_shop::line::Fault;

use crate::made::ngoc;

#[test]
fn names_that_no_bill_can_print_are_refused_at_their_field() {
    for (name, fault) in [
        ("N".repeat(200), Fault::TooLong(35)),
        ("   ".into(), Fault::Missing),
        ("\u{2028}".into(), Fault::Missing),
        ("שלום".into(), Fault::Character('ש')),
        ("Иванов".into(), Fault::Character('И')),
        ("Nguyễn 🐹".into(), Fault::Character('🐹')),
        ("Ng\u{7}uyen".into(), Fault::Character('\u{7}')),
        ("<script>".into(), Fault::Character('<')),
    ] {
        let mut fields = ngoc();
        fields.last_name.clone_from(&name);
        assert_eq!(fields.address(Whose::Anybody).map(drop), Err(vec![("last_name", fault)]), "{name:?}");
    }
}

#[test]
fn a_break_inside_a_field_is_a_blank() {
    let mut fields = ngoc();
    fields.last_name = "Nguyễn\r\nQRR\u{85}\u{2029}1".into();
    let address = fields.address(Whose::Anybody).expect("an address");
    assert_eq!(address.party.lines(), ["Thị Ngọc Nguyễn QRR 1"]);
}
