//! What people paste, made into what they mean: without what cannot be seen, with plain digits, hyphens and apostrophes for
//! those that only look like them. The one place for it; every field of every form goes through here.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// The look-alikes of plain marks that keyboards, telephones and word processors put in their place.
const LOOK_ALIKES: [(&str, char); 9] = [
    // Hyphens, dashes and minus signs.
    (
        "\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2043}\u{2212}\u{2796}\u{2e3a}\u{2e3b}\u{58a}\u{2d7}\u{fe58}\u{fe63}",
        '-',
    ),
    // Apostrophes: also the accents that stand alone, and the prime.
    ("‘’‚‛′‵‹›`´ʹʻʼʽˈˊˋꞌ\u{55a}", '\''),
    ("“”„‟″‶〝〞ˮ", '"'),
    ("\u{2044}\u{2215}\u{29f8}", '/'),
    ("\u{2024}\u{3002}\u{ff61}\u{fe52}", '.'),
    ("\u{3001}\u{ff64}\u{fe50}", ','),
    ("\u{2219}\u{22c5}\u{2027}\u{30fb}\u{ff65}", '·'),
    ("\u{2795}\u{fe62}", '+'),
    ("\u{fe6b}", '@'),
];

/// Where the ten digits of other scripts and of ornamental alphabets begin.
const ZEROS: [u32; 10] = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6];

/// One line as it was meant: what cannot be seen is gone, every kind of blank is a blank and none stands twice or at an end,
/// digits and letters of full width or of an ornamental alphabet are plain, look-alikes of hyphen, apostrophe, quotation mark
/// and slash are these themselves, and an accent has joined its letter (NFC). Control characters stay: they were not typed,
/// and whoever reads the line says so. Cleaning a clean line changes nothing.
#[must_use]
pub fn clean(typed: &str) -> String {
    let joined = if typed.is_ascii() { of_ascii(typed) } else { of_any(typed).into() };
    joined.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn of_any(typed: &str) -> String {
    let plain: String = typed.nfc().filter(|c| !is_unseen(*c)).flat_map(plain).collect();
    // An accent may have met its letter only now.
    plain.nfc().collect()
}

/// As [`of_any`], where most of it has nothing to do: nearly all that is typed is so.
fn of_ascii(typed: &str) -> Cow<'_, str> {
    if typed.contains('`') { typed.replace('`', "'").into() } else { typed.into() }
}

/// A clean line without what encloses all of it, quotation marks or brackets, and without the comma or semicolon that it was
/// copied with.
#[must_use]
pub fn unwrapped(clean: &str) -> &str {
    let bare = clean.trim_end_matches([',', ';', ' ']);
    let pairs = [('"', '"'), ('\'', '\''), ('«', '»'), ('»', '«'), ('(', ')'), ('[', ']')];
    let inside = pairs.iter().find_map(|(open, close)| {
        let inside = bare.strip_prefix(*open)?.strip_suffix(*close)?;
        (!inside.contains([*open, *close])).then(|| inside.trim())
    });
    match inside {
        Some(inside) if !inside.is_empty() => unwrapped(inside),
        _ => bare,
    }
}

/// A text of several lines without what cannot be seen; its marks stay as they were written.
#[must_use]
pub fn seen(typed: &str) -> String {
    let blank = |c: char| if c.is_whitespace() && c != '\n' { ' ' } else { c };
    typed
        .replace("\r\n", "\n")
        .replace('\r', "\n")
        .nfc()
        .filter(|c| !is_unseen(*c))
        .map(blank)
        .nfc()
        .collect()
}

/// A clean text without a word before it that only says what it is, such as `tel:`; capitals do not count.
#[must_use]
pub fn without_prefix<'a>(clean: &'a str, prefixes: &[&str]) -> &'a str {
    let has =
        |prefix: &&&str| clean.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    prefixes.iter().find(has).map_or(clean, |prefix| clean[prefix.len()..].trim_start())
}

/// A character as a message can name it; `None` for what a reader could not see. An accent without a letter stands on a circle.
#[must_use]
pub fn shown(c: char) -> Option<Cow<'static, str>> {
    let private = matches!(u32::from(c), 0xe000..=0xf8ff | 0xf_0000..);
    if c.is_control() || c.is_whitespace() || private || is_unseen(c) {
        return None;
    }
    let joins = unicode_normalization::char::is_combining_mark(c);
    Some(if joins { format!("◌{c}").into() } else { c.to_string().into() })
}

/// What takes no room and has no ink: what Unicode calls default ignorable (`DerivedCoreProperties.txt`), the marks of a text's
/// annotations and the place of an object that was not pasted with it.
fn is_unseen(c: char) -> bool {
    matches!(u32::from(c),
        0xad | 0x34f | 0x61c | 0x115f | 0x1160 | 0x17b4 | 0x17b5 | 0x180b..=0x180f | 0x200b..=0x200f
        | 0x202a..=0x202e | 0x2060..=0x206f | 0x3164 | 0xfe00..=0xfe0f | 0xfeff | 0xffa0 | 0xfff0..=0xfffc
        | 0x1_bca0..=0x1_bca3 | 0x1_d173..=0x1_d17a | 0xe_0000..=0xe_0fff)
}

/// The plain characters that one stands for; itself, where it stands for no other.
fn plain(c: char) -> impl Iterator<Item = char> {
    let look_alike = LOOK_ALIKES.iter().find(|(alike, _)| alike.contains(c)).map(|(_, plain)| *plain);
    let one = look_alike.or_else(|| digit(c)).unwrap_or(match c {
        // Braille's empty cell is a blank that no function knows as one.
        '\u{2800}' => ' ',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        c => c,
    });
    // Ligatures, Roman numerals and the mathematical alphabets; superscripts are not plain: 5² is not 52.
    let composed = matches!(u32::from(one), 0xfb00..=0xfb06 | 0x2160..=0x217f | 0x1_d400..=0x1_d7ff);
    let several: Vec<char> = if composed { one.to_string().nfkc().collect() } else { Vec::new() };
    // A full-width accent is an apostrophe too.
    (!composed).then_some(one).into_iter().chain(several).map(|c| if c == '`' { '\'' } else { c })
}

fn digit(c: char) -> Option<char> {
    let value = ZEROS.iter().find_map(|zero| u32::from(c).checked_sub(*zero).filter(|value| *value < 10))?;
    char::from_digit(value, 10)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    use super::{clean, is_unseen, of_any, of_ascii, seen, shown, unwrapped, without_prefix};

    #[test]
    fn what_encloses_a_line_is_no_part_of_it() {
        for (typed, meant) in [
            ("„Muster“", "Muster"),
            ("« Muster »", "Muster"),
            ("»Muster«,", "Muster"),
            ("(8008)", "8008"),
            ("[\"Muster\"];", "Muster"),
            ("Bellerivestrasse,", "Bellerivestrasse"),
            ("Restaurant \"Krone\"", "Restaurant \"Krone\""),
            ("\"Krone\" und \"Adler\"", "\"Krone\" und \"Adler\""),
            ("Muster (Zürich)", "Muster (Zürich)"),
            ("D’Angelo", "D'Angelo"),
            ("()", "()"),
            ("\"", "\""),
        ] {
            assert_eq!(unwrapped(&clean(typed)), meant, "{typed}");
        }
    }

    #[test]
    fn what_is_meant_is_left() {
        for (typed, meant) in [
            ("\u{feff}Zoë\u{200b} Müller\u{a0}", "Zoë Müller"),
            ("Mu\u{308}l\u{ad}ler", "Müller"),
            ("e\u{200d}\u{301}", "é"),
            ("\u{202a}Rue\u{2009}de\u{202f}l’Église\u{202c}", "Rue de l'Église"),
            ("O´Brien, O`Brien, O′Brien", "O'Brien, O'Brien, O'Brien"),
            ("Meier‑Müller − Co – AG", "Meier-Müller - Co - AG"),
            ("８００１　Ｚürich", "8001 Zürich"),
            ("٠٧٩ ١٢٣", "079 123"),
            ("𝟖𝟎𝟎𝟏 𝐁𝐞𝐫𝐧", "8001 Bern"),
            ("Haus\u{fe0f} „Zur Post“", "Haus \"Zur Post\""),
            ("Ofﬁce", "Office"),
            ("5²", "5²"),
            ("\u{200b}\u{2060}", ""),
        ] {
            assert_eq!(clean(typed), meant, "{typed:?}");
        }
        assert_eq!(seen("so – “so”\r\nund\u{200b}\u{a0}so\r"), "so – “so”\nund so\n");
        assert_eq!(without_prefix("TEL: 079", &["tel:"]), "079");
        assert_eq!(without_prefix("Tél", &["tel:"]), "Tél");
    }

    #[test]
    fn a_message_names_only_what_can_be_seen() {
        assert_eq!(shown('🐹').as_deref(), Some("🐹"));
        assert_eq!(shown('\u{301}').as_deref(), Some("◌\u{301}"));
        for unseen in ['\u{7}', '\u{200b}', '\u{a0}', '\u{e123}', '\u{2028}'] {
            assert_eq!(shown(unseen), None, "{unseen:?}");
        }
    }

    proptest! {
        #[test]
        fn the_short_way_leads_where_the_long_one_does(typed in "[\x00-\x7f]*") {
            prop_assert_eq!(of_ascii(&typed).into_owned(), of_any(&typed));
        }

        #[test]
        fn a_clean_text_is_clean(typed in any::<String>()) {
            let once = clean(&typed);
            prop_assert_eq!(clean(&once), once.clone());
            prop_assert!(!once.chars().any(is_unseen));
            prop_assert!(!once.contains("  ") && once.trim() == once);
            prop_assert_eq!(seen(&seen(&typed)), seen(&typed));
        }

        #[test]
        fn what_cannot_be_seen_makes_no_difference(
            letters in "[a-zA-Zäöüéèàç' -]{1,20}", unseen in "[\u{ad}\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2060}-\u{2069}\u{feff}\u{fe0f}]", at in 0usize..20,
        ) {
            let mut pasted: Vec<char> = letters.chars().collect();
            pasted.insert(at.min(pasted.len()), unseen.chars().next().unwrap_or(' '));
            prop_assert_eq!(clean(&pasted.into_iter().collect::<String>()), clean(&letters));
        }
    }
}
