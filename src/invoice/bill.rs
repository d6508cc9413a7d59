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
    /// When the goods are supplied, as far as it is known.
    pub supply: Supply,
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
    /// The rate of the VAT in it; none for what costs nothing.
    pub rate: Option<VatRate>,
}

/// The day of supply (MWSTG art. 26 para. 2 lit. c), as true as it is when the bill is written. Goods that are sent are supplied
/// where and when their way begins (MWSTG art. 7 para. 1 lit. b): when Post has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Supply {
    /// Post has them since this day.
    On(NaiveDate),
    /// They are on their way or at their end, and the day is not at hand; or nobody knows yet, because Post is silent.
    Open,
    /// They are to arrive on this day.
    Expected(NaiveDate),
}
