//! Which orders stand to be packed, the one that waits longest first.

use sqlx::PgExecutor;

use crate::orders::OrderNumber;
use crate::orders::bulk::chosen::MOST;
use crate::orders::life::LifeState;

/// The oldest orders that stand so, oldest first: as many as can be taken together ([`MOST`]).
///
/// # Errors
/// When the database does not answer.
pub async fn oldest(executor: impl PgExecutor<'_>, state: LifeState) -> sqlx::Result<Vec<OrderNumber>> {
    let numbers = sqlx::query_scalar!(
        "select number from order_life where state = $1 order by number limit $2",
        state.code(),
        i64::try_from(MOST).unwrap_or(i64::MAX)
    );
    Ok(numbers.fetch_all(executor).await?.into_iter().map(OrderNumber::new).collect())
}
