//! The address fields, which three pages share: read from the form, parsed, and shown again as typed.

use serde::{Deserialize, Serialize};

use crate::address::{Address, Country, Party, Person, Postcode, Title, Written};
use crate::contact::{Email, Phone};
use crate::i18n::Lang;
use crate::keyword::Keyword;
use crate::line::{Fault, Line};
use crate::web::FormState;

/// The fields as they were typed. What is missing in the request is an empty field.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "the names are those of the form")]
pub struct AddressForm {
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
    pub email: String,
    pub phone: String,
}

/// Whether a company may stand in for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// A person or a company.
    Anybody,
    /// A human being with an identity document.
    APerson,
}

impl AddressForm {
    /// The fields with what is known already.
    #[must_use]
    pub fn of(address: Option<&Address>, email: Option<&str>, phone: Option<&str>) -> Self {
        let contact = Self {
            email: email.unwrap_or_default().to_owned(),
            phone: phone.unwrap_or_default().to_owned(),
            country: "CH".to_owned(),
            ..Self::default()
        };
        let Some(address) = address else { return contact };
        let person = address.party.person();
        let text = |line: Option<String>| line.unwrap_or_default();
        Self {
            title: person.and_then(|p| p.title).map_or_else(String::new, |title| title.code().to_owned()),
            first_name: text(person.map(|p| p.first_name.to_string())),
            last_name: text(person.map(|p| p.last_name.to_string())),
            company: text(address.party.company().map(ToString::to_string)),
            street: address.street.to_string(),
            house_number: text(address.house_number.as_ref().map(ToString::to_string)),
            address_extra: text(address.extra.as_ref().map(ToString::to_string)),
            postcode: address.postcode.as_str().to_owned(),
            town: address.town.to_string(),
            country: address.country.code().to_owned(),
            ..contact
        }
    }

    /// The state of the form: every field with what was typed, and anything the page adds.
    #[must_use]
    pub fn state(&self, more: Vec<(&'static str, String)>) -> FormState {
        let own = [
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
            ("email", &self.email),
            ("phone", &self.phone),
        ];
        FormState::new(own.into_iter().map(|(name, value)| (name, value.clone())).chain(more).collect())
    }

    /// The address, or the messages at its fields.
    pub fn parse(&self, lang: Lang, whose: Whose, state: &mut FormState) -> Option<Address> {
        self.lead_to_points(lang, whose, state);
        let party = self.party(lang, whose, state);
        let street = state.take(lang, "street", Line::parse(&self.street));
        let house_number = state.take(lang, "house_number", Line::optional(&self.house_number));
        let extra = state.take(lang, "address_extra", Line::optional(&self.address_extra));
        let postcode = state.take(lang, "postcode", Postcode::parse(&self.postcode));
        let town = state.take(lang, "town", Line::parse(&self.town));
        // Older forms and outside callers may leave the country out: the shop is Swiss.
        let typed = if self.country.trim().is_empty() { "CH" } else { &self.country };
        let country = state.take(lang, "country", Country::parse(typed));
        let address = Address {
            party: party?,
            street: street?,
            house_number: house_number?,
            extra: extra?,
            postcode: postcode?,
            town: town?,
            country: country?,
        };
        // What speaks against it stands at its field already.
        address.own().ok()
    }

    /// Says so, and shows the way, where a pick-up point was typed: also while other fields are not right yet.
    fn lead_to_points(&self, lang: Lang, whose: Whose, state: &mut FormState) {
        let company = if whose == Whose::Anybody { &*self.company } else { "" };
        if let Some((field, keyword)) = (Written { company, ..self.written() }).keyword() {
            state.take::<()>(lang, field, Err(Fault::PickUpKeyword(keyword)));
            state.elsewhere = Some((self.points(lang, keyword), "guide-to-point"));
        }
    }

    fn written(&self) -> Written<'_> {
        Written {
            company: &self.company,
            first_name: &self.first_name,
            last_name: &self.last_name,
            address_extra: &self.address_extra,
            street: &self.street,
            house_number: &self.house_number,
            postcode: &self.postcode,
            town: &self.town,
        }
    }

    /// Where a point is chosen that was typed as an address: Post gives its registered customers that very address for
    /// any shop, so whoever types it is led on instead of being refused. The search begins at the place that was typed.
    fn points(&self, lang: Lang, keyword: Keyword) -> String {
        let kind = match keyword {
            Keyword::PickPost => "pickpost",
            Keyword::MyPost24 => "my_post_24",
        };
        let place = printable(&format!("{} {}", self.postcode.trim(), self.town.trim()));
        let pairs = [("q", place.trim()), ("kind", kind)];
        let query = serde_html_form::to_string(pairs).unwrap_or_default();
        format!("/{lang}/checkout/point?{query}")
    }

    /// What is left of it once the lines that belong to a point are taken away: who, and how they are reached.
    #[must_use]
    pub fn without_point(&self) -> Self {
        let who = Written { first_name: &self.first_name, last_name: &self.last_name, ..Written::default() };
        let firm = Written { company: &self.company, ..who };
        let kept = |written: Written<'_>, text: &str| match written.keyword() {
            Some(_) => String::new(),
            None => printable(text),
        };
        Self {
            title: printable(&self.title),
            first_name: kept(who, &self.first_name),
            last_name: kept(who, &self.last_name),
            company: kept(firm, &self.company),
            country: printable(&self.country),
            email: printable(&self.email),
            phone: printable(&self.phone),
            ..Self::default()
        }
    }

    /// The e-mail address.
    pub fn email(&self, lang: Lang, state: &mut FormState) -> Option<Email> {
        state.take(lang, "email", Email::parse(&self.email))
    }

    /// The phone number, which may be left out.
    pub fn phone(&self, lang: Lang, state: &mut FormState) -> Option<Option<Phone>> {
        match Phone::parse(&self.phone) {
            Err(Fault::Missing) => Some(None),
            parsed => state.take(lang, "phone", parsed).map(Some),
        }
    }

    fn party(&self, lang: Lang, whose: Whose, state: &mut FormState) -> Option<Party> {
        let title = state.take(lang, "title", Title::parse(&self.title));
        let company = match whose {
            Whose::Anybody => state.take(lang, "company", Line::optional(&self.company))?,
            Whose::APerson => None,
        };
        let nobody = self.first_name.trim().is_empty() && self.last_name.trim().is_empty();
        if let (Some(company), true) = (&company, nobody) {
            return Some(Party::Company(company.clone(), None));
        }
        let first_name = state.take(lang, "first_name", Line::parse(&self.first_name));
        let last_name = state.take(lang, "last_name", Line::parse(&self.last_name));
        let person = Person { title: title?, first_name: first_name?, last_name: last_name? };
        Some(match company {
            Some(company) => Party::Company(company, Some(person)),
            None => Party::Person(person),
        })
    }
}

/// No more of a text than a field holds, and nothing that neither a database nor an address of a page can hold.
fn printable(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(160).collect()
}
