//! Italian joins a preposition to the date that follows it: "all’8 dicembre", "a martedì 8 dicembre", "al 9 dicembre". A
//! text cannot know its date, so that it says "al" and is put right here.

/// As it stands in a text; before an eight and an eleven, which begin with a vowel; before a day of the week.
const FORMS: [(&str, &str, &str); 7] = [
    ("al", "all’", "a "),
    ("dal", "dall’", "da "),
    ("del", "dell’", "di "),
    ("il", "l’", ""),
    ("Al", "All’", "A "),
    ("Dal", "Dall’", "Da "),
    ("Del", "Dell’", "Di "),
];
const MONTHS: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];
const WEEKDAYS: [&str; 7] = ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"];

/// The text with its prepositions joined to its dates.
#[must_use]
pub fn joined(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let mut out = String::with_capacity(text.len());
    for (at, word) in words.iter().enumerate() {
        let next = words.get(at + 1).copied().unwrap_or_default();
        let after = words.get(at + 2).copied().unwrap_or_default();
        let form = FORMS.iter().find(|(plain, ..)| plain == word);
        match form {
            Some((_, vowel, _)) if ["8", "11"].contains(&next) && is_month(after) => out.push_str(vowel),
            Some((_, _, weekday)) if WEEKDAYS.contains(&next) && starts_with_a_day(after) => {
                out.push_str(weekday);
            }
            _ => {
                out.push_str(word);
                out.push(' ');
            }
        }
    }
    out.pop();
    out
}

fn is_month(word: &str) -> bool {
    MONTHS.contains(&word.trim_end_matches(|c: char| !c.is_alphabetic()))
}

fn starts_with_a_day(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn a_date_takes_the_preposition_that_it_needs() {
        for (said, right) in [
            ("Chiuso fino al 8 dicembre (festa)", "Chiuso fino all’8 dicembre (festa)"),
            ("fino al 11 novembre.", "fino all’11 novembre."),
            ("fino al 9 dicembre", "fino al 9 dicembre"),
            ("fino al 1° agosto", "fino al 1° agosto"),
            ("Dal 8 dicembre al sabato 12 dicembre", "Dall’8 dicembre a sabato 12 dicembre"),
            ("entro il 8 gennaio 2027;", "entro l’8 gennaio 2027;"),
            ("entro il martedì 8 dicembre", "entro martedì 8 dicembre"),
            ("condizioni del 11 maggio 2026.", "condizioni dell’11 maggio 2026."),
            ("al 8 e il lunedì", "al 8 e il lunedì"),
            ("", ""),
            ("spazio in fondo ", "spazio in fondo "),
        ] {
            assert_eq!(joined(said), right);
        }
    }
}
