//! The one flat form of an address: the names that forms, rows and JSON share. A new field of an address is named here.

use serde::{Deserialize, Serialize};

use crate::address::{Address, Country, Party, Person, Postcode, Title};
use crate::keyword::{self, Keyword};
use crate::line::{Fault, Line};
use crate::pasted;

/// The fields as somebody wrote them, or as a row has them; what is missing is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the names are those of the form; the migrations describe the columns")]
pub struct Fields {
    pub title: String,
    pub first_name: String,
    pub last_name: String,
    pub company: String,
    pub street: String,
    pub house_number: String,
    pub address_extra: String,
    pub postcode: String,
    pub town: String,
    pub country: String,
}

/// Whether a company may stand in for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// A person or a company.
    Anybody,
    /// A human being with an identity document; a company that was typed does not count.
    APerson,
}

impl Fields {
    /// Every field with its name.
    #[must_use]
    pub fn each(&self) -> [(&'static str, &str); 10] {
        [
            ("title", &self.title),
            ("first_name", &self.first_name),
            ("last_name", &self.last_name),
            ("company", &self.company),
            ("street", &self.street),
            ("house_number", &self.house_number),
            ("address_extra", &self.address_extra),
            ("postcode", &self.postcode),
            ("town", &self.town),
            ("country", &self.country),
        ]
    }

    /// Reads an address.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn address(&self, whose: Whose) -> Result<Address, Vec<(&'static str, Fault)>> {
        let mut faults = Vec::new();
        let party = self.party(whose, &mut faults);
        // In the order of the form, in which its faults are listed.
        let postcode = kept(&mut faults, "postcode", Postcode::parse(&self.postcode));
        let town = kept(&mut faults, "town", Line::parse(&meant(&self.town)));
        let street = kept(&mut faults, "street", Line::parse(&meant(&self.street)));
        let house_number = kept(&mut faults, "house_number", Line::optional(&meant(&self.house_number)));
        let extra = kept(&mut faults, "address_extra", Line::optional(&meant(&self.address_extra)));
        // Older forms and outside callers may leave the country out: the shop is Swiss.
        let country = if is_blank(&self.country) { "CH" } else { &self.country };
        let country = kept(&mut faults, "country", Country::parse(country));
        let address = || {
            Some(Address {
                party: party?,
                street: street?,
                house_number: house_number?,
                extra: extra?,
                postcode: postcode?,
                town: town?,
                country: country?,
            })
        };
        address().ok_or(faults)
    }

    fn party(&self, whose: Whose, faults: &mut Vec<(&'static str, Fault)>) -> Option<Party> {
        let title = kept(faults, "title", Title::parse(&self.title));
        let company = match whose {
            Whose::Anybody => kept(faults, "company", Line::optional(&meant(&self.company)))?,
            Whose::APerson => None,
        };
        let nobody = is_blank(&self.first_name) && is_blank(&self.last_name);
        if let (Some(company), true) = (&company, nobody) {
            return Some(Party::Company(company.clone(), None));
        }
        let first_name = kept(faults, "first_name", Line::parse(&meant(&self.first_name)));
        let last_name = kept(faults, "last_name", Line::parse(&meant(&self.last_name)));
        let person = Person { title: title?, first_name: first_name?, last_name: last_name? };
        Some(match company {
            Some(company) => Party::Company(company, Some(person)),
            None => Party::Person(person),
        })
    }

    /// Postcode and town the right way round, where they were typed into each other's fields or both into one.
    #[must_use]
    pub fn swapped(&self) -> Option<Self> {
        let (postcode, town) = (pasted::clean(&self.postcode), pasted::clean(&self.town));
        if Postcode::parse(&postcode).is_ok() {
            return None;
        }
        let typed = if let Some(code) = code_in(&town) {
            (code, &town, &postcode)
        } else {
            (code_in(&postcode)?, &postcode, &town)
        };
        let (code, with_code, other) = typed;
        let rest = with_code.replacen(&code, " ", 1);
        let rest = pasted::clean(pasted::without_prefix(rest.trim(), &["CH-", "LI-", "FL-"]));
        let named = |text: &String| text.chars().filter(|c| c.is_alphabetic()).count() > 1;
        let town = [rest, other.clone()].into_iter().find(named)?;
        Some(Self { postcode: code, town, ..self.clone() })
    }

    /// The keyword of a pick-up point in the lines as they would be printed, and the field at which it is complete. Small
    /// labels leave the person of a company or the extra line out: then what stood around them are neighbours.
    #[must_use]
    pub fn keyword(&self) -> Option<(&'static str, Keyword)> {
        let firm = [("company", &*self.company)];
        let who = [("first_name", &*self.first_name), ("last_name", &*self.last_name)];
        let extra = [("address_extra", &*self.address_extra)];
        let street = [("street", &*self.street), ("house_number", &*self.house_number)];
        [
            [&firm[..], &who, &extra, &street].concat(),
            [&firm[..], &who, &street].concat(),
            [&firm[..], &extra, &street].concat(),
            [&firm[..], &street].concat(),
            vec![("postcode", &self.postcode), ("town", &self.town)],
        ]
        .into_iter()
        .find_map(|fields| completed(&fields))
    }
}

impl From<&Address> for Fields {
    fn from(address: &Address) -> Self {
        let person = address.party.person();
        let text = |line: Option<String>| line.unwrap_or_default();
        Self {
            title: text(person.and_then(|person| person.title).map(|title| title.code().to_owned())),
            first_name: text(person.map(|person| person.first_name.to_string())),
            last_name: text(person.map(|person| person.last_name.to_string())),
            company: text(address.party.company().map(ToString::to_string)),
            street: address.street.to_string(),
            house_number: text(address.house_number.as_ref().map(ToString::to_string)),
            address_extra: text(address.extra.as_ref().map(ToString::to_string)),
            postcode: address.postcode.as_str().to_owned(),
            town: address.town.to_string(),
            country: address.country.code().to_owned(),
        }
    }
}

/// The one word of four digits in a text.
fn code_in(clean: &str) -> Option<String> {
    let words = clean.split(|c: char| !c.is_alphanumeric());
    let mut codes = words.filter(|word| word.len() == 4 && Postcode::parse(word).is_ok());
    codes.next().filter(|_| codes.next().is_none()).map(ToOwned::to_owned)
}

/// A field without what it was copied in.
fn meant(typed: &str) -> String {
    pasted::unwrapped(&pasted::clean(typed)).to_owned()
}

fn is_blank(typed: &str) -> bool {
    pasted::clean(typed).is_empty()
}

/// A parsed value, or a note of what is wrong with it.
fn kept<T>(
    faults: &mut Vec<(&'static str, Fault)>,
    field: &'static str,
    parsed: Result<T, Fault>,
) -> Option<T> {
    parsed.map_err(|fault| faults.push((field, fault))).ok()
}

/// The field at which the first keyword is complete, when these are read one after the other.
fn completed(fields: &[(&'static str, &str)]) -> Option<(&'static str, Keyword)> {
    let mut read = String::new();
    fields.iter().find_map(|(field, text)| {
        read.push_str(&pasted::clean(text));
        let found = keyword::find(&read);
        read.push(' ');
        found.map(|keyword| (*field, keyword))
    })
}

#[cfg(test)]
mod tests {
    use super::Fields;

    #[test]
    fn a_postcode_in_the_wrong_field_is_found() {
        let swapped = |postcode: &str, town: &str| {
            let fields = Fields { postcode: postcode.into(), town: town.into(), ..Fields::default() };
            fields.swapped().map(|fields| format!("{}|{}", fields.postcode, fields.town))
        };
        for (postcode, town) in [
            ("Zürich", "8001"),
            ("", "8001 Zürich"),
            ("8001 Zürich", ""),
            ("Zürich", "8001 Zürich"),
            ("8001 Zürich", "Zürich"),
            ("Zürich", "CH-8001"),
            ("CH-8001 Zürich", ""),
            ("\u{feff}Zürich", "８００１\u{200b}"),
        ] {
            assert_eq!(swapped(postcode, town).as_deref(), Some("8001|Zürich"), "{postcode} | {town}");
        }
        for (postcode, town) in
            [("8001", "Zürich"), ("800", "Zürich"), ("", ""), ("Zürich", "Bern"), ("", "8001")]
        {
            assert_eq!(swapped(postcode, town), None, "{postcode} | {town}");
        }
    }
}
