//! A list of orders as rows of a table, for a file: page by page, so that one statement stays small.

use std::collections::HashMap;

use sqlx::PgPool;
use uuid::Uuid;

use crate::orders::list::{self, OrderRow, Start, Which};
use crate::payments::PaymentState;
use crate::payments::incoming::store as payment_store;

/// So many orders stand in one file.
pub const MOST: usize = 5000;

/// An order with its payment.
#[derive(Clone, Debug)]
pub struct Exported {
    /// As the list has it.
    pub order: OrderRow,
    /// `invoice` or `card`.
    pub method: String,
    /// How far its payment has come.
    pub payment: PaymentState,
}

/// The orders of a list from a place on, newest first; at most [`MOST`].
///
/// # Errors
/// When the database does not answer.
pub async fn export(pool: &PgPool, which: Which, start: Start) -> sqlx::Result<Vec<Exported>> {
    let mut exported = Vec::new();
    let mut start = start;
    let mut connection = pool.acquire().await?;
    loop {
        let page = list::orders(&mut connection, which, start).await?;
        let ids: Vec<Uuid> = page.rows.iter().map(|order| order.id).collect();
        let paid = payment_store::of_many(&mut *connection, &ids).await?;
        let mut paid: HashMap<Uuid, _> =
            paid.into_iter().map(|(order, method, state)| (order, (method, state))).collect();
        let last = page.rows.last().map(|order| order.number);
        // Where all that follow have left the list meanwhile, it would begin anew.
        if let (Start::Before(before), Some(last)) = (start, last)
            && last.get() >= before.get()
        {
            return Ok(exported);
        }
        for order in page.rows {
            let Some((method, payment)) = paid.remove(&order.id) else { continue };
            exported.push(Exported { order, method, payment });
        }
        match last {
            Some(last) if page.older && exported.len() < MOST => start = Start::Before(last),
            _ => return Ok(exported),
        }
    }
}
