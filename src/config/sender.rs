//! Who sells: the name, address, account and VAT number on bills, labels and in the imprint.

use iban::{Iban, IbanLike};

use super::reader::{Reader, SettingError, wrong};
use crate::address::{Country, Postcode, joined};
use crate::contact::Email;
use crate::line::Line;

/// The merchant's own address and numbers. By default those of an invented company.
#[derive(Clone, Debug)]
pub struct Sender {
    /// `SHOP_NAME`: the company's name, as the register has it.
    pub name: Line<35>,
    /// `SHOP_STREET`.
    pub street: Line<35>,
    /// `SHOP_HOUSE_NUMBER`; the invented company's where no street is set either.
    pub house_number: Option<Line<10>>,
    /// `SHOP_POSTCODE`.
    pub postcode: Postcode,
    /// `SHOP_TOWN`.
    pub town: Line<35>,
    /// `SHOP_POST_OFFICE`: the post office where parcels are handed over, as labels name it; by default by postcode and town.
    pub post_office: Line<35>,
    /// `SHOP_EMAIL`: where shoppers write to.
    pub email: Email,
    /// `SHOP_IBAN`: a QR-IBAN without blanks, since bills carry a QR reference.
    pub iban: String,
    /// `SHOP_VAT_NUMBER`.
    pub vat_number: VatNumber,
}

/// The number in the UID register, as `CHE-123.456.788`. Bills write it with the word of their language behind it
/// (MWSTG art. 26 para. 2 lit. a).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VatNumber(String);

impl Sender {
    pub(super) fn read(reader: &Reader<'_>) -> Result<Self, SettingError> {
        let text = |name: &str, usual: &str| reader.text(name).unwrap_or_else(|| usual.to_owned());
        let line = |name: &str, usual: &str| {
            Line::parse(&text(name, usual))
                .or_else(|_| wrong(&format!("{name} must be one line of at most 35 printable characters")))
        };
        let usual_number = if reader.text("SHOP_STREET").is_some() { "" } else { "1" };
        let number = Line::optional(&text("SHOP_HOUSE_NUMBER", usual_number));
        let postcode = Postcode::parse(&text("SHOP_POSTCODE", "8001"));
        let email = Email::parse(&text("SHOP_EMAIL", "shop@murmel.example"));
        let postcode = postcode.or_else(|_| wrong("SHOP_POSTCODE must be four digits"))?;
        let town: Line<35> = line("SHOP_TOWN", "Zürich")?;
        let near: String = postcode.with(&town).chars().take(35).collect();
        Ok(Self {
            name: line("SHOP_NAME", "Murmel AG")?,
            street: line("SHOP_STREET", "Alpenstrasse")?,
            house_number: number.or_else(|_| wrong("SHOP_HOUSE_NUMBER must be at most 10 characters"))?,
            post_office: line("SHOP_POST_OFFICE", &near)?,
            postcode,
            town,
            email: email.or_else(|_| wrong("SHOP_EMAIL must be an e-mail address"))?,
            // The example account of the QR-bill's implementation guidelines.
            iban: qr_iban(&text("SHOP_IBAN", "CH4431999123000889012"))?,
            vat_number: VatNumber::parse(&text("SHOP_VAT_NUMBER", "CHE-999.999.996"))?,
        })
    }

    /// Street and house number.
    #[must_use]
    pub fn street_line(&self) -> String {
        joined(self.street.as_str(), self.house_number.as_ref().map(Line::as_str))
    }

    /// Postcode and town.
    #[must_use]
    pub fn town_line(&self) -> String {
        self.postcode.with(&self.town)
    }

    /// Where it is at home.
    #[must_use]
    pub fn country(&self) -> Country {
        self.postcode.country()
    }

    /// Name, street and town, as on a label.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        vec![self.name.to_string(), self.street_line(), self.town_line()]
    }

    /// The invented company, for samples of pages.
    ///
    /// # Panics
    /// Never: the defaults can be read, which a test shows.
    #[must_use]
    pub fn sample() -> Self {
        Self::read(&Reader(&|_| None)).expect("the default settings can be read")
    }
}

impl VatNumber {
    /// Reads `CHE-123.456.788`, with or without its marks and the word behind it.
    fn parse(typed: &str) -> Result<Self, SettingError> {
        let upper = typed.trim().to_ascii_uppercase();
        let bare =
            ["MWST", "TVA", "IVA", "VAT"].iter().find_map(|word| upper.strip_suffix(word)).unwrap_or(&upper);
        let digits: Vec<u32> = bare.chars().filter_map(|c| c.to_digit(10)).collect();
        let marks = bare
            .strip_prefix("CHE")
            .is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '.' | ' ')));
        // The check digit of the UID register: weights 5 4 3 2 7 6 5 4, modulo 11.
        let sum: u32 =
            digits.iter().zip([5, 4, 3, 2, 7, 6, 5, 4]).map(|(digit, weight)| digit * weight).sum();
        let check = (11 - sum % 11) % 11;
        if !marks || digits.len() != 9 || digits[8] != check {
            return wrong(
                "SHOP_VAT_NUMBER must be a number of the UID register, such as CHE-123.456.788 MWST",
            );
        }
        let part = |from: usize| digits[from..from + 3].iter().map(ToString::to_string).collect::<String>();
        Ok(Self(format!("CHE-{}.{}.{}", part(0), part(3), part(6))))
    }

    /// The number without a word.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A QR-IBAN is one of Switzerland or Liechtenstein whose institution is from 30000 to 31999 (Implementation Guidelines
/// QR-bill 2.3); a QR reference needs one.
fn qr_iban(typed: &str) -> Result<String, SettingError> {
    let bare: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let iban: Option<Iban> = bare.to_ascii_uppercase().parse().ok();
    let qr = iban.filter(|iban| {
        let institution = iban.electronic_str().get(4..9).and_then(|digits| digits.parse::<u32>().ok());
        ["CH", "LI"].contains(&iban.country_code())
            && institution.is_some_and(|iid| (30_000..32_000).contains(&iid))
    });
    match qr {
        Some(iban) => Ok(iban.electronic_str().to_owned()),
        None => wrong(
            "SHOP_IBAN must be a QR-IBAN of a Swiss or Liechtenstein bank, such as CH44 3199 9123 0008 8901 2",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{Sender, VatNumber, qr_iban};

    #[test]
    fn without_settings_an_invented_company_sells() {
        let sender = Sender::sample();
        assert_eq!(sender.lines(), ["Murmel AG", "Alpenstrasse 1", "8001 Zürich"]);
        assert_eq!(sender.vat_number.as_str(), "CHE-999.999.996");
    }

    #[test]
    fn a_vat_number_is_read_in_any_spelling_and_its_check_digit_counts() {
        for typed in ["CHE-999.999.996 MWST", "che999999996", "CHE 999 999 996 TVA"] {
            assert_eq!(
                VatNumber::parse(typed).map(|number| number.0).as_deref(),
                Ok("CHE-999.999.996"),
                "{typed}"
            );
        }
        for wrong in
            ["CHE-999.999.995", "CHE-999.999.99", "999.999.996", "CHE-999.999.996.1", "", "CHEx999999996"]
        {
            assert!(VatNumber::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_bill_with_a_qr_reference_needs_a_qr_iban() {
        assert_eq!(qr_iban("ch44 3199 9123 0008 8901 2").as_deref(), Ok("CH4431999123000889012"));
        for wrong in ["CH4431999123000889013", "CH9300762011623852957", "DE89370400440532013000", ""] {
            assert!(qr_iban(wrong).is_err(), "{wrong}");
        }
    }
}
