//! The merchant's list, newest first: a page goes on from an order's number, so that the last page costs what the first
//! costs, and nothing is counted to its end.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::money::Rappen;
use crate::orders::OrderNumber;
use crate::orders::life::LifeState;
use crate::orders::list::store::{self, Life};
use crate::orders::list::which::Which;
use crate::orders::waiting::{self as why, Waiting};
use crate::shipping::DeliveryKind;
use crate::shipping::waiting::{Destination, store as waiting_store};

/// How many orders stand on one page.
pub const PAGE: usize = 25;

/// One row of the list.
#[derive(Clone, Debug)]
pub struct OrderRow {
    /// Row id.
    pub id: Uuid,
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
    /// Where it stands.
    pub life: Life,
    /// Since when and why Post refuses its parcel's data, where it does.
    pub refused: Option<Refusal>,
    /// The total.
    pub total: Rappen,
}

/// Post has refused the data of a parcel.
#[derive(Clone, Debug)]
pub struct Refusal {
    /// When.
    pub at: DateTime<Utc>,
    /// For these reasons.
    pub codes: Vec<String>,
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

/// How many orders wait for the carrier, counted no further than to 1000: it stands on every page behind the counter.
///
/// # Errors
/// When the database does not answer.
pub async fn waiting(executor: impl PgExecutor<'_>) -> sqlx::Result<i64> {
    store::count_in(executor, LifeState::ToConfirm).await
}

/// A page of a list. One that would be empty, or that is too near to the newest order to be full, is the first one.
///
/// # Errors
/// When the database does not answer.
pub async fn orders(connection: &mut PgConnection, which: Which, start: Start) -> sqlx::Result<Orders> {
    let asked = match start {
        Start::Newest => None,
        Start::Before(number) => before(&mut *connection, which, number, true).await?,
        Start::After(number) => after(&mut *connection, which, number).await?,
    };
    match asked {
        Some(orders) => Ok(orders),
        None => {
            let first = before(connection, which, OrderNumber::new(i32::MAX), false).await?;
            Ok(first.unwrap_or(Orders { rows: Vec::new(), newer: false, older: false }))
        }
    }
}

async fn before(
    connection: &mut PgConnection,
    which: Which,
    number: OrderNumber,
    newer: bool,
) -> sqlx::Result<Option<Orders>> {
    let mut numbers = which.before(connection, number.get()).await?;
    let older = numbers.len() > PAGE;
    numbers.truncate(PAGE);
    let rows = rows(connection, which, &numbers).await?;
    Ok((!rows.is_empty()).then_some(Orders { rows, newer, older }))
}

async fn after(
    connection: &mut PgConnection,
    which: Which,
    number: OrderNumber,
) -> sqlx::Result<Option<Orders>> {
    let mut numbers = which.after(connection, number.get()).await?;
    let newer = numbers.len() > PAGE;
    numbers.truncate(PAGE);
    numbers.reverse();
    let Some(last) = numbers.last().filter(|_| numbers.len() == PAGE) else { return Ok(None) };
    let older = which.any_before(connection, *last).await?;
    Ok(Some(Orders { rows: rows(connection, which, &numbers).await?, newer, older }))
}

/// The rows of these orders, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn rows(
    connection: &mut PgConnection,
    which: Which,
    numbers: &[i32],
) -> sqlx::Result<Vec<OrderRow>> {
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    let mut heads = store::heads(&mut *connection, numbers).await?;
    heads.sort_unstable_by_key(|head| -head.number.get());
    let ids: Vec<Uuid> = heads.iter().map(|head| head.id).collect();
    let destinations = waiting_store::destinations(&mut *connection, &ids).await?;
    let mut destinations: HashMap<Uuid, Destination> =
        destinations.into_iter().map(|destination| (destination.order, destination)).collect();
    let lives = store::lives(&mut *connection, numbers).await?;
    let mut lives: HashMap<i32, Life> = lives.into_iter().map(|life| (life.number, life)).collect();
    let refused = waiting_store::refused(&mut *connection, numbers).await?;
    let mut refused: HashMap<i32, Refusal> =
        refused.into_iter().map(|(number, at, codes)| (number, Refusal { at, codes })).collect();
    let mut reasons = if which == Which::Waiting { why::of(connection, &ids).await? } else { HashMap::new() };
    let row = |head: store::Head| {
        let to = destinations.remove(&head.id)?;
        Some(OrderRow {
            id: head.id,
            number: head.number,
            placed_at: head.placed_at,
            who: head.who,
            kind: to.kind,
            place: to.place,
            waits: to.waits,
            waiting: reasons.remove(&head.id),
            life: lives.remove(&head.number.get())?,
            refused: refused.remove(&head.number.get()),
            total: head.total,
        })
    };
    Ok(heads.into_iter().filter_map(row).collect())
}
