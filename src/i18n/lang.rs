//! The four languages, as URLs, pages and Post write them.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::preference::weighted;

/// A language of the shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// German for Switzerland.
    De,
    /// French.
    Fr,
    /// Italian.
    It,
    /// English.
    En,
}

impl Lang {
    /// All four, in the order of the language switch.
    pub const ALL: [Self; 4] = [Self::De, Self::Fr, Self::It, Self::En];

    /// ISO 639-1, as it stands in URLs and in the database.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::De => "de",
            Self::Fr => "fr",
            Self::It => "it",
            Self::En => "en",
        }
    }

    /// For the `lang` attribute of a page: Swiss variants, but English as it is.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::De => "de-CH",
            Self::Fr => "fr-CH",
            Self::It => "it-CH",
            Self::En => "en",
        }
    }

    /// Reads a code; anything else is `None`.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }

    /// The first of the shop's languages that an `Accept-Language` header asks for, by weight (RFC 9110
    /// section 12.5.4). Where it asks for none of them: German, or the first that it does not refuse.
    #[must_use]
    pub fn accepted(header: &str) -> Self {
        let mut best = (0.0, None);
        let mut refused = Vec::new();
        for (range, weight) in weighted(header) {
            let primary = range.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
            match Self::parse(&primary) {
                Some(lang) if weight > best.0 => best = (weight, Some(lang)),
                // The regions of a language are the same to the shop: only the whole one is refused.
                Some(lang) if weight == 0.0 && range.len() == primary.len() => refused.push(lang),
                _ => {}
            }
        }
        let welcome = || Self::ALL.into_iter().find(|lang| !refused.contains(lang));
        best.1.or_else(welcome).unwrap_or(Self::De)
    }

    pub(crate) fn index(self) -> usize {
        self as usize
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn the_browser_is_answered_in_the_language_it_likes_best() {
        assert_eq!(Lang::accepted("fr-CH, fr;q=0.9, en;q=0.8"), Lang::Fr);
        assert_eq!(Lang::accepted("ja, it;q=0.3, en;q=0.5"), Lang::En);
        assert_eq!(Lang::accepted("fr; q=0.9, ja"), Lang::Fr);
        assert_eq!(Lang::accepted("de;q=0, it"), Lang::It);
        assert_eq!(Lang::accepted("fr_CH, de;q=0.5"), Lang::Fr, "as programs write their settings");
        assert_eq!(Lang::accepted("rm"), Lang::De);
        assert_eq!(Lang::accepted(""), Lang::De);
        assert_eq!(Lang::accepted(";;q=x,,"), Lang::De);
        assert_eq!(Lang::accepted("*"), Lang::De);
        assert_eq!(Lang::accepted("de;q=0, *"), Lang::Fr);
        assert_eq!(Lang::accepted("de-AT;q=0, FR-ch;q=0.1"), Lang::Fr);
        assert_eq!(Lang::accepted("de;q=0, fr;q=0, it;q=0, en;q=0"), Lang::De);
    }
}
