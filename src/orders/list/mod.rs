//! The merchant's list, newest first: a page goes on from an order's number, so that the last page costs what the first
//! costs, and nothing is counted to its end.

use chrono::{DateTime, Utc};
use sqlx::PgPool;

use crate::money::Rappen;
use crate::orders::OrderNumber;

mod store;

pub use store::{count, waiting};

/// How many orders stand on one page.
pub const PAGE: usize = 25;

/// One row of the list.
#[derive(Clone, Debug)]
pub struct OrderRow {
    /// The order's number.
    pub number: OrderNumber,
    /// When it was placed.
    pub placed_at: DateTime<Utc>,
    /// Who pays.
    pub who: String,
    /// `home`, `other`, `pickpost`, `my_post_24`.
    pub kind: String,
    /// Where it goes: the point, or the town.
    pub place: String,
    /// `requested`, `known`, `to_confirm`; none for an address.
    pub state: Option<String>,
    /// The total.
    pub total: Rappen,
}

/// Where a page begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// At the newest order.
    Newest,
    /// At the newest order before this one.
    Before(OrderNumber),
    /// So that it ends with the oldest order after this one.
    After(OrderNumber),
}

/// One page of the list.
#[derive(Clone, Debug)]
pub struct Orders {
    /// Newest first.
    pub rows: Vec<OrderRow>,
    /// Whether there are newer ones.
    pub newer: bool,
    /// Whether there are older ones.
    pub older: bool,
}

/// A page of the list; `waiting` keeps only those whose User ID is not known. A page that would be empty, or that is
/// too near to the newest order to be full, is the first one.
///
/// # Errors
/// When the database does not answer.
pub async fn orders(pool: &PgPool, waiting: bool, start: Start) -> sqlx::Result<Orders> {
    let asked = match start {
        Start::Newest => None,
        Start::Before(number) => before(pool, waiting, number, true).await?,
        Start::After(number) => after(pool, waiting, number).await?,
    };
    match asked {
        Some(orders) => Ok(orders),
        None => {
            let first = before(pool, waiting, OrderNumber::new(i32::MAX), false).await?;
            Ok(first.unwrap_or(Orders { rows: Vec::new(), newer: false, older: false }))
        }
    }
}

async fn before(
    pool: &PgPool,
    waiting: bool,
    number: OrderNumber,
    newer: bool,
) -> sqlx::Result<Option<Orders>> {
    let mut rows = store::before(pool, waiting, number).await?;
    let older = rows.len() > PAGE;
    rows.truncate(PAGE);
    Ok((!rows.is_empty()).then_some(Orders { rows, newer, older }))
}

async fn after(pool: &PgPool, waiting: bool, number: OrderNumber) -> sqlx::Result<Option<Orders>> {
    let mut rows = store::after(pool, waiting, number).await?;
    let newer = rows.len() > PAGE;
    rows.truncate(PAGE);
    rows.reverse();
    let Some(last) = rows.last().filter(|_| rows.len() == PAGE) else { return Ok(None) };
    let older = store::any_before(pool, waiting, last.number).await?;
    Ok(Some(Orders { rows, newer, older }))
}
