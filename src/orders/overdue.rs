//! Invoices whose last day has passed, the oldest first.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Zurich;
use sqlx::{PgExecutor, PgPool};
use uuid::Uuid;

use crate::clock::swiss;
use crate::money::Rappen;
use crate::orders::OrderNumber;
use crate::orders::list::{self, PAGE};
use crate::orders::search::store as search_store;
use crate::payments::incoming::store as payment_store;
use crate::payments::payment::DAYS;

/// An overdue invoice.
#[derive(Clone, Debug)]
pub struct Overdue {
    /// The order.
    pub number: OrderNumber,
    /// Who pays.
    pub who: String,
    /// What is to be paid.
    pub amount: Rappen,
    /// The last day on which it was to be paid.
    pub due: NaiveDate,
}

/// A page of them.
#[derive(Clone, Debug)]
pub struct Page {
    /// The oldest first.
    pub rows: Vec<Overdue>,
    /// The order to go on from, where there are more.
    pub more: Option<OrderNumber>,
}

/// Invoices of before this moment are overdue: the day of the bill and thirty more are over in Switzerland.
fn limit(now: DateTime<Utc>) -> DateTime<Utc> {
    let day = swiss(now).date() - Days::new(DAYS);
    let midnight = Zurich.from_local_datetime(&day.and_time(NaiveTime::MIN));
    // The clocks are changed at another hour, so that there is always one midnight.
    midnight.earliest().map_or(now, |midnight| midnight.to_utc())
}

/// A page of overdue invoices, after that of an order.
///
/// # Errors
/// When the database does not answer.
pub async fn of(pool: &PgPool, now: DateTime<Utc>, after: Option<OrderNumber>) -> sqlx::Result<Page> {
    let mut connection = pool.acquire().await?;
    let after = match after {
        Some(number) => search_store::id_of(&mut *connection, number).await?,
        None => None,
    };
    let after = match after {
        Some(order) => payment_store::due_since(&mut *connection, order).await?.map(|since| (since, order)),
        None => None,
    };
    let mut unpaid = payment_store::unpaid(&mut *connection, limit(now), after).await?;
    let more = unpaid.len() > PAGE;
    unpaid.truncate(PAGE);
    let ids: Vec<Uuid> = unpaid.iter().map(|unpaid| unpaid.order).collect();
    let numbers = search_store::numbers_of(&mut *connection, &ids).await?;
    let numbers: Vec<i32> = numbers.into_iter().map(|(_, number)| number).collect();
    let heads = list::heads(&mut *connection, &numbers).await?;
    let mut heads: HashMap<Uuid, _> = heads.into_iter().map(|head| (head.id, head)).collect();
    let rows: Vec<Overdue> = unpaid
        .into_iter()
        .filter_map(|unpaid| {
            let head = heads.remove(&unpaid.order)?;
            let due = swiss(unpaid.created_at).date() + Days::new(DAYS);
            Some(Overdue { number: head.number, who: head.who, amount: unpaid.amount, due })
        })
        .collect();
    let more = rows.last().filter(|_| more).map(|last| last.number);
    Ok(Page { rows, more })
}

/// How many there are, counted no further than to 1000.
///
/// # Errors
/// When the database does not answer.
pub async fn count(executor: impl PgExecutor<'_>, now: DateTime<Utc>) -> sqlx::Result<i64> {
    payment_store::count_unpaid(executor, limit(now)).await
}

#[cfg(test)]
mod tests {
    use chrono::{TimeZone, Utc};

    use super::limit;

    #[test]
    fn a_bill_is_overdue_once_its_last_day_is_over_in_switzerland() {
        // Billed on 24 October 2026, due on 23 November: overdue from the first minute of the 24th.
        let now = Utc.with_ymd_and_hms(2026, 11, 23, 23, 0, 0).single().expect("a moment");
        assert_eq!(limit(now).to_rfc3339(), "2026-10-24T22:00:00+00:00", "summer time until the 25th");
        let before = Utc.with_ymd_and_hms(2026, 11, 23, 22, 59, 59).single().expect("a moment");
        assert_eq!(limit(before).to_rfc3339(), "2026-10-23T22:00:00+00:00");
    }
}
