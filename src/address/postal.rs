//! A postal address: who lives or works where.

use serde::{Deserialize, Serialize};

use crate::line::{Fault, Firm, HOUSE_NUMBER, Line, Name};
use crate::pasted;

/// A billing address, a home, or another address to deliver to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// Who lives or works there.
    pub party: Party,
    /// Street without the number.
    pub street: Line<35>,
    /// House number, up to 10 characters.
    pub house_number: Option<Line<HOUSE_NUMBER>>,
    /// Floor, c/o and the like.
    pub extra: Option<Line<35>>,
    /// Swiss or Liechtenstein postcode.
    pub postcode: Postcode,
    /// Town.
    pub town: Line<35>,
    /// Country.
    pub country: Country,
}

/// A person, or a company with or without a person to ask for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Party {
    /// A private person.
    Person(Person),
    /// A company; the person is whom to ask for.
    Company(Firm, Option<Person>),
}

/// A human being, as Post and the label name them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Ms, Mr or none.
    pub title: Option<Title>,
    /// First name.
    pub first_name: Name,
    /// Last name.
    pub last_name: Name,
}

/// How to address somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Title {
    /// Frau, Madame, Signora.
    Ms,
    /// Herr, Monsieur, Signor.
    Mr,
}

/// The countries that are served.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Country {
    /// Switzerland.
    Ch,
    /// Liechtenstein, which shares the Swiss postcodes.
    Li,
}

/// Four digits, 1000 to 9999.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Postcode(String);

impl Address {
    /// Street and house number as one line.
    #[must_use]
    pub fn street_line(&self) -> String {
        joined(self.street.as_str(), self.house_number.as_ref().map(Line::as_str))
    }

    /// Postcode and town as one line.
    #[must_use]
    pub fn town_line(&self) -> String {
        self.postcode.with(&self.town)
    }

    /// The lines as they stand on an envelope, without the country.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines = self.party.lines();
        lines.extend(self.extra.as_ref().map(ToString::to_string));
        lines.push(self.street_line());
        lines.push(self.town_line());
        lines
    }
}

impl Party {
    /// The person, if one is named.
    #[must_use]
    pub fn person(&self) -> Option<&Person> {
        match self {
            Self::Person(person) => Some(person),
            Self::Company(_, person) => person.as_ref(),
        }
    }

    /// The company, if it is one.
    #[must_use]
    pub fn company(&self) -> Option<&Firm> {
        match self {
            Self::Person(_) => None,
            Self::Company(company, _) => Some(company),
        }
    }

    /// The name lines, the company first.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let company = self.company().map(ToString::to_string);
        company.into_iter().chain(self.person().map(Person::full_name)).collect()
    }
}

impl Person {
    /// First and last name.
    #[must_use]
    pub fn full_name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }
}

impl Title {
    /// As forms and the database write it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Ms => "ms",
            Self::Mr => "mr",
        }
    }

    /// Reads a form's value; empty is no title.
    ///
    /// # Errors
    /// [`Fault::Form`] for anything else.
    pub fn parse(typed: &str) -> Result<Option<Self>, Fault> {
        match &*pasted::clean(typed) {
            "" => Ok(None),
            "ms" => Ok(Some(Self::Ms)),
            "mr" => Ok(Some(Self::Mr)),
            _ => Err(Fault::Form),
        }
    }
}

impl Country {
    /// ISO 3166-1 alpha-2.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Ch => "CH",
            Self::Li => "LI",
        }
    }

    /// Reads a form's value, upper or lower case.
    ///
    /// # Errors
    /// [`Fault::Missing`], or [`Fault::Form`] for a country that is not served.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        match pasted::clean(typed).to_ascii_uppercase().as_str() {
            "" => Err(Fault::Missing),
            "CH" => Ok(Self::Ch),
            "LI" => Ok(Self::Li),
            _ => Err(Fault::Form),
        }
    }
}

impl Postcode {
    /// Reads what was typed or pasted; `CH-8001`, `CH 80 01` and `8001` are the same.
    ///
    /// # Errors
    /// [`Fault::Missing`], or [`Fault::Form`] for anything but four digits from 1000 on.
    pub fn parse(typed: &str) -> Result<Self, Fault> {
        let clean = pasted::clean(typed).to_ascii_uppercase();
        // Before the digits stand what they are, and the country, with any mark or none.
        let bare = pasted::without_prefix(pasted::unwrapped(&clean), &["PLZ", "NPA", "CAP", "ZIP"]);
        let bare = pasted::without_prefix(bare, &["CH", "FL", "LI", "L"]);
        let bare: String = bare.chars().filter(|c| !" -.'".contains(*c)).collect();
        match bare.as_bytes() {
            [] => Err(Fault::Missing),
            [b'1'..=b'9', rest @ ..] if rest.len() == 3 && rest.iter().all(u8::is_ascii_digit) => {
                Ok(Self(bare))
            }
            _ => Err(Fault::Form),
        }
    }

    /// The four digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Where it lies: Liechtenstein's are those from 9485 to 9498.
    #[must_use]
    pub fn country(&self) -> Country {
        if ("9485"..="9498").contains(&self.as_str()) { Country::Li } else { Country::Ch }
    }

    /// Postcode and town as one line.
    #[must_use]
    pub fn with(&self, town: &Line<35>) -> String {
        format!("{} {town}", self.0)
    }
}

impl TryFrom<String> for Postcode {
    type Error = Fault;
    fn try_from(stored: String) -> Result<Self, Fault> {
        Self::parse(&stored)
    }
}

impl From<Postcode> for String {
    fn from(postcode: Postcode) -> Self {
        postcode.0
    }
}

/// Street and number as one line.
#[must_use]
pub fn joined(street: &str, number: Option<&str>) -> String {
    number.map_or_else(|| street.to_owned(), |number| format!("{street} {number}"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert_eq, proptest};

    use super::Postcode;
    use crate::line::Fault;

    #[test]
    fn one_postcode_is_pasted_in_many_ways() {
        for typed in [
            "8001",
            " 8001\u{a0}",
            "CH-8001",
            "CH 8001",
            "ch8001",
            "CH–8001",
            "CH - 80 01",
            "８００１",
            "8\u{200b}001\u{feff}",
            "8'001",
            "LI-8001",
            "FL 8001",
        ] {
            assert_eq!(Postcode::parse(typed).map(String::from), Ok("8001".into()), "{typed}");
        }
        for typed in ["0999", "80011", "DE-80331", "Zürich", "-", "CH"] {
            assert!(Postcode::parse(typed).is_err(), "{typed}");
        }
        assert_eq!(Postcode::parse("\u{200b}"), Err(Fault::Missing));
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused_and_what_is_read_stays_the_same(typed in any::<String>()) {
            if let Ok(postcode) = Postcode::parse(&typed) {
                prop_assert_eq!(Postcode::parse(postcode.as_str()), Ok(postcode));
            }
        }
    }
}
