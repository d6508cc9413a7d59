//! The texts of a bill as they were drawn, measured: each inside its section, none over the code or over another one.

use std::sync::{Arc, LazyLock};

use pickpost_shop::i18n::Lang;
use pickpost_shop::invoice::{Bill, BillLine, draw};
use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};
use usvg::fontdb::Database;
use usvg::{Group, Node, Options, Tree};

use crate::made::{address, any_bill, bill, ngoc, widest};

/// A text with its left, top, right and lower edge in millimetres.
type Drawn = (String, [f32; 4]);

static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for face in ["Regular", "Bold"] {
        let file = format!("src/paper/fonts/LiberationSans-{face}.ttf");
        fonts.load_font_data(std::fs::read(file).expect("a font"));
    }
    Arc::new(fonts)
});

/// Where the texts of a drawing stand.
fn texts(svg: &str) -> Vec<Drawn> {
    let options =
        Options { fontdb: Arc::clone(&FONTS), font_family: "Liberation Sans".into(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).expect("a drawing");
    let mut found = Vec::new();
    gather(tree.root(), &mut found);
    found
}

fn gather(group: &Group, found: &mut Vec<Drawn>) {
    for node in group.children() {
        match node {
            Node::Group(group) => gather(group, found),
            Node::Text(text) => {
                let all = text.chunks().iter().map(usvg::TextChunk::text).collect();
                let at = text.abs_bounding_box();
                found.push((all, [at.left(), at.top(), at.right(), at.bottom()].map(|px| px * 25.4 / 96.0)));
            }
            _ => {}
        }
    }
}

/// What is amiss on a payment part whose upper edge is here: each text has to be in the receipt (5 to 57 mm) or in the payment
/// part (67 to 205 mm), 5 mm off the edges, and out of the code with its quiet zone.
fn faults(texts: &[Drawn], upper: f32) -> Vec<String> {
    let mut faults = Vec::new();
    // Half a tenth of a millimetre is for rounding.
    let slack = 0.05;
    for (text, [left, top, right, bottom]) in texts.iter().filter(|(_, at)| at[3] > upper) {
        let (top, bottom) = (top - upper, bottom - upper);
        let receipt = *left >= 5.0 - slack && *right <= 57.0 + slack;
        let payment = *left >= 67.0 - slack && *right <= 205.0 + slack;
        if !(receipt || payment) || top < 5.0 - slack || bottom > 100.0 + slack {
            faults.push(format!("{text:?} is out of its section: {left} {top} {right} {bottom}"));
        }
        if *right > 62.0 && *left < 118.0 - slack && bottom > 12.0 && top < 68.0 - slack {
            faults.push(format!("{text:?} is over the code: {left} {top} {right} {bottom}"));
        }
    }
    faults.extend(overlaps(texts));
    faults
}

/// Texts that stand on each other: a line's box has more height than its letters.
fn overlaps(texts: &[Drawn]) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, (one, a)) in texts.iter().enumerate() {
        for (other, b) in &texts[at + 1..] {
            let high = 0.12 * (a[3] - a[1]).min(b[3] - b[1]);
            if a[0] < b[2] && b[0] < a[2] && a[1] + high < b[3] && b[1] + high < a[3] {
                faults.push(format!("{one:?} and {other:?} stand on each other: {a:?} {b:?}"));
            }
        }
    }
    faults
}

/// What is amiss on the whole sheet.
fn sheet_faults(bill: &Bill) -> Vec<String> {
    let texts = texts(&draw::sheet(bill).expect("a sheet"));
    let mut found = faults(&texts, 192.0);
    for (text, [left, top, right, bottom]) in &texts {
        let upper = *top < 192.0;
        if *left < 5.0 || *right > 205.0 || *top < 5.0 || upper && *bottom > 190.0 {
            found.push(format!("{text:?} runs off: {left} {top} {right} {bottom}"));
        }
    }
    found
}

fn receipt(bill: &Bill) -> Vec<String> {
    let texts = texts(&draw::payment_part(bill).expect("a slip"));
    texts.into_iter().filter(|(_, at)| at[2] < 60.0).map(|(text, _)| text).collect()
}

#[test]
fn the_widest_names_stay_in_their_sections_in_every_language() {
    for letter in ['W', '@', 'Ǆ', 'm', 'Ớ', 'i', '-'] {
        for lang in Lang::ALL {
            let bill = Bill { lang, ..widest(letter) };
            assert_eq!(sheet_faults(&bill), [""; 0], "{letter} {lang}");
        }
    }
}

#[test]
fn what_the_measure_is_for_it_finds() {
    let svg = draw::payment_part(&bill(address(&ngoc()))).expect("a slip");
    assert_eq!(faults(&texts(&svg), 0.0), [""; 0]);
    for (x, y) in [("30", "90"), ("100", "40"), ("190", "50"), ("67", "102")] {
        let worse = svg.replace(
            "</svg>",
            &format!("<text x=\"{x}\" y=\"{y}\" font-size=\"3\">Bahnhofstrasse 1234 West</text></svg>"),
        );
        assert_ne!(faults(&texts(&worse), 0.0), [""; 0], "{x} {y}");
    }
}

#[test]
fn a_receipt_leaves_out_streets_only_where_they_do_not_fit_and_the_payment_part_never() {
    let usual = receipt(&bill(address(&ngoc())));
    assert!(
        usual.contains(&"Alpenstrasse 1".to_owned()) && usual.contains(&"Herrengasse 12a".to_owned()),
        "{usual:?}"
    );
    let mut long = ngoc();
    long.first_name = "W".repeat(35);
    long.last_name = long.first_name.clone();
    long.street = "Obere Grosse Marktgasse-Nordwestseit".chars().take(35).collect();
    long.town = "Buchs-Rheintal im Werdenberger Land".into();
    let mut bill = bill(address(&long));
    bill.creditor.name = "WWWWWW WWWWWWWW WWWWWW WWWWWWW AG".to_owned().try_into().expect("a name");
    bill.creditor.town = "Villars-sur-Glâne aux Portes du Lac".to_owned().try_into().expect("a town");
    let short = receipt(&bill);
    assert!(!short.contains(&"Alpenstrasse 1".to_owned()), "{short:?}");
    assert!(
        short.iter().any(|text| text.starts_with("Obere")),
        "the payer's own is left out last: {short:?}"
    );
    let all: Vec<String> =
        texts(&draw::payment_part(&bill).expect("a slip")).into_iter().map(|(text, _)| text).collect();
    assert_eq!(all.iter().filter(|text| *text == "Alpenstrasse 1").count(), 1, "{all:?}");
    assert_eq!(sheet_faults(&bill), [""; 0]);
}

#[test]
fn a_bill_of_every_article_stays_above_its_payment_part_with_a_rate_on_each_line() {
    for count in [1, 10, 11, 24, 26, 99] {
        let mut bill = bill(address(&ngoc()));
        let line =
            BillLine { name: "Schweizer Taschenmesser aus dem Waadtland".into(), ..bill.lines[0].clone() };
        bill.lines = vec![line; count];
        assert_eq!(sheet_faults(&bill), [""; 0], "{count}");
        let texts = texts(&draw::sheet(&bill).expect("a sheet"));
        let rates = texts.iter().filter(|(text, _)| text == "2.6 %").count();
        assert_eq!(rates, count.min(24), "{count}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn whatever_a_form_lets_through_stays_in_its_section(bill in any_bill()) {
        prop_assert_eq!(sheet_faults(&bill), [""; 0]);
    }
}
