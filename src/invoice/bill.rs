//! Everything that stands on a bill.

use chrono::NaiveDate;

use crate::address::Address;
use crate::config::Sender;
use crate::i18n::Lang;
use crate::money::{Rappen, VatRate};

/// Everything that stands on a bill.
#[derive(Clone, Debug)]
pub struct Bill {
    /// Who is paid.
    pub creditor: Sender,
    /// As people say it: `M-10042`.
    pub number: String,
    /// The number that the QR reference is made of.
    pub reference: u32,
    /// The day of the bill.
    pub date: NaiveDate,
    /// The day on which the goods are delivered, as the order expected it (MWSTG art. 26 para. 2 lit. c).
    pub delivered_on: NaiveDate,
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
    /// The rate of the VAT in it; none for the delivery, which follows the goods.
    pub rate: Option<VatRate>,
}
