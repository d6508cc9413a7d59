//! One line of text that a person typed and a label printer must be able to print.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::keyword::Keyword;
use crate::pasted;

/// What is wrong with a typed value. The page words it; see `fault-*` in the locales.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was typed.
    Missing,
    /// More than this many characters.
    TooLong(usize),
    /// This character cannot be printed on a label.
    Character(char),
    /// Not of the form that the field asks for.
    Form,
    /// A number that no text message reaches.
    Landline,
    /// The keyword of a pick-up point where an address of one's own belongs (rule 1).
    PickUpKeyword(Keyword),
}

/// 1 to `MAX` printable characters without line breaks, [cleaned](pasted::clean).
///
/// 35 is the width of a line in Post's Barcode service, 10 that of a house number
/// (its field table: developer.post.ch, 8.13).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Line<const MAX: usize>(String);

/// A name of a person, as a line of a label has room for it.
pub type Name = Line<35>;

/// A name of a company: as long as a bill has room for it (70 in a QR-bill), which is more than a label has.
pub type Firm = Line<70>;

/// So many characters stand in a line of a label.
pub const LABEL: usize = 35;
/// So many stand in a house number.
pub const HOUSE_NUMBER: usize = 10;

impl<const MAX: usize> Line<MAX> {
    /// Reads what was typed or pasted.
    ///
    /// # Errors
    /// [`Fault::Missing`], [`Fault::TooLong`], or [`Fault::Character`] for the first character that no label
    /// printer knows.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let clean = pasted::clean(typed);
        if clean.is_empty() {
            return Err(Fault::Missing);
        }
        if let Some(stranger) = clean.chars().find(|&c| !printable(c)) {
            return Err(Fault::Character(stranger));
        }
        if clean.chars().count() > MAX {
            return Err(Fault::TooLong(MAX));
        }
        Ok(Self(clean))
    }

    /// Reads a field that may stay empty.
    ///
    /// # Errors
    /// As [`Line::parse`], except that nothing typed is `None`.
    pub fn optional(typed: &str) -> Result<Option<Self>, Fault> {
        match Self::parse(typed) {
            Ok(line) => Ok(Some(line)),
            Err(Fault::Missing) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// The same line where a longer one would fit too.
    #[must_use]
    pub fn widened<const WIDE: usize>(self) -> Line<WIDE> {
        const { assert!(WIDE >= MAX, "a line is not made narrower") };
        Line(self.0)
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Letters of the Latin script with their accents, digits, and the marks that addresses use. Post's Barcode
/// schema (v2.2) refuses `* \ { } [ ] = > < |`; emoji have no glyph on a label, nor do a few letters of old manuscripts.
fn printable(c: char) -> bool {
    if matches!(c, 'ẜ' | 'ẝ' | 'ẟ' | 'Ỻ'..='ỿ') {
        return false;
    }
    matches!(c, ' ' | '0'..='9' | 'A'..='Z' | 'a'..='z')
        || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') && !matches!(c, '×' | '÷')
        || "-.,'’/&+()\"«»:;!?#°@%§–_ªº·".contains(c)
}

impl<const MAX: usize> fmt::Display for Line<MAX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<const MAX: usize> TryFrom<String> for Line<MAX> {
    type Error = Fault;
    fn try_from(stored: String) -> Result<Self, Fault> {
        Self::parse(&stored)
    }
}

impl<const MAX: usize> From<Line<MAX>> for String {
    fn from(line: Line<MAX>) -> Self {
        line.0
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self:?}")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    use super::{Fault, Line};

    #[test]
    fn umlauts_stay_and_spaces_fold() {
        assert_eq!(Line::<35>::parse("  Zoë   Müller ").map(String::from), Ok("Zoë Müller".into()));
    }

    #[test]
    fn emoji_and_control_characters_are_named() {
        assert_eq!(Line::<35>::parse("Hans 🐹"), Err(Fault::Character('🐹')));
        assert_eq!(Line::<35>::parse("a\u{7}b"), Err(Fault::Character('\u{7}')));
        assert_eq!(Line::<35>::parse("<b>"), Err(Fault::Character('<')));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_and_what_is_read_stays_the_same(typed in any::<String>()) {
            if let Ok(line) = Line::<35>::parse(&typed) {
                prop_assert!(line.as_str().chars().count() <= 35);
                prop_assert_eq!(Line::<35>::parse(line.as_str()), Ok(line));
            }
        }
    }
}
