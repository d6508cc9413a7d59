//! Bills, ordinary ones and such as the forms just let through.

use chrono::NaiveDate;
use pickpost_shop::address::{Address, Fields, Whose};
use pickpost_shop::config::Sender;
use pickpost_shop::i18n::Lang;
use pickpost_shop::invoice::{Bill, BillLine, Supply};
use pickpost_shop::line::Line;
use pickpost_shop::money::{Rappen, VatRate};
use proptest::prelude::{Just, Strategy, prop_oneof};
use proptest::sample::select;

/// Somebody at home in Liechtenstein whose name the code cannot say.
pub fn ngoc() -> Fields {
    let text = |text: &str| text.to_owned();
    Fields {
        first_name: text("Thị Ngọc"),
        last_name: text("Nguyễn"),
        street: text("Herrengasse"),
        house_number: text("12a"),
        postcode: text("9490"),
        town: text("Vaduz"),
        country: text("LI"),
        ..Fields::default()
    }
}

/// An address that a form lets through.
pub fn address(fields: &Fields) -> Address {
    fields.address(Whose::Anybody).unwrap_or_else(|faults| panic!("{fields:?}: {faults:?}"))
}

/// A bill of 35.50 to somebody.
pub fn bill(debtor: Address) -> Bill {
    let day = NaiveDate::from_ymd_opt(2026, 11, 29).expect("a day");
    let line = |name: &str, amount| BillLine {
        name: name.to_owned(),
        quantity: 1,
        amount: Rappen(amount),
        rate: Some(VatRate(260)),
    };
    Bill {
        creditor: Sender::sample(),
        number: "M-10042".to_owned(),
        reference: 10042,
        date: day,
        supply: Supply::Expected(day),
        due: day,
        lang: Lang::De,
        debtor,
        lines: vec![line("Bergkäse", 2850), line("Lieferung", 700)],
        vat: vec![(VatRate(260), Rappen(3550), Rappen(90))],
        total: Rappen(3550),
    }
}

/// Whatever a line of an address may hold: names as people have them, wide letters, and every letter that is let through.
fn text(longest: usize) -> impl Strategy<Value = String> {
    let letters: Vec<char> =
        ('\0'..='\u{2fff}').filter(|c| Line::<35>::parse(&format!("A{c}b")).is_ok()).collect();
    let wide = select(vec!['W', '@', 'Ǆ', 'm', 'Œ', 'Ǽ', '%', '-', ' ']);
    let usual = select(" -'abcdefghijklmnopqrstuvwxyzäöüéèàçñłšž".chars().collect::<Vec<_>>());
    let any = |one: proptest::strategy::BoxedStrategy<char>| {
        proptest::collection::vec(one, 1..=longest)
            .prop_map(|letters| letters.into_iter().collect::<String>())
    };
    let some = prop_oneof![any(select(letters).boxed()), any(wide.boxed()), any(usual.boxed())];
    // A letter may be several ones once it is taken: Ⅷ is VIII.
    some.prop_filter("a line", move |text| {
        Line::<35>::parse(text).is_ok_and(|line| line.as_str().chars().count() <= longest)
    })
}

fn fields() -> impl Strategy<Value = Fields> {
    let names = (text(35), text(35), prop_oneof![Just(String::new()), text(35)]);
    let place = (text(35), prop_oneof![Just(String::new()), text(10)], text(35), 1000_u16..9999);
    let country = select(vec!["CH", "LI"]);
    (names, place, country).prop_map(
        |((first_name, last_name, company), (street, house_number, town, postcode), country)| Fields {
            first_name,
            last_name,
            company,
            street,
            house_number,
            town,
            postcode: postcode.to_string(),
            country: country.to_owned(),
            ..Fields::default()
        },
    )
}

/// A bill from anybody to anybody, of any amount, in any language.
pub fn any_bill() -> impl Strategy<Value = Bill> {
    let seller = (text(35), text(35), text(35), 1000_u16..9999);
    (fields(), seller, 1_i64..100_000_000, 1_u32..100_000_000, select(Lang::ALL.to_vec())).prop_map(
        |(fields, (name, street, town, postcode), total, number, lang)| {
            let line = |text: &str| Line::parse(text).expect("a line");
            let mut bill = bill(address(&fields));
            bill.creditor.name = line(&name);
            bill.creditor.street = line(&street);
            bill.creditor.town = line(&town);
            bill.creditor.postcode = postcode.to_string().try_into().expect("a postcode");
            bill.lang = lang;
            bill.total = Rappen(total);
            bill.reference = number;
            bill.number = format!("M-{number}");
            bill
        },
    )
}

/// The widest that every field can be: letters of which 35 are more than two lines long.
pub fn widest(letter: char) -> Bill {
    let wide: String = std::iter::repeat_n(letter, 35).collect();
    let fields = Fields {
        first_name: wide.clone(),
        last_name: wide.clone(),
        street: wide.clone(),
        house_number: wide.chars().take(10).collect(),
        address_extra: wide.clone(),
        town: wide.clone(),
        ..ngoc()
    };
    let mut bill = bill(address(&fields));
    let line = || Line::parse(&wide).expect("a line");
    (bill.creditor.name, bill.creditor.street, bill.creditor.town) = (line(), line(), line());
    bill.total = Rappen(99_999_999);
    bill
}
