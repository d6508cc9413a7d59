//! A place that people search by: postcode and name, in any of its languages.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A row of `data/places.tsv`.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// Postcode.
    pub postcode: &'static str,
    /// Its usual name.
    pub name: &'static str,
    /// Canton.
    pub canton: &'static str,
    /// The language spoken there, the main one where there are several.
    pub lang: &'static str,
    /// Other names, `Genf` for `Genève`.
    pub aliases: Vec<&'static str>,
    /// Degrees north and east (WGS 84).
    pub position: (f64, f64),
    /// Inhabitants of the whole place; 0 where unknown.
    pub population: u32,
    /// Whether the position is a rough guess.
    pub rough: bool,
}

impl Place {
    /// Reads a row; `None` for one that is no place.
    #[must_use]
    pub fn read(row: &'static str) -> Option<Self> {
        let mut fields = row.split('\t');
        let mut next = || fields.next();
        let (postcode, name, canton) = (next()?, next()?, next()?);
        let lang = next()?.split(',').next()?;
        let position = (next()?.parse().ok()?, next()?.parse().ok()?);
        let population = next()?.parse().unwrap_or(0);
        let aliases = next()?.split('|').filter(|alias| !alias.is_empty()).collect();
        Some(Self { postcode, name, canton, lang, aliases, position, population, rough: next()? == "near" })
    }

    /// Its names in all languages, the usual one first.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        std::iter::once(self.name).chain(self.aliases.iter().copied())
    }

    /// `Buchs` for `Buchs SG`, `Muri` for `Muri b. Bern`: its name without what tells it from its namesakes.
    #[must_use]
    pub fn bare_name(&self) -> Option<&'static str> {
        let of_canton = self.name.strip_suffix(self.canton).and_then(|name| name.strip_suffix(' '));
        of_canton.or_else(|| self.name.split_once(" b. ").map(|(bare, _)| bare))
    }

    /// Whether this is a part of the same town: the many postcodes of one town are one place.
    #[must_use]
    pub fn is_of_one_town_with(&self, other: &Self) -> bool {
        (self.name, self.canton) == (other.name, other.canton)
    }

    /// Whether one of its names is this (folded).
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        self.names().chain(self.bare_name()).any(|own| {
            let own = folded(own);
            own == name || bare(&own) == bare(name)
        })
    }
}

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
