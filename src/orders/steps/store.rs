//! Every statement that moves an order on. Its row is the lock: of two who act at once, the second sees what the first has done.

use chrono::{DateTime, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::db::unreadable;
use crate::orders::life::LifeState;

/// Where an order stands, until the end of the transaction. `None` where there is no such order.
///
/// # Errors
/// When the database does not answer.
pub async fn hold(connection: &mut PgConnection, order: Uuid) -> sqlx::Result<Option<LifeState>> {
    let state = sqlx::query_scalar!("select state from order_life where order_id = $1 for update", order);
    let state = state.fetch_optional(connection).await?;
    let known =
        |code: String| LifeState::parse(&code).ok_or_else(|| unreadable("an order in no known state"));
    state.map(known).transpose()
}

/// Writes down where it stands now. The database refuses what is no move.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn set(
    connection: &mut PgConnection,
    order: Uuid,
    state: LifeState,
    why: Option<&str>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update order_life set state = $2, why = $3, since = $4 where order_id = $1",
        order,
        state.code(),
        why,
        now
    )
    .execute(connection)
    .await
    .map(drop)
}
