//! What stands in a mail, ready to be read: as HTML and as plain text, by the same values.

use askama::Template;

use crate::i18n::Lang;
use crate::money::{Rappen, VatRate};

/// A mail in words.
#[derive(Clone, Debug)]
pub struct View {
    /// Its language.
    pub lang: Lang,
    /// Who writes: name, street, town.
    pub sender: Vec<String>,
    /// The line above all, and the subject.
    pub title: String,
    /// The order's number, which stands in it.
    pub number: String,
    /// "Bonjour Anne Favre,".
    pub greeting: String,
    /// What it has to say.
    pub lead: Vec<String>,
    /// What the reader can do: words and an address of the shop.
    pub button: (String, String),
    /// Where the parcel goes.
    pub delivery: Option<Part>,
    /// Who pays, and how.
    pub billing: Option<Part>,
    /// The articles with their sums.
    pub sums: Option<Sums>,
    /// What is good to know of the mail itself.
    pub small: Vec<String>,
}

/// A part with a heading.
#[derive(Clone, Debug)]
pub struct Part {
    /// The heading.
    pub title: String,
    /// The lines of an address.
    pub lines: Vec<String>,
    /// Sentences below it.
    pub notes: Vec<String>,
    /// What has a name: "consignment number".
    pub facts: Vec<(String, String)>,
}

/// Articles, delivery, total, and the VAT in it.
#[derive(Clone, Debug)]
pub struct Sums {
    /// Name, quantity, amount.
    pub lines: Vec<(String, i32, Rappen)>,
    /// The delivery.
    pub delivery: Rappen,
    /// All of it.
    pub total: Rappen,
    /// Rate, VAT contained.
    pub vat: Vec<(VatRate, Rappen)>,
}

#[derive(Template)]
#[template(path = "orders/mails/letter.html")]
struct Html<'a> {
    v: &'a View,
}

#[derive(Template)]
#[template(path = "orders/mails/letter.txt")]
struct Text<'a> {
    v: &'a View,
}

impl View {
    /// As HTML, with its styles in it: a mail has no style sheet.
    ///
    /// # Errors
    /// Only when the template itself fails.
    pub fn html(&self) -> askama::Result<String> {
        Html { v: self }.render()
    }

    /// As plain text.
    ///
    /// # Errors
    /// Only when the template itself fails.
    pub fn text(&self) -> askama::Result<String> {
        Text { v: self }.render()
    }

    /// The parts with addresses, in their order.
    fn parts(&self) -> Vec<&Part> {
        self.delivery.iter().chain(&self.billing).collect()
    }

    /// The title before and after the number, which no line may break in two.
    fn around(&self) -> (&str, &str) {
        self.title.split_once(&*self.number).unwrap_or((&self.title, ""))
    }

    /// "Numéro d’envoi : 99.00.123456", as the language writes its colon.
    fn named(&self, name: &str, value: &str) -> String {
        self.lang.xy("mail-named", name, value)
    }
}

/// `CHF 58.90`; the space does not break.
fn chf(amount: &Rappen) -> String {
    format!("CHF\u{a0}{amount}")
}
