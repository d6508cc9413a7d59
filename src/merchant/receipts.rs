//! What became of money that came in: by the reference of a bill, or as a bank's file tells it, credit by credit.

use crate::ground::Ground;
use crate::invoice::reference;
use crate::money::Rappen;
use crate::orders::OrderNumber;
use crate::orders::event::Actor;
use crate::orders::receive::{Credit, Receipt, named, receive};
use crate::pasted;
use crate::payments::camt::{self, CamtError, Line, Unusable};

/// What became of one credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was looked at: what came of it, and how much it was, where the bank has told it.
    Looked(Receipt, Option<Rappen>),
    /// Nothing can be done with it by itself: why, and which order it is about, as far as it says so.
    Unusable(Unusable, Option<OrderNumber>),
}

/// Why nothing was looked at.
#[derive(Debug, thiserror::Error)]
pub enum Unlooked {
    /// What was typed is no reference of a bill of ours.
    #[error("no reference")]
    NoReference,
    /// There is no credit in the file.
    #[error("no credits")]
    NoCredits,
    /// The file cannot be read.
    #[error(transparent)]
    Unread(#[from] CamtError),
    /// The database does not answer or refuses; what was taken before stays so, and the same can be sent again.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
}

/// Marks the bill with this reference as paid.
///
/// # Errors
/// See [`Unlooked`].
pub async fn by_reference(ground: &Ground, typed: &str, by: &Actor) -> Result<Outcome, Unlooked> {
    let typed = &*pasted::clean(typed);
    if reference::order_of(typed).is_none() {
        return Err(Unlooked::NoReference);
    }
    Ok(Outcome::Looked(receive(ground, typed, None, by).await?, None))
}

/// Takes each credit of a bank's file.
///
/// # Errors
/// See [`Unlooked`].
pub async fn by_file(ground: &Ground, xml: &str, by: &Actor) -> Result<Vec<Outcome>, Unlooked> {
    let lines = camt::read(xml)?;
    if lines.is_empty() {
        return Err(Unlooked::NoCredits);
    }
    let mut outcomes = Vec::with_capacity(lines.len());
    for Line { reference, amount, bank_reference } in lines {
        let reference = reference.unwrap_or_default();
        outcomes.push(match amount {
            Ok(amount) => {
                let credit = Credit { amount, bank_reference };
                Outcome::Looked(receive(ground, &reference, Some(&credit), by).await?, Some(amount))
            }
            Err(why) => Outcome::Unusable(why, named(ground, &reference).await?),
        });
    }
    Ok(outcomes)
}
