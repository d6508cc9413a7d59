//! Names and postcodes as they are compared, however they were typed.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A name as it is compared: lower case, no accents, `ae oe ue` for umlauts, `st` for Sankt and Saint, words
/// by single spaces.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.nfc().flat_map(char::to_lowercase) {
        match c {
            'ä' => plain.push_str("ae"),
            'ö' => plain.push_str("oe"),
            'ü' => plain.push_str("ue"),
            'ß' => plain.push_str("ss"),
            'œ' => plain.push_str("oe"),
            c => plain.extend(
                c.nfd()
                    .filter(|&part| !is_combining_mark(part))
                    .map(|part| if part.is_alphanumeric() { part } else { ' ' }),
            ),
        }
    }
    let words = plain.split_whitespace().map(|word| match word {
        "sankt" | "saint" | "sainte" | "san" | "santa" | "sta" | "ste" => "st",
        word => word,
    });
    words.collect::<Vec<_>>().join(" ")
}

/// The same without the second letter of `ae oe ue`: who types `Zurich` means `Zürich`.
#[must_use]
pub fn bare(folded: &str) -> String {
    folded.replace("ae", "a").replace("oe", "o").replace("ue", "u")
}

/// The first word of four digits.
#[must_use]
pub fn postcode_in(typed: &str) -> Option<&str> {
    let is_postcode = |word: &&str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    typed.split(|c: char| !c.is_alphanumeric()).find(is_postcode)
}

/// How far apart two postcodes are as numbers.
#[must_use]
pub fn number_apart(one: &str, other: &str) -> i32 {
    let both = one.parse::<i32>().ok().zip(other.parse::<i32>().ok());
    both.map_or(i32::MAX, |(one, other)| (one - other).abs())
}

#[cfg(test)]
mod tests {
    use super::{bare, folded};

    #[test]
    fn spellings_of_one_name_are_compared_as_one() {
        assert_eq!(folded("St. Gallen"), folded("Sankt Gallen"));
        assert_eq!(folded("Saint-Gall"), "st gall");
        assert_eq!(folded("ZÜRICH"), folded("Zuerich"));
        assert_eq!(bare(&folded("Zürich")), bare(&folded("Zurich")));
        assert_eq!(folded("Neuchâtel"), "neuchatel");
    }
}
