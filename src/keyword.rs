//! The keywords that address a pick-up point, however they are written: they belong into no address of one's own
//! (rule 1). The database judges by itself and alike (`carries_keyword` in the migrations); a test holds both together.

use unicode_normalization::UnicodeNormalization;

/// What addresses a point in Name2 of a label.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keyword {
    /// `PickPost`, a counter.
    PickPost,
    /// `My Post 24`, a terminal.
    MyPost24,
}

/// Letters that only a stroke or a hook tells from a plain one: normalisation leaves them as they are.
const STRUCK: [(&str, char); 10] = [
    ("ØøƟ", 'o'),
    ("ıƗ", 'i'),
    ("ƇƈȻȼ", 'c'),
    ("ĸƘƙ", 'k'),
    ("ƤƥÞþ", 'p'),
    ("ŦŧƫƬƭƮȶȾ", 't'),
    ("ȿẜẝ", 's'),
    ("ƳƴɎɏ", 'y'),
    ("ƻ", '2'),
    ("łŁƚȽ", 'l'),
];

/// The keyword that a text carries, if it carries one.
///
/// Within one word it counts wherever it stands (`c/oPickPost99`). Written over several words it begins with the first
/// of them and ends with the last, apart from the number of a customer: `Pick Post PT011227` and `Pick-Post12` are
/// keywords, `Pick Poststrasse 5`, `Pick, Postfach 3`, `Amy Post 24` and `My Postgasse 24` are not.
#[must_use]
pub fn find(text: &str) -> Option<Keyword> {
    let text: Vec<char> = folded(text).chars().collect();
    (0..text.len()).find_map(|at| {
        let rest = &text[at..];
        let begins = at == 0 || text[at - 1] == ' ';
        let pick_post = spelled(rest, "pickpost", false).is_some()
            || begins && spelled(rest, "pickpost", true).is_some_and(ends);
        let my_post =
            spelled(rest, "mypost24", false).is_some() || begins && spelled(rest, "mypost24", true).is_some();
        match (pick_post, my_post) {
            (true, _) => Some(Keyword::PickPost),
            (_, true) => Some(Keyword::MyPost24),
            _ => None,
        }
    })
}

/// Words of plain small letters and digits with one blank between them: no accents, no marks, no other difference of
/// writing. Letters that have no plain form stay.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.nfkd().map(plain).filter(|c| !('\u{300}'..='\u{36f}').contains(c)) {
        if is_part_of_a_word(c) {
            folded.push(c.to_ascii_lowercase());
        } else if !folded.is_empty() && !folded.ends_with(' ') {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

fn plain(c: char) -> char {
    STRUCK.iter().find(|(struck, _)| struck.contains(c)).map_or(c, |(_, plain)| *plain)
}

fn is_part_of_a_word(c: char) -> bool {
    let latin = matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    c.is_ascii_alphanumeric() || latin && !matches!(c, '×' | '÷')
}

/// What follows a word that the text begins with; with `blanks` it may be written apart.
fn spelled<'a>(text: &'a [char], word: &str, blanks: bool) -> Option<&'a [char]> {
    let mut rest = text;
    for (at, letter) in word.chars().enumerate() {
        if let (true, [' ', after @ ..]) = (blanks && at > 0, rest) {
            rest = after;
        }
        let (first, after) = rest.split_first()?;
        if !looks_like(*first, letter) {
            return None;
        }
        rest = after;
    }
    Some(rest)
}

/// As a person reads it: `P1ckP0st` is the same.
fn looks_like(c: char, letter: char) -> bool {
    c == letter || matches!((letter, c), ('o', '0') | ('i', '1' | 'l'))
}

/// Whether a word ends here, or after the number of a customer: at most two letters, then digits.
fn ends(rest: &[char]) -> bool {
    let word = rest.split(|c| *c == ' ').next().unwrap_or_default();
    let letters = word.iter().take_while(|c| c.is_ascii_lowercase()).count();
    let number = &word[letters..];
    word.is_empty() || letters <= 2 && !number.is_empty() && number.iter().all(char::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::{Keyword, find, folded};

    #[test]
    fn a_keyword_is_found_in_every_spelling_and_anywhere_in_a_line() {
        let pick_post = [
            "PickPost",
            "PICK-POST 9",
            "Pick Post PT011227",
            "c/o PickPost 123",
            "à PickPost Zürich",
            "É PickPost",
            "c/oPickPost99",
            "Pick.Post",
            "«pick·post»",
            "P i c k P o s t",
            "Pîçkpöst",
            "PickPøst 5",
            "Pick Post12",
            "Pick_Post",
            "pickpoſt",
            "P1ckP0st",
            "Pickposten",
            "8400 PickPost",
        ];
        for line in pick_post {
            assert_eq!(find(line), Some(Keyword::PickPost), "{line}");
        }
        let my_post = [
            "My Post 24",
            "mypost24 1",
            "My-Post 24 12345678",
            "c/o MyPost 24",
            "Mÿ Pöst 24",
            "M.Y. Post 2 4",
            "My Post 2412345678",
            "MYP0ST24",
        ];
        for line in my_post {
            assert_eq!(find(line), Some(Keyword::MyPost24), "{line}");
        }
    }

    #[test]
    fn names_and_streets_that_only_come_near_are_left_alone() {
        let own = [
            "Otto Pick Poststrasse 12",
            "Otto Pick Postfach 123",
            "Postgasse 24",
            "Amy Post 24",
            "My Postgasse 24",
            "My Postlova",
            "Pick & Partner Postversand",
            "Alte Post 24",
            "Post 3",
            "Restaurant Post 24",
            "Picknick-Post 5",
            "My Post 42",
            "Pickæpost",
            "",
        ];
        for line in own {
            assert_eq!(find(line), None, "{line}: {}", folded(line));
        }
    }
}
