//! Every statement that reads the calls to Post.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

use crate::shipping::call::Call;
use crate::trace::TraceId;

/// How often Post was asked about a mandate, in all or before a moment.
///
/// # Errors
/// When the database does not answer.
pub async fn call_count(
    executor: impl PgExecutor<'_>,
    mandate: Uuid,
    before: Option<DateTime<Utc>>,
) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from mandate_call
           where mandate_id = $1 and ($2::timestamptz is null or at < $2)"#,
        mandate,
        before
    )
    .fetch_one(executor)
    .await
}

/// The newest hundred calls about a mandate, in no order.
///
/// # Errors
/// When the database does not answer.
pub async fn calls(executor: impl PgExecutor<'_>, mandate: Uuid) -> sqlx::Result<Vec<Call>> {
    sqlx::query_as!(
        Call,
        "select at, outcome, milliseconds, trace from mandate_call where mandate_id = $1 order by at desc limit 100",
        mandate
    )
    .fetch_all(executor)
    .await
}

/// The order that a call of this trace was made for, if it has become one.
///
/// # Errors
/// When the database does not answer.
pub async fn order_of(executor: impl PgExecutor<'_>, trace: TraceId) -> sqlx::Result<Option<Uuid>> {
    sqlx::query_scalar!(
        "select d.order_id from mandate_call c join delivery d on d.mandate_id = c.mandate_id
         where c.trace = $1 limit 1",
        trace.to_string()
    )
    .fetch_optional(executor)
    .await
}
