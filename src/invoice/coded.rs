//! What the Swiss QR code may say: its characters and how long its fields are (Implementation Guidelines QR-bill 2.3,
//! sections 4.1.1 and 4.2.2). The print shows the name as it is; the code has the nearest that it can hold.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::paper::measure::has_glyph;

/// How many characters a name may have.
pub const NAME: usize = 70;
/// A street.
pub const STREET: usize = 70;
/// A house number.
pub const NUMBER: usize = 16;
/// A postcode.
pub const POSTCODE: usize = 16;
/// A town.
pub const TOWN: usize = 35;
/// A message.
pub const MESSAGE: usize = 140;

/// Letters and marks that do not come apart into a letter of the set and an accent, and what stands for each of them: the
/// letter that they were made of, as passports write it.
const STAND_INS: &[(&str, &str)] = &[
    ("’‘ʼʾ´`", "'"),
    ("–—−", "-"),
    ("ƀƃɓ", "b"),
    ("ɃƁƂ", "B"),
    ("ƈȼ", "c"),
    ("ƇȻƆ", "C"),
    ("ƌȡ", "d"),
    ("ƉƊƋ", "D"),
    ("ɇǝ", "e"),
    ("ɆƎƏƐ", "E"),
    ("ƒ", "f"),
    ("Ƒ", "F"),
    ("ǥȝ", "g"),
    ("ǤƓƔȜ", "G"),
    ("ƖƗ", "I"),
    ("ȷɉ", "j"),
    ("Ɉ", "J"),
    ("ƙ", "k"),
    ("Ƙ", "K"),
    ("ƚȴƛ", "l"),
    ("Ƚ", "L"),
    ("Ɯ", "M"),
    ("ƞȵ", "n"),
    ("ƝȠ", "N"),
    ("Ɵ", "O"),
    ("ƥ", "p"),
    ("Ƥ", "P"),
    ("ɋ", "q"),
    ("Ɋ", "Q"),
    ("ɍ", "r"),
    ("ƦɌ", "R"),
    ("ƨƪȿẜẝƽ", "s"),
    ("ƧƩƼ", "S"),
    ("ƫƭȶ", "t"),
    ("ƬƮȾ", "T"),
    ("ƱɄ", "U"),
    ("Ỽ", "V"),
    ("ƲɅ", "V"),
    ("ỽ", "v"),
    ("ƿ", "w"),
    ("Ƿ", "W"),
    ("ƴɏỿ", "y"),
    ("ƳɎỾ", "Y"),
    ("ƶȥɀƹƺʒ", "z"),
    ("ƵȤƷƸ", "Z"),
    ("Ⱥ", "A"),
    ("ƍẟ", "d"),
    ("Ƅ", "B"),
    ("ƅ", "b"),
    ("ƣ", "oi"),
    ("Ƣ", "OI"),
    ("ƕ", "hv"),
    ("Ƕ", "HV"),
    ("ȣ", "ou"),
    ("Ȣ", "OU"),
    ("ȸ", "db"),
    ("ȹ", "qp"),
    ("ỻ", "ll"),
    ("Ỻ", "LL"),
    ("ẞ", "SS"),
    ("ƻ", "2"),
    ("ƾɁɂ", "?"),
    ("ǀǁǂ", "|"),
    ("ǃ", "!"),
];

/// Whether the code may hold a character: Basic Latin, Latin-1 Supplement, Latin Extended-A, and five more.
#[must_use]
pub fn is_permitted(c: char) -> bool {
    matches!(c, '\u{20}'..='\u{7e}' | '\u{a0}'..='\u{17f}' | 'Ș' | 'ș' | 'Ț' | 'ț' | '€')
}

/// A text in the characters of the code, on one line: `Thị Ngọc` is `Thi Ngoc`. Breaks and blanks of any kind are one
/// blank; what nothing stands for is a full stop, so that a field is never empty by it.
#[must_use]
pub fn coded(text: &str) -> String {
    let blank = |c: char| if c.is_control() || c.is_whitespace() { ' ' } else { c };
    // Words are told apart only now: a letter may come apart into a blank and an accent, and a word of nothing but accents
    // is none.
    let written: String = text.nfc().map(blank).map(stand_in).collect();
    written.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first so many characters of a text in the characters of the code.
#[must_use]
pub fn cut(text: &str, longest: usize) -> String {
    coded(text).chars().take(longest).collect::<String>().trim_end().to_owned()
}

/// A text as the sheet prints it: as it is, but for the few characters that the font does not draw.
#[must_use]
pub fn printed(text: &str) -> String {
    text.chars().map(|c| if has_glyph(c) { c.to_string() } else { stand_in(c) }).collect()
}

/// What the code says for a character.
fn stand_in(c: char) -> String {
    if is_permitted(c) {
        return c.to_string();
    }
    let found = |c: char| STAND_INS.iter().find(|(letters, _)| letters.contains(c)).map(|(_, into)| *into);
    if let Some(into) = found(c) {
        return into.to_owned();
    }
    // A letter and its accents, or two letters written as one.
    let bare: String = [c].into_iter().nfkd().filter(|part| !is_combining_mark(*part)).collect();
    let known = |part: char| {
        if is_permitted(part) { part.to_string() } else { found(part).unwrap_or(".").to_owned() }
    };
    match bare.is_empty() {
        true if is_combining_mark(c) => String::new(),
        true => ".".to_owned(),
        false => bare.chars().map(known).collect(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    use super::{coded, cut, is_permitted};

    #[test]
    fn the_set_has_324_characters() {
        let all = (0..=0x0010_ffff).filter_map(char::from_u32);
        assert_eq!(all.filter(|c| is_permitted(*c)).count(), 324);
    }

    #[test]
    fn names_from_everywhere_are_written_with_the_letters_of_the_set() {
        for (name, code) in [
            ("Thị Ngọc", "Thi Ngoc"),
            ("Nguyễn Đức", "Nguyen Đuc"),
            ("Zoë Müller-Łukasz", "Zoë Müller-Łukasz"),
            ("D’Angelo – Söhne", "D'Angelo - Söhne"),
            ("Ștefan Țiriac", "Ștefan Țiriac"),
            ("ǅ Ǆ ǆ", "Dz DZ dz"),
            ("STRAẞE", "STRASSE"),
            ("Ǝlə", "El."),
            ("two\nlines\u{2028}and\tmore", "two lines and more"),
            ("Иван 🐹", ".... ."),
        ] {
            assert_eq!(coded(name), code, "{name}");
        }
        assert_eq!(cut("Ǆ Ǆ Ǆ", 3), "DZ");
        assert_eq!(cut("\u{20d0}\u{a0}!", 2), "!", "accents without a letter");
        assert_eq!(cut("\u{1fbd}A", 2), "A", "an accent that is a blank and an accent");
    }

    #[test]
    fn every_letter_of_a_form_has_a_stand_in_of_its_own() {
        let letters = ('\u{c0}'..='\u{24f}').chain('\u{1e00}'..='\u{1eff}').chain("’–".chars());
        for c in letters {
            let code = coded(&c.to_string());
            assert!(!code.is_empty() && !code.contains('.') && code.chars().all(is_permitted), "{c} {code}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_written_stays_in_the_set_and_on_one_line(text in any::<String>(), longest in 1_usize..80) {
            let code = cut(&text, longest);
            prop_assert!(code.chars().all(is_permitted) && code.chars().count() <= longest);
            prop_assert_eq!(coded(&code), code);
        }
    }
}
