//! Every statement about notes. None is changed or taken away: the role has no right to.

use chrono::{DateTime, Utc};
use sqlx::PgExecutor;
use uuid::Uuid;

/// Writes a note down. One that was written a moment ago, word for word, by the same merchant is the same click.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn append(
    executor: impl PgExecutor<'_>,
    order: Uuid,
    (who, note): (&str, &str),
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into order_note (order_id, at, who, note) select $1, $2, $3, $4
         where not exists (select from order_note where order_id = $1 and who = $3 and note = $4
             and at > $2::timestamptz - interval '1 minute')",
        order,
        now,
        who,
        note
    )
    .execute(executor)
    .await
    .map(drop)
}
