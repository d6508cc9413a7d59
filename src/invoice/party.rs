//! Who is paid and who pays: as the slip prints them, and as its code says them.

use crate::address::{Address, Country, joined};
use crate::config::Sender;
use crate::invoice::Bill;
use crate::invoice::coded::{NAME, NUMBER, POSTCODE, STREET, TOWN, coded, cut};
use crate::line::Line;

/// One of the two parties of a payment.
#[derive(Clone, Debug)]
pub struct Party {
    /// The company, or first and last name.
    name: String,
    /// The last name of a person.
    last_name: Option<String>,
    street: String,
    number: String,
    postcode: String,
    town: String,
    country: Country,
}

/// A field that the code says otherwise than the print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// As it is written on paper.
    pub printed: String,
    /// As the code has it.
    pub coded: String,
    /// Whether something was left out, because a field of the code holds no more; else only characters differ.
    pub is_cut: bool,
}

impl Party {
    /// Who is paid.
    #[must_use]
    pub fn creditor(sender: &Sender) -> Self {
        Self {
            name: sender.name.to_string(),
            last_name: None,
            street: sender.street.to_string(),
            number: sender.house_number.as_ref().map(Line::to_string).unwrap_or_default(),
            postcode: sender.postcode.as_str().to_owned(),
            town: sender.town.to_string(),
            country: sender.country(),
        }
    }

    /// Who pays: the company where there is one, as on the bill's first line.
    #[must_use]
    pub fn debtor(address: &Address) -> Self {
        let person = address.party.person().filter(|_| address.party.company().is_none());
        Self {
            name: address.party.lines().first().cloned().unwrap_or_default(),
            last_name: person.map(|person| person.last_name.to_string()),
            street: address.street.to_string(),
            number: address.house_number.as_ref().map(Line::to_string).unwrap_or_default(),
            postcode: address.postcode.as_str().to_owned(),
            town: address.town.to_string(),
            country: address.country,
        }
    }

    /// Both parties of a bill.
    #[must_use]
    pub fn both(bill: &Bill) -> [Self; 2] {
        [Self::creditor(&bill.creditor), Self::debtor(&bill.debtor)]
    }

    /// The name, as it is.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Street and house number on one line.
    #[must_use]
    pub fn street_line(&self) -> String {
        joined(&self.street, Some(self.number.as_str()).filter(|number| !number.is_empty()))
    }

    /// Postcode and town; with the country before them where one of the two parties is outside Switzerland.
    #[must_use]
    pub fn town_line(&self, abroad: bool) -> String {
        let country = if abroad { format!("{}-", self.country.code()) } else { String::new() };
        format!("{country}{} {}", self.postcode, self.town)
    }

    /// Whether it is at home outside Switzerland.
    #[must_use]
    pub fn is_abroad(&self) -> bool {
        self.country != Country::Ch
    }

    /// The seven fields of the code: `S` for a structured address, name, street, house number, postcode, town, country.
    #[must_use]
    pub fn coded(&self) -> [String; 7] {
        [
            "S".to_owned(),
            self.coded_name(),
            cut(&self.street, STREET),
            cut(&self.number, NUMBER),
            cut(&self.postcode, POSTCODE),
            cut(&self.town, TOWN),
            self.country.code().to_owned(),
        ]
    }

    /// A name that is too long keeps the whole last name and so much of the first as there is room for: by the last name a
    /// bank tells who has paid.
    fn coded_name(&self) -> String {
        let whole = coded(&self.name);
        let last = self.last_name.as_deref().map(coded).unwrap_or_default();
        let room = NAME.saturating_sub(last.chars().count() + 1);
        if whole.chars().count() <= NAME || last.is_empty() || room == 0 {
            return cut(&whole, NAME);
        }
        format!("{} {last}", cut(&whole, room))
    }

    /// What the code says otherwise than the print.
    #[must_use]
    pub fn differences(&self) -> Vec<Difference> {
        let printed = [&self.name, &self.street, &self.number, &self.postcode, &self.town];
        let pairs = printed.into_iter().zip(self.coded().into_iter().skip(1));
        pairs
            .filter(|(printed, coded)| *printed != coded)
            .map(|(printed, said)| {
                let is_cut = said != coded(printed);
                Difference { printed: printed.clone(), coded: said, is_cut }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Difference, Party};
    use crate::address::{Fields, Whose};

    fn party(first_name: &str, last_name: &str, town: &str) -> Party {
        let text = |text: &str| text.to_owned();
        let fields = Fields {
            first_name: text(first_name),
            last_name: text(last_name),
            street: text("Herrengasse"),
            postcode: text("9490"),
            town: text(town),
            country: text("LI"),
            ..Fields::default()
        };
        Party::debtor(&fields.address(Whose::Anybody).expect("an address"))
    }

    #[test]
    fn a_name_that_is_too_long_keeps_its_last_name_whole() {
        let (first, last) = ("F".repeat(35), "L".repeat(35));
        let name = party(&first, &last, "Vaduz").coded()[1].clone();
        assert_eq!(name, format!("{} {last}", "F".repeat(34)));
        // Letters that are two in the code leave no room for the first name.
        assert_eq!(party("Eva", &"Ǆ".repeat(35), "Vaduz").coded()[1], format!("Eva {}", "DZ".repeat(33)));
    }

    #[test]
    fn what_the_code_says_otherwise_is_told() {
        let told = party("Thị Ngọc", "Nguyễn", &"Ǆ".repeat(20)).differences();
        let name =
            Difference {
                printed: "Thị Ngọc Nguyễn".into(), coded: "Thi Ngoc Nguyen".into(), is_cut: false
            };
        assert_eq!(told[0], name);
        assert!(told[1].is_cut && told[1].coded.len() == 35 && told.len() == 2, "{told:?}");
        assert_eq!(party("Zoë", "Müller", "Vaduz").differences(), []);
        assert_eq!(party("Zoë", "Müller", "Vaduz").town_line(true), "LI-9490 Vaduz");
    }
}
