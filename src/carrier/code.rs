//! The codes of the Barcode API in words: E#### where there is no label, W#### where there is one all the same. The list is
//! that of Post's documentation (chapter 8.14.1) as far as it is known; where only a family is, its codes share a sentence.

use crate::i18n::Lang;

/// Every code that is known, with the key of its text: what it means, and what to do.
pub const ALL: [(&str, &str); 57] = [
    ("E1000", "code-combination"),
    ("E1001", "code-combination"),
    ("E1002", "code-combination"),
    ("E1003", "code-combination"),
    ("E1004", "code-combination"),
    ("E1005", "code-combination"),
    ("E1006", "code-combination"),
    ("E1007", "code-combination"),
    ("E1008", "code-service"),
    ("E1009", "code-service"),
    ("E1011", "code-layout"),
    ("E1012", "code-service"),
    ("E1013", "code-layout"),
    ("E1015", "code-service"),
    ("E2001", "code-recipient"),
    ("E2002", "code-home-office"),
    ("E2009", "code-licence-missing"),
    ("E2011", "code-number-range"),
    ("E2012", "code-file-format"),
    ("E2013", "code-resolution"),
    ("E2016", "code-number-used"),
    ("E2017", "code-sender"),
    ("E2018", "code-logo"),
    ("E2019", "code-logo"),
    ("E2024", "code-logo"),
    ("E2026", "code-licence-refused"),
    ("E2027", "code-licence-length"),
    ("E2028", "code-country"),
    ("E2029", "code-combination"),
    ("E2032", "code-postcode-missing"),
    ("E2033", "code-postcode"),
    ("E2034", "code-postcode"),
    ("E2036", "code-weight-most"),
    ("E2037", "code-weight-least"),
    ("E2040", "code-combination"),
    ("E2041", "code-e-mail"),
    ("E2042", "code-phone"),
    ("E2043", "code-instruction"),
    ("E2044", "code-instruction"),
    ("E2045", "code-item-id"),
    ("E2047", "code-notification"),
    ("E2064", "code-label-lines"),
    ("E2066", "code-not-there"),
    ("E9993", "code-system"),
    ("E9994", "code-system"),
    ("E9995", "code-system"),
    ("E9996", "code-system-lasting"),
    ("E9997", "code-system"),
    ("E9998", "code-system-lasting"),
    ("E9999", "code-system"),
    ("W2011", "code-franking-ignored"),
    ("W2016", "code-title-dropped"),
    ("W2017", "code-suffix-dropped"),
    ("W2018", "code-sender-shortened"),
    ("W2019", "code-name3-dropped"),
    ("W2020", "code-text-dropped"),
    ("W2021", "code-lines-dropped"),
];

/// A longer one is none: what Post sends stands on a page.
const LONGEST: usize = 8;

/// A code with what it means and what to do, as in "E2016 · This consignment number was used before. …". One that is not
/// known is shown as it came, with what can be said of every error or warning.
#[must_use]
pub fn words(code: &str, lang: Lang) -> String {
    let shown: String = code.chars().filter(char::is_ascii_alphanumeric).take(LONGEST).collect();
    let text = lang.t(key(code));
    if shown.is_empty() { text.into_owned() } else { format!("{shown} · {text}") }
}

fn key(code: &str) -> &'static str {
    let known = ALL.iter().find(|(known, _)| *known == code).map(|(_, key)| *key);
    known.unwrap_or(match code.as_bytes().first() {
        Some(b'E') => "code-unknown-error",
        Some(b'W') => "code-unknown-warning",
        _ => "code-unknown",
    })
}

#[cfg(test)]
mod tests {
    use super::{ALL, LONGEST, words};
    use crate::i18n::Lang;

    #[test]
    fn every_code_has_a_form_and_stands_once_in_order() {
        for (code, _) in ALL {
            let (kind, digits) = code.split_at(1);
            assert!(["E", "W"].contains(&kind) && digits.len() == 4, "{code}");
            assert!(digits.bytes().all(|b| b.is_ascii_digit()), "{code}");
        }
        assert!(ALL.is_sorted_by(|(one, _), (other, _)| one < other));
    }

    #[test]
    fn every_code_says_in_four_languages_what_it_means_and_what_to_do() {
        for lang in Lang::ALL {
            for (code, key) in ALL {
                let said = words(code, lang);
                let text = said.strip_prefix(&format!("{code} · ")).expect("the code first");
                assert!(text != key && text.matches(['.', ':', ';']).count() > 1, "{lang}: {said}");
                assert!(text.ends_with('.'), "{lang}: {said}");
            }
        }
    }

    #[test]
    fn a_code_that_nobody_knows_is_shown_as_it_came_and_no_more_of_it() {
        for lang in Lang::ALL {
            let [error, warning, other] = ["E7777", "W7777", "7777"].map(|code| words(code, lang));
            assert!(error.starts_with("E7777 · ") && warning.starts_with("W7777 · "), "{error}");
            let sentence = |said: &str| said.split_once(" · ").map(|(_, text)| text.to_owned());
            assert!(sentence(&error) != sentence(&warning) && sentence(&warning) != sentence(&other));
            assert!(!words("", lang).contains('·'));
        }
        let long = words("E2016<b>Hans Muster, Bellerivestrasse 5", Lang::En);
        let shown = long.split(" · ").next().unwrap_or_default();
        assert!(shown.len() <= LONGEST && !long.contains("Muster") && !long.contains('<'), "{long}");
    }
}
