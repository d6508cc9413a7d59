//! What became of money that came in, in words, a line for each credit.

use crate::ground::Ground;
use crate::invoice::reference;
use crate::money::Rappen;
use crate::orders::OrderNumber;
use crate::orders::event::Actor;
use crate::orders::receive::{Credit, Receipt, named, receive};
use crate::pasted;
use crate::payments::camt::{self, CamtError, Line, Unusable};
use crate::web::Page;

/// A line of the answer.
#[derive(Clone, Debug)]
pub struct Told {
    /// The order, where there is one.
    pub number: Option<String>,
    /// What came in.
    pub amount: Option<String>,
    /// `known` where it paid, `waiting` where nothing is to be done, `refused` where somebody has to look.
    pub color: &'static str,
    /// In words.
    pub words: String,
}

/// Marks the bill with this reference as paid. Inside, why it was not looked at.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn by_reference(
    p: &Page,
    ground: &Ground,
    typed: &str,
    by: &Actor,
) -> sqlx::Result<Result<Vec<Told>, String>> {
    let typed = &*pasted::clean(typed);
    if reference::order_of(typed).is_none() {
        return Ok(Err(p.n("receipt-no-reference", reference::LENGTH)));
    }
    let receipt = receive(ground, typed, None, by).await?;
    Ok(Ok(vec![told(p, receipt, None)]))
}

/// Takes each credit of a bank's file. Inside, why it was not looked at.
///
/// # Errors
/// When the database does not answer or refuses; what was taken before stays so, and the same file can be sent again.
pub async fn by_file(
    p: &Page,
    ground: &Ground,
    xml: &str,
    by: &Actor,
) -> sqlx::Result<Result<Vec<Told>, String>> {
    let lines = match camt::read(xml) {
        Ok(lines) if lines.is_empty() => return Ok(Err(p.t("receipt-no-lines").into_owned())),
        Ok(lines) => lines,
        Err(error) => {
            let key = match error {
                CamtError::NotXml => "receipt-not-xml",
                CamtError::NotCamt => "receipt-not-camt",
                CamtError::TooMany => "receipt-too-many",
            };
            return Ok(Err(p.n(key, camt::MOST)));
        }
    };
    let mut answers = Vec::with_capacity(lines.len());
    for Line { reference, amount, bank_reference } in lines {
        let amount = match amount {
            Ok(amount) => amount,
            Err(why) => {
                let number = named(ground, &reference.unwrap_or_default()).await?;
                answers.push(unusable(p, why, number));
                continue;
            }
        };
        let credit = Credit { amount, bank_reference };
        let receipt = receive(ground, &reference.unwrap_or_default(), Some(&credit), by).await?;
        answers.push(told(p, receipt, Some(amount)));
    }
    Ok(Ok(answers))
}

/// `number` is the order that the line is about, as far as it says so: whoever has to look at it knows where.
fn unusable(p: &Page, why: Unusable, number: Option<OrderNumber>) -> Told {
    let (color, key) = match why {
        Unusable::Currency => ("refused", "receipt-currency"),
        Unusable::Amount => ("refused", "receipt-amount"),
        Unusable::Debit => ("waiting", "receipt-debit"),
        Unusable::Reversal => ("refused", "receipt-reversal"),
        Unusable::Pending => ("waiting", "receipt-pending"),
    };
    let number = number.map(|number| number.to_string());
    Told { number, amount: None, color, words: p.t(key).into_owned() }
}

fn told(p: &Page, receipt: Receipt, amount: Option<Rappen>) -> Told {
    let words = |key| p.t(key).into_owned();
    let (number, color, words): (Option<OrderNumber>, _, _) = match receipt {
        Receipt::Paid(number) => (Some(number), "known", words("receipt-paid")),
        Receipt::WrongAmount(number, due) => {
            (Some(number), "refused", p.x("receipt-wrong-amount", p.chf(&due)))
        }
        Receipt::Unknown => (None, "refused", words("receipt-unknown")),
        Receipt::AlreadyPaid(number) if amount.is_none() => {
            (Some(number), "waiting", words("receipt-already-marked"))
        }
        Receipt::AlreadyPaid(number) => (Some(number), "refused", words("receipt-already-paid")),
        Receipt::Told(number) => (Some(number), "waiting", words("receipt-told")),
        Receipt::NotDue(number) => (Some(number), "refused", words("receipt-not-due")),
    };
    Told {
        number: number.map(|number| number.to_string()),
        amount: amount.map(|amount| p.chf(&amount)),
        color,
        words,
    }
}

impl Told {
    /// For samples.
    #[must_use]
    pub fn samples(p: &Page) -> Vec<Self> {
        let number = OrderNumber::new(10042);
        let receipts = [
            Receipt::Paid(number),
            Receipt::WrongAmount(number, Rappen(3550)),
            Receipt::Unknown,
            Receipt::AlreadyPaid(number),
            Receipt::Told(number),
            Receipt::NotDue(number),
        ];
        let unusables =
            [Unusable::Currency, Unusable::Amount, Unusable::Debit, Unusable::Reversal, Unusable::Pending];
        let mut told: Vec<Self> =
            receipts.into_iter().map(|receipt| told(p, receipt, Some(Rappen(5890)))).collect();
        told.extend(unusables.into_iter().map(|why| unusable(p, why, Some(number))));
        told
    }
}
