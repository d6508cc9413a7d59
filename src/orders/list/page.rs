//! The merchant's list, newest first: a page goes on from an order's number, so that the last page costs what the first
//! costs, and nothing is counted to its end.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgPool};
use uuid::Uuid;

use crate::money::Rappen;
use crate::orders::OrderNumber;
use crate::orders::list::store;
use crate::orders::waiting::{self as why, Waiting};
use crate::shipping::DeliveryKind;
use crate::shipping::waiting::{Destination, store as waiting_store};

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
    /// The kind of delivery.
    pub kind: DeliveryKind,
    /// Where it goes: the point, or the town.
    pub place: String,
    /// Whether its User ID is still to come; none for an address.
    pub waits: Option<bool>,
    /// How it waits, in the list of those that do.
    pub waiting: Option<Waiting>,
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

/// How many orders wait for the carrier, counted no further than to 100.
///
/// # Errors
/// When the database does not answer.
pub async fn waiting(pool: &PgPool) -> sqlx::Result<i64> {
    waiting_store::count(pool).await
}

/// How many orders there are, counted no further than to 1000.
///
/// # Errors
/// When the database does not answer.
pub async fn count(pool: &PgPool) -> sqlx::Result<i64> {
    store::count(pool).await
}

/// A page of the list; `waiting` keeps only those whose User ID is not known. A page that would be empty, or that is
/// too near to the newest order to be full, is the first one.
///
/// # Errors
/// When the database does not answer.
pub async fn orders(pool: &PgPool, waiting: bool, start: Start) -> sqlx::Result<Orders> {
    let mut connection = pool.acquire().await?;
    let asked = match start {
        Start::Newest => None,
        Start::Before(number) => before(&mut connection, waiting, number, true).await?,
        Start::After(number) => after(&mut connection, waiting, number).await?,
    };
    match asked {
        Some(orders) => Ok(orders),
        None => {
            let first = before(&mut connection, waiting, OrderNumber::new(i32::MAX), false).await?;
            Ok(first.unwrap_or(Orders { rows: Vec::new(), newer: false, older: false }))
        }
    }
}

async fn before(
    connection: &mut PgConnection,
    waiting: bool,
    number: OrderNumber,
    newer: bool,
) -> sqlx::Result<Option<Orders>> {
    let number = number.get();
    let mut numbers = if waiting {
        waiting_store::before(&mut *connection, number).await?
    } else {
        store::before(&mut *connection, number).await?
    };
    let older = numbers.len() > PAGE;
    numbers.truncate(PAGE);
    let rows = rows(connection, waiting, &numbers).await?;
    Ok((!rows.is_empty()).then_some(Orders { rows, newer, older }))
}

async fn after(
    connection: &mut PgConnection,
    waiting: bool,
    number: OrderNumber,
) -> sqlx::Result<Option<Orders>> {
    let number = number.get();
    let mut numbers = if waiting {
        waiting_store::after(&mut *connection, number).await?
    } else {
        store::after(&mut *connection, number).await?
    };
    let newer = numbers.len() > PAGE;
    numbers.truncate(PAGE);
    numbers.reverse();
    let Some(last) = numbers.last().filter(|_| numbers.len() == PAGE) else { return Ok(None) };
    let older = if waiting {
        waiting_store::any_before(&mut *connection, *last).await?
    } else {
        store::any_before(&mut *connection, *last).await?
    };
    Ok(Some(Orders { rows: rows(connection, waiting, &numbers).await?, newer, older }))
}

/// The rows of these orders, newest first.
async fn rows(connection: &mut PgConnection, waiting: bool, numbers: &[i32]) -> sqlx::Result<Vec<OrderRow>> {
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    let mut heads = store::heads(&mut *connection, numbers).await?;
    heads.sort_unstable_by_key(|head| -head.number.get());
    let ids: Vec<Uuid> = heads.iter().map(|head| head.id).collect();
    let destinations = waiting_store::destinations(&mut *connection, &ids).await?;
    let mut destinations: HashMap<Uuid, Destination> =
        destinations.into_iter().map(|destination| (destination.order, destination)).collect();
    let mut reasons = if waiting { why::of(connection, &ids).await? } else { HashMap::new() };
    let row = |head: store::Head| {
        let to = destinations.remove(&head.id)?;
        Some(OrderRow {
            number: head.number,
            placed_at: head.placed_at,
            who: head.who,
            kind: to.kind,
            place: to.place,
            waits: to.waits,
            waiting: reasons.remove(&head.id),
            total: head.total,
        })
    };
    Ok(heads.into_iter().filter_map(row).collect())
}
