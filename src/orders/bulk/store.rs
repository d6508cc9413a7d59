//! Which orders stand to be packed, the one that waits longest first.

use sqlx::PgExecutor;

use crate::orders::OrderNumber;
use crate::orders::life::LifeState;

/// The oldest five hundred orders that stand so, oldest first.
///
/// # Errors
/// When the database does not answer.
pub async fn oldest(executor: impl PgExecutor<'_>, state: LifeState) -> sqlx::Result<Vec<OrderNumber>> {
    let numbers = sqlx::query_scalar!(
        "select number from order_life where state = $1 order by number limit 500",
        state.code()
    );
    Ok(numbers.fetch_all(executor).await?.into_iter().map(OrderNumber::new).collect())
}
