//! What a label carries of what people write: whatever only looks like an apostrophe, a quotation mark or a hyphen becomes the
//! plain one, and what Post's schema forbids becomes a blank. No letter is changed.

/// What looks like an apostrophe.
const APOSTROPHES: &str = "‘’‚‛ʻʼʽʹˈˊˋ′‵`´＇‹›ʿʾ";
/// What looks like a quotation mark.
const QUOTES: &str = "“”„‟«»″‶ʺ〝〞〟＂";
/// What looks like a hyphen.
const HYPHENS: &str = "‐‑‒–—―⁃−﹘﹣－";

/// A text as it stands on the label and in the request for it, blanks folded. It never gets longer. (Post's Barcode schema, v2.2,
/// forbids `* \ { } [ ] = > < |`; public clients fold curly apostrophes and quotation marks.)
#[must_use]
pub fn plain(text: &str) -> String {
    let kept = text.chars().map(|c| match c {
        '*' | '\\' | '{' | '}' | '[' | ']' | '=' | '>' | '<' | '|' => ' ',
        c if APOSTROPHES.contains(c) => '\'',
        c if QUOTES.contains(c) => '"',
        c if HYPHENS.contains(c) => '-',
        c if c.is_control() => ' ',
        c => c,
    });
    kept.filter(|c| *c != '\u{ad}').collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A street as Post reads it: a comma would be read as the beginning of another line.
#[must_use]
pub fn plain_street(text: &str) -> String {
    plain(&text.replace(',', " "))
}

/// One text on two lines of at most `width` characters where it is too long for one: broken at the last blank that leaves room for
/// the rest, else behind a hyphen, else within a word. Nothing of it is lost but the blank.
#[must_use]
pub fn in_two(text: &str, width: usize) -> (String, Option<String>) {
    let letters: Vec<char> = text.chars().collect();
    if letters.len() <= width {
        return (text.to_owned(), None);
    }
    let fits = |at: &usize| letters.len() - at <= width;
    let blank = (1..=width).rev().filter(|at| letters[*at] == ' ').find(|at| fits(&(at + 1)));
    let hyphen = (1..=width).rev().filter(|at| letters[at - 1] == '-').find(fits);
    let at = blank.or(hyphen).unwrap_or(width);
    let part = |letters: &[char]| letters.iter().collect::<String>().trim().to_owned();
    (part(&letters[..at]), Some(part(&letters[at..])))
}

#[cfg(test)]
mod tests {
    use super::{in_two, plain, plain_street};

    #[test]
    fn what_looks_like_a_plain_mark_becomes_it_and_what_no_label_carries_a_blank() {
        assert_eq!(plain("Rue de l’Eglise [2] | „Zum Bären“"), "Rue de l'Eglise 2 \"Zum Bären\"");
        assert_eq!(plain("O´Neill–Müller ‹d`Or› — «Käse»"), "O'Neill-Müller 'd'Or' - \"Käse\"");
        assert_eq!(plain("Weber\u{ad}meier\u{2011}Roth"), "Webermeier-Roth");
        assert_eq!(plain("PickPost PT011227"), "PickPost PT011227");
        assert_eq!(plain_street("Bahnhofplatz 1, Gleis 4"), "Bahnhofplatz 1 Gleis 4");
    }

    #[test]
    fn a_long_name_is_broken_where_a_reader_would_break_it() {
        let two = |text: &str| in_two(text, 35);
        assert_eq!(two("Murmel AG"), ("Murmel AG".into(), None));
        let (first, second) = two("Vereinigte Käsereien Ostschweiz und Liechtenstein AG");
        assert_eq!(
            (&*first, second.as_deref()),
            ("Vereinigte Käsereien Ostschweiz und", Some("Liechtenstein AG"))
        );
        let (first, second) = two("Donaudampfschifffahrtsgesellschaftskapitänswitwenrente");
        assert_eq!((first.chars().count(), second.map(|rest| rest.chars().count())), (35, Some(19)));
        let seventy = "x".repeat(20) + " " + &"y".repeat(20) + " " + &"z".repeat(28);
        let (first, second) = two(&seventy);
        assert!(first.chars().count() <= 35 && second.is_some_and(|rest| rest.chars().count() <= 35));
    }
}
