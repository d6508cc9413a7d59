//! Every text is there in all four languages, with the same arguments, and none is there for nothing.

use std::collections::{BTreeMap, BTreeSet};

use pickpost_shop::i18n::{Lang, texts::source};

use super::{files, read};

/// Keys with their arguments.
fn texts(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
    let mut texts: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in source(lang).lines() {
        if let Some((key, _)) =
            line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
        {
            key.clone_into(&mut current);
            assert!(
                texts.insert(current.clone(), BTreeSet::new()).is_none(),
                "{lang}: {current} stands twice"
            );
        }
        for argument in line.split("{ $").skip(1) {
            let argument = argument.split(' ').next().unwrap_or_default().to_owned();
            texts.entry(current.clone()).or_default().insert(argument);
        }
    }
    texts
}

#[test]
fn all_languages_have_the_same_texts_with_the_same_arguments() {
    let german = texts(Lang::De);
    assert!(german.len() > 300);
    for lang in Lang::ALL {
        let other = texts(lang);
        let missing: Vec<_> = german.keys().filter(|key| !other.contains_key(*key)).collect();
        let surplus: Vec<_> = other.keys().filter(|key| !german.contains_key(*key)).collect();
        assert!(missing.is_empty() && surplus.is_empty(), "{lang}: missing {missing:?}, surplus {surplus:?}");
        for (key, arguments) in &german {
            // A plural form may say "one" without the number.
            assert_eq!(arguments, &other[key], "{lang}: {key}");
        }
    }
}

#[test]
fn no_german_text_has_an_eszett_and_no_text_is_empty() {
    assert!(!source(Lang::De).contains('ß'), "Swiss German writes ss");
    for lang in Lang::ALL {
        for key in texts(lang).keys() {
            let text = pickpost_shop::i18n::text_with(lang, key, &[]);
            assert!(!text.trim().is_empty() && text != *key, "{lang}: {key}");
        }
    }
}

/// What a strict editor would strike out: the wording, and why.
const STRUCK: [(Lang, &[(&str, &str)]); 4] = [
    (
        Lang::De,
        &[
            ("von selbst", "a machine does it automatisch"),
            (" ist keine:", "not valid is ungültig"),
            ("Etikett ", "die Etikette"),
            ("Abholort", "die Abholstelle"),
            (" Laden ", "der Shop"),
            (" Ladens ", "des Shops"),
            ("gesandt", "gesendet"),
            ("an ihrem Datum", "fristgemäss"),
            ("Eine SMS", "ein SMS in Switzerland"),
            ("eine SMS", "ein SMS in Switzerland"),
            ("Werktag", "der Arbeitstag, on which Post works"),
        ],
    ),
    (
        Lang::Fr,
        &[
            ("code postal", "numéro postal in Switzerland"),
            ("de nous-mêmes", "automatiquement"),
            ("que La Poste", "la Poste, within a sentence"),
            ("une nouvelle User ID", "le User ID"),
            ("la User ID", "le User ID"),
            ("lieu de retrait", "le point de retrait"),
            ("lieux de retrait", "les points de retrait"),
            ("numéro de client", "le numéro client"),
            ("numéro de mobile", "le numéro de portable"),
            ("à sa date", "à l’échéance"),
            ("imprimé est", "that is German in French words"),
        ],
    ),
    (
        Lang::It,
        &[
            ("al giorno {", "al 12 dicembre"),
            ("dal giorno {", "dal 12 dicembre"),
            ("il giorno {", "il 12 dicembre"),
            ("da soli", "automaticamente"),
            ("la User ID", "lo User ID"),
            ("un User ID", "uno User ID"),
            ("Incolli ", "a shop says voi"),
            ("scelga", "a shop says voi"),
            ("Controlli ", "a shop says voi"),
            ("luogo di ritiro", "il punto di ritiro"),
            ("luoghi di ritiro", "i punti di ritiro"),
            ("alla sua data", "alla scadenza"),
            ("stampato è", "that is German in Italian words"),
        ],
    ),
    (
        Lang::En,
        &[
            ("by ourselves", "alone; a machine does it automatically"),
            ("stands in", "is in"),
            ("the sending", "the shipment"),
            ("belongs into", "belongs in"),
            (" anew", "again"),
            ("makes it count", "choose it to use it"),
            ("on its date", "as scheduled"),
            (" article", "an item"),
            ("terminal", "a locker"),
        ],
    ),
];

#[test]
fn texts_are_written_as_their_language_is_in_switzerland() {
    for (lang, struck) in STRUCK {
        for (number, line) in source(lang).lines().enumerate() {
            let said = |what: &str| format!("{lang}, line {}: {what}: {line}", number + 1);
            for (words, why) in struck {
                assert!(!line.contains(words), "{}", said(why));
            }
            let Some((_, text)) = line.split_once(" = ") else { continue };
            assert!(
                !text.contains('\'') && !text.contains('"'),
                "{}",
                said("quotes and apostrophes are curly")
            );
            assert!(!text.contains("  "), "{}", said("two spaces"));
            let clock = |before: &str| before.ends_with(|c: char| c.is_ascii_digit());
            for (at, sign) in text.match_indices([':', ';', '!', '?']) {
                let before = &text[..at];
                if lang == Lang::Fr && !clock(before) {
                    assert!(
                        before.ends_with('\u{a0}'),
                        "{}",
                        said("French has a firm space before its signs")
                    );
                } else if lang != Lang::Fr {
                    assert!(!before.ends_with(' '), "{}", said(&format!("no space before {sign}")));
                }
            }
        }
    }
}

/// Texts with a price in them: an amount like `9.00`, or one with its currency before it.
fn priced(texts: &str) -> Vec<&str> {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    let amount = |line: &str| {
        line.match_indices('.').any(|(at, _)| {
            let (before, after) = (&line[..at], &line[at + 1..]);
            let mut after = after.chars();
            let cents = digit(after.next()) && digit(after.next());
            cents && digit(before.chars().next_back()) && !digit(after.next())
        })
    };
    let currency = |line: &str| line.split("CHF ").skip(1).any(|rest| digit(rest.chars().next()));
    texts.lines().filter(|line| amount(line) || currency(line)).collect()
}

#[test]
fn no_price_stands_in_a_text() {
    for lang in Lang::ALL {
        assert_eq!(priced(source(lang)), Vec::<&str>::new(), "{lang}: prices come from parcel/tariff.rs");
    }
    let broken = "a = from 7.00\nb = CHF 9 to your door\nc = MWST 8.1 %\nd = camt.054\ne = CHF { $x }";
    assert_eq!(priced(broken), ["a = from 7.00", "b = CHF 9 to your door"]);
}

/// What has a figure in its name.
const NAMES: [&str; 10] =
    ["My Post 24", "A5", "A6", "A7", "ZPL2", "958f", "camt.054", "Code 128", "100 %", ":00"];

/// Texts that say a figure which is not the shop's to change, by the beginnings of their keys.
const OF_OTHERS: [(&str, &str); 8] = [
    ("code-", "what Post answers, in its own words"),
    ("zone-words-", "what Post measures of a label"),
    ("fault-form-", "examples of a postcode and of a number"),
    ("fault-landline", "the country's numbering plan"),
    ("shipment-unread", "a status of HTTP"),
    ("quantity-wrong", "the first of all numbers"),
    ("basket-quantity-wrong", "and what lies before it"),
    ("shipment-economy", "what Post says of its service"),
];

/// Counts in words, from five on, and the one day that a session lives.
const WORDED: [(Lang, &[&str]); 4] = [
    (Lang::De, &["fünf", "fünfmal", "zehn", "zwanzig", "dreissig", "hundert", "einen tag"]),
    (Lang::Fr, &["cinq", "dix", "vingt", "trente", "cent", "un jour"]),
    (Lang::It, &["cinque", "dieci", "venti", "trenta", "cento", "un giorno"]),
    (Lang::En, &["five", "ten", "twenty", "thirty", "hundred", "a day"]),
];

/// Texts that say a count themselves: in figures, or in these words. What stands for an argument, or for one value of it, is
/// the argument's.
fn counted<'a>(texts: &'a str, worded: &[&str]) -> Vec<&'a str> {
    let mut key = "";
    let mut found = Vec::new();
    for line in texts.lines().filter(|line| !line.starts_with('#')) {
        let (mut text, of_argument) = match line.split_once(" = ") {
            Some((its, text)) if line.starts_with(|c: char| c.is_ascii_lowercase()) => {
                key = its;
                (text, false)
            }
            _ => (line, line.trim_start_matches([' ', '*']).starts_with('[')),
        };
        if of_argument || OF_OTHERS.iter().any(|(others, _)| key.starts_with(others)) {
            continue;
        }
        let mut said = String::new();
        while let Some((before, rest)) = text.split_once('{') {
            said.push_str(before);
            text = rest.split_once('}').map_or("", |(_, after)| after);
        }
        said.push_str(text);
        for name in NAMES {
            said = said.replace(name, "");
        }
        let words = format!(" {} ", said.to_lowercase().replace(|c: char| !c.is_alphanumeric(), " "));
        let in_words = worded.iter().any(|word| words.contains(&format!(" {word} ")));
        if in_words || said.contains(|c: char| c.is_ascii_digit()) {
            found.push(line);
        }
    }
    found
}

#[test]
fn no_count_stands_in_a_text() {
    for (lang, worded) in WORDED {
        let found = counted(source(lang), worded);
        assert_eq!(
            found,
            Vec::<&str>::new(),
            "{lang}: days, limits and counts come from the code, as arguments"
        );
    }
    let broken = "a = after 30 days\nb = My Post 24, A6\nc = { $n ->\n    [1] 1 day\n   *[other] { $n } days\n }\nd = the last ten\n\
                  code-x = 35 characters\ne = often\nf = kept { $n } of 5";
    assert_eq!(counted(broken, &["ten"]), ["a = after 30 days", "d = the last ten", "f = kept { $n } of 5"]);
}

/// Everything that looks like a key in the code and the templates.
fn used() -> (BTreeSet<String>, Vec<String>) {
    let mut words = BTreeSet::new();
    let mut beginnings = Vec::new();
    for path in files("src", "rs").into_iter().chain(files("templates", "html")) {
        for part in read(&path).split('"').skip(1) {
            let plain = part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            if plain && !part.is_empty() {
                words.insert(part.to_owned());
                if part.ends_with('-') {
                    beginnings.push(part.to_owned());
                }
            }
            if let Some((beginning, _)) = part.split_once('{')
                && beginning.ends_with('-')
            {
                beginnings.push(beginning.to_owned());
            }
        }
    }
    (words, beginnings)
}

#[test]
fn every_text_is_used() {
    let (words, beginnings) = used();
    let unused: Vec<String> = texts(Lang::En)
        .into_keys()
        .filter(|key| !words.contains(key) && !beginnings.iter().any(|beginning| key.starts_with(beginning)))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

#[test]
fn every_used_text_is_there() {
    let known = texts(Lang::En);
    for path in files("src", "rs").into_iter().chain(files("templates", "html")) {
        let text = read(&path);
        for call in [
            "p.t(\"",
            "p.n(\"",
            "p.x(\"",
            "p.xy(\"",
            "p.with(\"",
            "page.t(\"",
            "page.n(\"",
            "page.x(\"",
            "page.xy(\"",
            "lang.t(\"",
            "lang.x(\"",
            "lang.xy(\"",
            "lang.with(\"",
        ] {
            for key in text.split(call).skip(1).filter_map(|rest| rest.split('"').next()) {
                assert!(known.contains_key(key), "{}: {key}", path.display());
            }
        }
    }
}
