//! What the code says: of every character that a form lets through, and of random bills, out of their pixels.

use pickpost_shop::invoice::payload::payload;
use pickpost_shop::invoice::{Bill, draw};
use pickpost_shop::line::Line;
use pickpost_shop::paper;
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};
use resvg::tiny_skia::Pixmap;
use rxing::common::HybridBinarizer;
use rxing::{BarcodeFormat, BinaryBitmap, DecodeHints, Luma8LuminanceSource, MultiFormatReader, Reader};

use crate::made::{address, any_bill, bill, ngoc, widest};
use crate::reader::{is_of_the_set, read};

/// The code of a payment part, read from its pixels at 200 dots per inch: 46 mm with 5 mm of quiet zone.
fn decoded(bill: &Bill) -> String {
    let png = paper::png(&draw::payment_part(bill).expect("a slip"), 200).expect("a picture");
    let picture = Pixmap::decode_png(&png).expect("a PNG");
    let dots = |mm: f32| (mm * 200.0 / 25.4) as u32;
    let (left, top, side) = (dots(62.0), dots(12.0), dots(56.0));
    let rows = (top..top + side).flat_map(|y| (left..left + side).map(move |x| (x, y)));
    let grey = rows.map(|(x, y)| picture.pixel(x, y).map_or(255, |pixel| pixel.green())).collect();
    let mut bitmap = BinaryBitmap::new(HybridBinarizer::new(
        Luma8LuminanceSource::new(grey, side, side).expect("as many pixels"),
    ));
    let hints = DecodeHints {
        PossibleFormats: Some([BarcodeFormat::QR_CODE].into()),
        TryHarder: Some(true),
        CharacterSet: Some("UTF-8".into()),
        ..Default::default()
    };
    MultiFormatReader::default().decode_with_hints(&mut bitmap, &hints).expect("a code").getText().to_owned()
}

#[test]
fn every_character_that_a_form_lets_through_is_one_of_the_set_in_the_code() {
    let mut walked = 0;
    for c in (0..=0x0010_ffff).filter_map(char::from_u32) {
        let typed = format!("A{c}b");
        let Ok(line) = Line::<35>::parse(&typed) else { continue };
        walked += 1;
        let mut fields = ngoc();
        fields.last_name.clone_from(&typed);
        fields.street.clone_from(&typed);
        fields.house_number.clone_from(&typed);
        fields.town.clone_from(&typed);
        let said = read(&payload(&bill(address(&fields)))).unwrap_or_else(|fault| panic!("{c:?}: {fault}"));
        let name = format!("Thi Ngoc {}", said.debtor.street);
        assert_eq!((&said.debtor.name, &said.debtor.town), (&name, &said.debtor.street), "{c:?}");
        if line.as_str().chars().all(is_of_the_set) {
            assert_eq!(said.debtor.street, line.as_str(), "{c:?} stays as it was taken");
        }
    }
    assert!(walked > 700, "{walked} characters");
}

#[test]
fn thi_ngoc_of_vaduz_is_said_in_the_code_as_a_bank_takes_it() {
    let bill = bill(address(&ngoc()));
    let said = read(&decoded(&bill)).expect("a code");
    assert_eq!(said.debtor.name, "Thi Ngoc Nguyen");
    assert_eq!((said.debtor.country.as_str(), said.debtor.postcode.as_str()), ("LI", "9490"));
    assert_eq!((said.amount.as_str(), said.message.as_str()), ("35.50", "M-10042"));
    let slip = draw::payment_part(&bill).expect("a slip");
    assert!(slip.contains(">Thị Ngọc Nguyễn<") && slip.contains(">LI-9490 Vaduz<"), "the print has the name");
}

#[test]
fn the_fullest_code_can_be_read_from_its_pixels() {
    for letter in ['W', 'Ǆ', 'é', 'Ớ'] {
        let bill = widest(letter);
        assert_eq!(decoded(&bill), payload(&bill), "{letter}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn every_bill_is_read_back_field_by_field(bill in any_bill()) {
        let said = read(&payload(&bill));
        prop_assert!(said.is_ok(), "{:?}", said);
        let said = said.expect("a code");
        prop_assert_eq!(&said.iban, &bill.creditor.iban);
        prop_assert_eq!(said.amount.replace('.', "").parse::<i64>(), Ok(bill.total.0));
        prop_assert_eq!(&said.message, &bill.number);
        prop_assert_eq!(said.reference[..26].parse::<u32>(), Ok(bill.reference));
        prop_assert_eq!(&said.debtor.postcode, bill.debtor.postcode.as_str());
        prop_assert_eq!(&said.debtor.country, bill.debtor.country.code());
        // What the code can say it says to the letter.
        let name = bill.debtor.party.lines()[0].clone();
        let fields = [
            (said.debtor.name.as_str(), name.as_str(), 70),
            (&said.debtor.street, bill.debtor.street.as_str(), 70),
            (&said.debtor.town, bill.debtor.town.as_str(), 35),
            (&said.creditor.name, bill.creditor.name.as_str(), 70),
            (&said.creditor.street, bill.creditor.street.as_str(), 70),
            (&said.creditor.town, bill.creditor.town.as_str(), 35),
        ];
        for (coded, real, longest) in fields {
            if real.chars().all(is_of_the_set) && real.chars().count() <= longest {
                prop_assert_eq!(coded, real);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_code_can_be_read_from_its_pixels(bill in any_bill()) {
        prop_assert_eq!(decoded(&bill), payload(&bill));
    }
}
