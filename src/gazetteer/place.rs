//! A place that people search by: postcode and name, in any of its languages.

use crate::gazetteer::name::{bare, folded};

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

    /// `8001 Zürich`: what finds it again.
    #[must_use]
    pub fn line(&self) -> String {
        format!("{} {}", self.postcode, self.name)
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
