//! An address as the ten columns that every table with an address has.

use crate::address::{Address, Country, Party, Person, Postcode, Title};
use crate::line::{Fault, Line};

/// The columns of an address, in the order of the tables.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "the columns are described in the migrations")]
pub struct AddressRow {
    pub title: Option<String>,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub company: Option<String>,
    pub street: String,
    pub house_number: Option<String>,
    pub address_extra: Option<String>,
    pub postcode: String,
    pub town: String,
    pub country: String,
}

impl From<&Address> for AddressRow {
    fn from(address: &Address) -> Self {
        let person = address.party.person();
        Self {
            title: person.and_then(|p| p.title).map(|title| title.code().to_owned()),
            first_name: person.map(|p| p.first_name.to_string()),
            last_name: person.map(|p| p.last_name.to_string()),
            company: address.party.company().map(ToString::to_string),
            street: address.street.to_string(),
            house_number: address.house_number.as_ref().map(ToString::to_string),
            address_extra: address.extra.as_ref().map(ToString::to_string),
            postcode: address.postcode.as_str().to_owned(),
            town: address.town.to_string(),
            country: address.country.code().to_owned(),
        }
    }
}

impl TryFrom<AddressRow> for Address {
    type Error = Fault;

    /// Reads what the database holds; its own checks make a fault here a fault of ours.
    fn try_from(row: AddressRow) -> Result<Self, Fault> {
        let person = match (&row.first_name, &row.last_name) {
            (Some(first), Some(last)) => Some(Person {
                title: Title::parse(row.title.as_deref().unwrap_or_default())?,
                first_name: Line::parse(first)?,
                last_name: Line::parse(last)?,
            }),
            _ => None,
        };
        let party = match (row.company, person) {
            (Some(company), person) => Party::Company(Line::parse(&company)?, person),
            (None, Some(person)) => Party::Person(person),
            (None, None) => return Err(Fault::Missing),
        };
        Ok(Self {
            party,
            street: Line::parse(&row.street)?,
            house_number: Line::optional(&row.house_number.unwrap_or_default())?,
            extra: Line::optional(&row.address_extra.unwrap_or_default())?,
            postcode: Postcode::parse(&row.postcode)?,
            town: Line::parse(&row.town)?,
            country: Country::parse(&row.country)?,
        })
    }
}
