//! The address fields, which three pages share: read from the form, parsed, and shown again as typed.

use serde::{Deserialize, Serialize};

use crate::address::{Address, Fields, OwnAddress, Whose};
use crate::carrier::Kind;
use crate::contact::{Email, Phone};
use crate::i18n::Lang;
use crate::keyword::Keyword;
use crate::line::Fault;
use crate::pasted;
use crate::web::FormState;

/// The fields as they were typed. What is missing in the request is an empty field.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AddressForm {
    /// Who lives or works where.
    #[serde(flatten)]
    pub fields: Fields,
    /// How they are reached.
    pub email: String,
    /// By telephone.
    pub phone: String,
    /// The button that puts postcode and town the right way round.
    #[serde(skip_serializing)]
    swap: String,
}

impl AddressForm {
    /// The fields with what is known already.
    #[must_use]
    pub fn of(address: Option<&Address>, email: Option<&Email>, phone: Option<&Phone>) -> Self {
        Self {
            fields: address.map_or_else(in_switzerland, Fields::from),
            email: email.map(Email::readable).unwrap_or_default(),
            phone: phone.map(|phone| phone.as_str().to_owned()).unwrap_or_default(),
            swap: String::new(),
        }
    }

    /// The state of the form: every field with what was typed, and anything the page adds.
    #[must_use]
    pub fn state(&self, more: Vec<(&'static str, String)>) -> FormState {
        let contact = [("email", &*self.email), ("phone", &*self.phone)];
        let own = self.fields.each().into_iter().chain(contact);
        FormState::new(own.map(|(name, value)| (name, value.to_owned())).chain(more).collect())
    }

    /// The address, or the messages at its fields.
    pub fn parse(&self, lang: Lang, whose: Whose, state: &mut FormState) -> Option<OwnAddress> {
        self.lead_to_points(lang, whose, state);
        let swapped = self.fields.swapped();
        let fields = match &swapped {
            Some(swapped) if !self.swap.is_empty() => {
                state.put("postcode", &swapped.postcode);
                state.put("town", &swapped.town);
                swapped
            }
            Some(swapped) => {
                let both = format!("{} {}", swapped.postcode, swapped.town);
                state.swap = Some(lang.x("address-swap", both));
                &self.fields
            }
            None => &self.fields,
        };
        match fields.address(whose) {
            // What speaks against it stands at its field already.
            Ok(address) => OwnAddress::of(address).ok(),
            Err(faults) => {
                for (field, fault) in faults {
                    state.take::<()>(lang, field, Err(fault));
                }
                None
            }
        }
    }

    /// Says so, and shows the way, where a pick-up point was typed: also while other fields are not right yet.
    fn lead_to_points(&self, lang: Lang, whose: Whose, state: &mut FormState) {
        let written = match whose {
            Whose::Anybody => self.fields.clone(),
            Whose::APerson => Fields { company: String::new(), ..self.fields.clone() },
        };
        if let Some((field, keyword)) = written.keyword() {
            state.take::<()>(lang, field, Err(Fault::PickUpKeyword(keyword)));
            state.elsewhere = Some((self.points(lang, keyword), "guide-to-point"));
        }
    }

    /// Where a point is chosen that was typed as an address: Post gives its registered customers that very address for
    /// any shop, so whoever types it is led on instead of being refused. The search begins at the place that was typed.
    fn points(&self, lang: Lang, keyword: Keyword) -> String {
        let kind = Kind::from(keyword).code();
        let place = pasted::clean(&printable(&format!("{} {}", self.fields.postcode, self.fields.town)));
        let pairs = [("q", &*place), ("kind", kind)];
        let query = serde_html_form::to_string(pairs).unwrap_or_default();
        format!("/{lang}/checkout/point?{query}")
    }

    /// What is left of it once the lines that belong to a point are taken away: who, and how they are reached.
    #[must_use]
    pub fn without_point(&self) -> Self {
        let Fields { title, first_name, last_name, company, country, .. } = &self.fields;
        let who =
            Fields { first_name: first_name.clone(), last_name: last_name.clone(), ..Fields::default() };
        let firm = Fields { company: company.clone(), ..who.clone() };
        let kept = |written: &Fields, text: &str| match written.keyword() {
            Some(_) => String::new(),
            None => printable(text),
        };
        let fields = Fields {
            title: printable(title),
            first_name: kept(&who, first_name),
            last_name: kept(&who, last_name),
            company: kept(&firm, company),
            country: printable(country),
            ..Fields::default()
        };
        Self { fields, email: printable(&self.email), phone: printable(&self.phone), swap: String::new() }
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
}

fn in_switzerland() -> Fields {
    Fields { country: "CH".to_owned(), ..Fields::default() }
}

/// No more of a text than a field holds, and nothing that neither a database nor an address of a page can hold.
fn printable(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(160).collect()
}
