//! Every pair of text and ground can be read: 4.5 to 1, and 3 to 1 for controls (WCAG 2.2, 1.4.3 and 1.4.11), in letters as
//! large as the reader has set (1.4.4).

use std::collections::BTreeMap;

use super::{files, read};

/// The light and the dark tokens.
fn tokens() -> [BTreeMap<String, [f64; 3]>; 2] {
    let sheet =
        files("static/css", "css").into_iter().find(|path| path.ends_with("tokens.css")).expect("the tokens");
    let sheet = read(&sheet);
    let (light, dark) = sheet.split_once("@media").expect("light and dark");
    [light, dark].map(|part| {
        part.split("--")
            .skip(1)
            .filter_map(|token| {
                let (name, rest) = token.split_once(": #")?;
                let channel = |at: usize| u8::from_str_radix(&rest[at..at + 2], 16).ok().map(f64::from);
                Some((name.to_owned(), [channel(0)?, channel(2)?, channel(4)?]))
            })
            .collect()
    })
}

fn luminance(colour: [f64; 3]) -> f64 {
    let [red, green, blue] = colour.map(|channel| {
        let share = channel / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn every_text_can_be_read_on_its_ground_in_light_and_dark() {
    let pairs = [
        ("ink", "paper", 4.5),
        ("ink", "card", 4.5),
        ("soft", "paper", 4.5),
        ("soft", "card", 4.5),
        ("soft", "fir-wash", 4.5),
        ("fir", "paper", 4.5),
        ("fir", "card", 4.5),
        ("fir", "fir-wash", 4.5),
        ("on-fir", "fir", 4.5),
        ("rose", "paper", 4.5),
        ("rose", "card", 4.5),
        ("rose", "rose-wash", 4.5),
        ("ink", "rose-wash", 4.5),
        ("ink", "sun-wash", 4.5),
        ("ink", "fir-wash", 4.5),
        ("ink", "stone", 4.5),
        ("on-sun", "sun", 4.5),
        ("on-strip", "strip", 4.5),
        ("ink", "land", 4.5),
        ("soft", "land", 4.5),
        ("lake-name", "lake", 4.5),
        ("paper", "ink", 4.5),
        ("fir", "land", 3.0),
        ("field", "card", 3.0),
        ("field", "paper", 3.0),
    ];
    for (theme, tokens) in ["light", "dark"].into_iter().zip(tokens()) {
        for (text, ground, least) in pairs {
            let found = contrast(tokens[text], tokens[ground]);
            assert!(found >= least, "{theme}: {text} on {ground} is {found:.2} to 1");
        }
    }
}

/// What is written in these must grow with the size of letters that a reader has set.
const GROWS: [&str; 5] = ["font-size", "font", "line-height", "min-height", "@media"];

#[test]
fn letters_and_what_holds_them_are_measured_in_rem() {
    let console = files("templates/sandbox", "css");
    for path in files("static/css", "css").into_iter().chain(console) {
        let sheet = read(&path);
        for declaration in sheet.split(['{', ';', '}']).map(str::trim) {
            let property = declaration.split([':', ' ']).next().unwrap_or_default();
            if !GROWS.contains(&property) {
                continue;
            }
            let pixels = declaration.match_indices("px").filter_map(|(at, _)| {
                let digits = declaration[..at].rsplit(|c: char| !c.is_ascii_digit() && c != '.').next()?;
                digits.parse::<f64>().ok()
            });
            // Within a drawing a pixel is a millimetre.
            let large = pixels.filter(|pixels| *pixels > 4.0).count();
            assert_eq!(large, 0, "{}: {declaration}", path.display());
        }
    }
}
