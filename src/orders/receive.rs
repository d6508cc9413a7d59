//! Money that comes in for an invoice: said by a merchant, or told by the bank. However often the same is told, it counts once.

use sqlx::Connection;

use crate::ground::Ground;
use crate::invoice::reference;
use crate::money::Rappen;
use crate::orders::event::{Actor, Event, EventKind};
use crate::orders::search::store as search_store;
use crate::orders::{OrderNumber, Reason, store};
use crate::payments::PaymentState;
use crate::payments::incoming::store as payment_store;

/// A credit: how much, and what the bank calls it.
#[derive(Clone, Debug)]
pub struct Credit {
    /// The amount.
    pub amount: Rappen,
    /// The bank's own name for it.
    pub bank_reference: Option<String>,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receipt {
    /// The invoice is paid now.
    Paid(OrderNumber),
    /// Nothing was written: this is what is to be paid.
    WrongAmount(OrderNumber, Rappen),
    /// No order has a bill with this reference.
    Unknown,
    /// It was paid before.
    AlreadyPaid(OrderNumber),
    /// The very same credit has paid it before.
    Told(OrderNumber),
    /// It is not to be paid any more: cancelled, or given back.
    NotDue(OrderNumber),
}

/// Takes what came in under a reference; without a credit a merchant says that the whole amount has.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn receive(
    ground: &Ground,
    reference: &str,
    credit: Option<&Credit>,
    by: &Actor,
) -> sqlx::Result<Receipt> {
    let Some(number) = reference::order_of(reference).map(OrderNumber::new) else {
        return Ok(Receipt::Unknown);
    };
    let mut connection = ground.pool.acquire().await?;
    let mut transaction = connection.begin().await?;
    let Some(order) = search_store::id_of(&mut *transaction, number).await? else {
        return Ok(Receipt::Unknown);
    };
    let Some(payment) = payment_store::hold(&mut transaction, order).await? else {
        return Ok(Receipt::Unknown);
    };
    let told = credit.and_then(|credit| credit.bank_reference.as_deref());
    match payment.state {
        PaymentState::Due => {}
        PaymentState::Paid if told.is_some() && payment.bank_reference.as_deref() == told => {
            return Ok(Receipt::Told(number));
        }
        PaymentState::Paid => return Ok(Receipt::AlreadyPaid(number)),
        PaymentState::Cancelled | PaymentState::Refunded => return Ok(Receipt::NotDue(number)),
    }
    if credit.is_some_and(|credit| credit.amount != payment.amount) {
        return Ok(Receipt::WrongAmount(number, payment.amount));
    }
    let now = ground.clock.now();
    payment_store::pay(&mut transaction, payment.id, told, now).await?;
    let why = credit.map(|_| Reason::Bank);
    let event = Event { at: now, kind: EventKind::Paid, by: by.clone(), why };
    store::insert_event(&mut transaction, order, &event).await?;
    transaction.commit().await?;
    Ok(Receipt::Paid(number))
}

/// The order whose bill has this reference.
///
/// # Errors
/// When the database does not answer.
pub async fn named(ground: &Ground, reference: &str) -> sqlx::Result<Option<OrderNumber>> {
    let Some(number) = reference::order_of(reference).map(OrderNumber::new) else { return Ok(None) };
    Ok(search_store::id_of(&ground.pool, number).await?.map(|_| number))
}
