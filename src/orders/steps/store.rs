//! Every statement that moves an order on. Its row is the lock: of two who act at once, the second sees what the first has done.

use chrono::{DateTime, Utc};
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::db::unreadable;
use crate::orders::Reason;
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
    why: Option<&Reason>,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "update order_life set state = $2, why = $3, since = $4 where order_id = $1",
        order,
        state.code(),
        why.map(Reason::code),
        now
    )
    .execute(connection)
    .await
    .map(drop)
}

/// Orders in a state, by their numbers: up to `most` after that one. By the index over state and number.
///
/// # Errors
/// When the database does not answer.
pub async fn standing(
    executor: impl PgExecutor<'_>,
    state: LifeState,
    after: i32,
    most: i64,
) -> sqlx::Result<Vec<(i32, Uuid)>> {
    let rows = sqlx::query!(
        "select number, order_id from order_life where state = $1 and number > $2 order by number limit $3",
        state.code(),
        after,
        most
    );
    Ok(rows.fetch_all(executor).await?.into_iter().map(|row| (row.number, row.order_id)).collect())
}

/// Whether an order was held for this reason since it has gone where it goes now.
///
/// # Errors
/// When the database does not answer.
pub async fn was_held(executor: impl PgExecutor<'_>, order: Uuid, why: &Reason) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (
               select from order_event where order_id = $1 and what = 'held' and why = $2 and id > coalesce(
                   (select max(id) from order_event
                    where order_id = $1 and what in ('point_changed', 'person_corrected', 'sent_again')), 0)
           ) as "held!""#,
        order,
        why.code()
    )
    .fetch_one(executor)
    .await
}

/// Whether the people of an order were erased. Asked while its row is held, it stays so: erasing waits for that row.
///
/// # Errors
/// When the database does not answer.
pub async fn is_forgotten(executor: impl PgExecutor<'_>, order: Uuid) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select exists (select from shop_order where id = $1 and erased_at is not null) as "forgotten!""#,
        order
    )
    .fetch_one(executor)
    .await
}
