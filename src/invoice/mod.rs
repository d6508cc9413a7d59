//! The bill with its Swiss QR payment part (Implementation Guidelines 2.3, structured addresses).
//! Reading order: `reference`, `payload`, `words`, `draw`.

use chrono::NaiveDate;

use crate::address::Address;
use crate::i18n::Lang;
use crate::money::{Rappen, VatRate};

pub mod reference;
pub mod payload;
pub mod words;
pub mod draw;

/// Everything that stands on a bill.
#[derive(Clone, Debug)]
pub struct Bill {
    /// As people say it: `M-10042`.
    pub number: String,
    /// The number that the QR reference is made of.
    pub reference: u32,
    /// The day of the bill.
    pub date: NaiveDate,
    /// The last day to pay.
    pub due: NaiveDate,
    /// Its language.
    pub lang: Lang,
    /// Who pays.
    pub debtor: Address,
    /// What for.
    pub lines: Vec<BillLine>,
    /// Rate, gross, VAT contained.
    pub vat: Vec<(VatRate, Rappen, Rappen)>,
    /// What is to be paid.
    pub total: Rappen,
}

/// One line of a bill.
#[derive(Clone, Debug)]
pub struct BillLine {
    /// What.
    pub name: String,
    /// How many.
    pub quantity: i32,
    /// What they cost together.
    pub amount: Rappen,
}

/// Who is paid. The shop is invented, and so is its account: the example QR-IBAN of the standard.
pub struct Creditor {
    /// QR-IBAN without blanks.
    pub iban: &'static str,
    /// Name.
    pub name: &'static str,
    /// Street.
    pub street: &'static str,
    /// House number.
    pub house_number: &'static str,
    /// Postcode.
    pub postcode: &'static str,
    /// Town.
    pub town: &'static str,
}

/// The shop.
pub const MURMEL: Creditor = Creditor {
    iban: "CH4431999123000889012",
    name: "Murmel AG",
    street: "Alpenstrasse",
    house_number: "1",
    postcode: "8001",
    town: "Zürich",
};
