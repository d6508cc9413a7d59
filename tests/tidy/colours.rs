//! Every pair of text and ground can be read: 4.5 to 1, and 3 to 1 for controls (WCAG 2.2, 1.4.3 and 1.4.11), in letters as
//! large as the reader has set (1.4.4).

use std::collections::BTreeMap;

use super::{files, read};

type Tokens = BTreeMap<String, [f64; 3]>;

/// The light and the dark tokens of a sheet.
fn tokens(sheet: &str) -> [Tokens; 2] {
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

/// A text, its ground, and how far apart they must be.
type Pair = (&'static str, &'static str, f64);

/// Every pair of this shop.
const PAIRS: &[Pair] = &[
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

/// Pairs that cannot be read, by light or in the dark.
fn unreadable(sheet: &str, pairs: &[Pair]) -> Vec<String> {
    let mut found = Vec::new();
    for (theme, tokens) in ["light", "dark"].into_iter().zip(tokens(sheet)) {
        for (text, ground, least) in pairs {
            let is = contrast(tokens[*text], tokens[*ground]);
            if is < *least {
                found.push(format!("{theme}: {text} on {ground} is {is:.2} to 1"));
            }
        }
    }
    found
}

#[test]
fn every_text_can_be_read_on_its_ground_in_light_and_dark() {
    let sheet =
        files("static/css", "css").into_iter().find(|path| path.ends_with("tokens.css")).expect("the tokens");
    assert_eq!(unreadable(&read(&sheet), PAIRS), [""; 0]);
}

#[test]
fn a_pair_that_cannot_be_read_is_found_in_the_theme_where_it_is() {
    let sheet = ":root { --ink: #000000; --paper: #ffffff; --soft: #777777; }\n\
                 @media (prefers-color-scheme: dark) { :root { --ink: #444444; --paper: #222222; --soft: #cccccc; } }";
    let pairs = [("ink", "paper", 4.5), ("soft", "paper", 4.5), ("soft", "paper", 3.0)];
    assert_eq!(
        unreadable(sheet, &pairs),
        ["light: soft on paper is 4.48 to 1", "dark: ink on paper is 1.63 to 1"]
    );
}

/// What is written in these must grow with the size of letters that a reader has set.
const GROWS: [&str; 5] = ["font-size", "font", "line-height", "min-height", "@media"];

/// Declarations that hold letters and are measured in pixels.
fn in_pixels(sheet: &str) -> Vec<&str> {
    let declarations = sheet.split(['{', ';', '}']).map(str::trim);
    let found = declarations.filter(|declaration| {
        let property = declaration.split([':', ' ']).next().unwrap_or_default();
        let mut pixels = declaration.match_indices("px").filter_map(|(at, _)| {
            let digits = declaration[..at].rsplit(|c: char| !c.is_ascii_digit() && c != '.').next()?;
            digits.parse::<f64>().ok()
        });
        // Within a drawing a pixel is a millimetre.
        GROWS.contains(&property) && pixels.any(|pixels| pixels > 4.0)
    });
    found.collect()
}

#[test]
fn letters_and_what_holds_them_are_measured_in_rem() {
    let console = files("templates/sandbox", "css");
    for path in files("static/css", "css").into_iter().chain(console) {
        assert_eq!(in_pixels(&read(&path)), [""; 0], "{}", path.display());
    }
}

#[test]
fn letters_in_pixels_are_found() {
    let sheet = "p { font-size: 14px; padding: 20px; border: 1px solid } @media (max-width: 600px) { b { font: 1rem x } }\n\
                 i { line-height: 1.5; min-height: 44.5px } svg { font-size: 3px }";
    assert_eq!(in_pixels(sheet), ["font-size: 14px", "@media (max-width: 600px)", "min-height: 44.5px"]);
}

/// Colours that a sheet writes down itself. White and black are those of paper, and what is light or dark around a shadow.
fn own_colours(sheet: &str) -> Vec<&str> {
    let values = sheet.split(['{', ';', '}']).filter_map(|declaration| declaration.split_once(':'));
    let words =
        values.flat_map(|(_, value)| value.split([' ', ',', '(', ')']).map(move |word| (value, word)));
    let is_colour = |(value, word): &(&str, &str)| {
        let hex = |hex: &str| hex.len() >= 3 && hex.chars().all(|c| c.is_ascii_hexdigit());
        let called = ["rgb", "rgba", "hsl", "hsla", "oklch", "lab"].contains(word);
        let shadow = value.contains("rgb(0 0 0 /");
        (word.strip_prefix('#').is_some_and(hex) && !["#fff", "#000"].contains(word)) || (called && !shadow)
    };
    words.filter(is_colour).map(|(_, word)| word).collect()
}

#[test]
fn colours_come_from_the_tokens() {
    for path in files("static/css", "css").into_iter().filter(|path| !path.ends_with("tokens.css")) {
        assert_eq!(own_colours(&read(&path)), [""; 0], "{}: give it a name in tokens.css", path.display());
    }
}

#[test]
fn a_colour_beside_the_tokens_is_found() {
    let sheet = "#add { color: var(--ink); background: #fff; box-shadow: 0 1px rgb(0 0 0 / 25%) }\n\
                 a:hover { color: #1d5a41; border: 1px solid hsl(20 10% 10%); background: linear-gradient(#abc, #000) }";
    assert_eq!(own_colours(sheet), ["#1d5a41", "hsl", "#abc"]);
}
