//! Which of the numbers in what was typed is a postcode: streets are called after years, and houses have large numbers too.

use crate::gazetteer::name::folded;
use crate::gazetteer::{Place, Places};

/// A town's name has so many words at most.
const NAME: usize = 4;

/// The number that is meant as a postcode: the one beside its own town; else one that begins a part of the address; else the
/// last. `None` where there is none, and where the only one belongs to a street of a town that is named as well: "Rue du 8 Mai
/// 1945, Genève".
#[must_use]
pub fn postcode(typed: &str) -> Option<&str> {
    let words: Vec<Word<'_>> = words(typed);
    let numbers: Vec<usize> = (0..words.len()).filter(|at| is_postcode(words[*at].text)).collect();
    // As addresses are written here the town follows; a street may be called after a town and end in a large number.
    let beside = [(after as Beside, called as Names), (after, nearly), (before, called), (before, nearly)];
    let meant = beside.into_iter().find_map(|(beside, names)| {
        numbers.iter().find(|at| stands_by_its_town(&words, **at, beside, names))
    });
    let meant = meant.or_else(|| {
        let mut begins = numbers.iter().filter(|at| words[**at].begins);
        // A number alone needs no town beside it; among several one that is known is likelier.
        let known = |at: &&usize| !Places::all().with_postcode(words[**at].text).is_empty();
        let mut left = numbers.iter().filter(|at| !is_of_a_street(&words, **at));
        begins.clone().find(known).or_else(|| begins.next()).or_else(|| left.next_back())
    });
    meant.map(|at| words[*at].text)
}

struct Word<'a> {
    text: &'a str,
    /// Whether a part of the address begins with it: the text, or what follows a comma or a line's end.
    begins: bool,
}

fn words(typed: &str) -> Vec<Word<'_>> {
    let parts = typed.split([',', ';', '\n', '(', '/']);
    let words = parts.flat_map(|part| {
        let words = part.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let words = words.flat_map(apart);
        let mut country = true;
        words.enumerate().map(move |(at, text)| {
            let begins = at == 0 || at == 1 && country;
            country = at == 0 && ["ch", "fl", "li"].contains(&text.to_lowercase().as_str());
            Word { text, begins }
        })
    });
    words.collect()
}

/// A postcode that is glued to its town or its country, "8001Zürich" or "CH8001", as two words.
fn apart(word: &str) -> impl Iterator<Item = &str> {
    let letters = |text: &str| text.chars().count() > 1 && text.chars().all(char::is_alphabetic);
    let split = |at: usize| word.split_at_checked(at);
    let first = split(4).filter(|(digits, rest)| is_postcode(digits) && letters(rest));
    let last = word.len().checked_sub(4).and_then(split);
    let last = last.filter(|(rest, digits)| is_postcode(digits) && letters(rest));
    let (one, other) = first.or(last).unwrap_or((word, ""));
    [one, other].into_iter().filter(|part| !part.is_empty())
}

fn is_postcode(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())
}

fn called(place: &Place, name: &str) -> bool {
    place.is_called(name)
}

fn nearly(place: &Place, name: &str) -> bool {
    Places::all().nearly(name).iter().any(|other| other.name == place.name)
}

type Beside = fn(&[Word<'_>], usize) -> Vec<String>;
type Names = fn(&Place, &str) -> bool;

/// Whether the words beside a number name a place that has it.
fn stands_by_its_town(words: &[Word<'_>], at: usize, beside: Beside, names: Names) -> bool {
    let places = Places::all().with_postcode(words[at].text);
    beside(words, at).iter().any(|name| places.iter().any(|place| names(place, name)))
}

/// What may be the name of a town: one to four words right after a number.
fn after(words: &[Word<'_>], at: usize) -> Vec<String> {
    (1..=NAME).filter_map(|count| words.get(at + 1..=at + count)).map(name).collect()
}

/// The same right before it.
fn before(words: &[Word<'_>], at: usize) -> Vec<String> {
    (1..=NAME).filter_map(|count| words.get(at.checked_sub(count)?..at)).map(name).collect()
}

fn name(words: &[Word<'_>]) -> String {
    folded(&words.iter().map(|word| word.text).collect::<Vec<_>>().join(" "))
}

/// Whether a number belongs to the name of a street: a word stands before it in its part that is no house number, and the words
/// behind it, without house numbers, name a place that has another postcode.
fn is_of_a_street(words: &[Word<'_>], at: usize) -> bool {
    let is_number = |word: &Word<'_>| word.text.starts_with(|c: char| c.is_ascii_digit());
    if words[at].begins || is_number(&words[at - 1]) {
        return false;
    }
    let behind = words[at + 1..].iter().skip_while(|word| is_number(word)).map(|word| word.text);
    let name = folded(&behind.collect::<Vec<_>>().join(" "));
    let places = Places::all();
    let there = if name.is_empty() { Vec::new() } else { places.called(&name) };
    !there.is_empty() && there.iter().all(|place| place.postcode != words[at].text)
}

#[cfg(test)]
mod tests {
    use super::postcode;

    #[test]
    fn the_number_beside_its_town_is_the_postcode() {
        for (typed, meant) in [
            ("Rue du 8 Mai 1945 12, 1201 Genève", Some("1201")),
            ("1201 Genève, Rue du 8 Mai 1945 12", Some("1201")),
            ("Rue du 8 Mai 1945 12 1201 Geneve", Some("1201")),
            ("Place 1815, 1003 Lausanne", Some("1003")),
            ("Lausanne 1003, Place 1815", Some("1003")),
            ("Place 1815, CH-1003 Lausane", Some("1003")),
            ("Route de Berne 1010, 1010 Lausanne", Some("1010")),
            ("Rue de Lausanne 1003, 1201 Genève", Some("1201")),
            ("Route de Lausanne 1003 1201 Geneve", Some("1201")),
            ("8001Zürich", Some("8001")),
            ("Zürich8001", Some("8001")),
            ("Bahnhofstrasse 1 CH8001", Some("8001")),
            ("Rue du 8 Mai 1945, 1201", Some("1201")),
            ("Rue du 8 Mai 1945, Genève", None),
            ("Place 1815 Lausanne", None),
            ("Place 1815 3, Lausanne", None),
            ("im Jahr 2026 nach 3011 Bern", Some("3011")),
            ("8001", Some("8001")),
            ("CH-8001", Some("8001")),
            ("8001 Bern", Some("8001")),
            ("Bahnhofstrasse 1 8001", Some("8001")),
            ("Seestrasse 3, 8800 Thalwil", Some("8800")),
            ("Muri bei Bern 3074", Some("3074")),
            ("Hauptstrasse 12345", None),
            ("", None),
        ] {
            assert_eq!(postcode(typed), meant, "{typed}");
        }
    }
}
