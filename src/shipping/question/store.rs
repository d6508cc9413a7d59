//! Every statement about questions that are being asked.

use chrono::{DateTime, Utc};
use sqlx::{PgExecutor, PgPool};
use uuid::Uuid;

use crate::db::sweep_through;

/// Takes the turn to ask about something; `false` while somebody else has it. One that runs longer than any can was taken
/// before the clock was set back; a minute is what the clocks of two instances may differ.
///
/// # Errors
/// When the database does not answer.
pub async fn take(
    executor: impl PgExecutor<'_>,
    about: Uuid,
    by: Uuid,
    (now, until): (DateTime<Utc>, DateTime<Utc>),
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "insert into question (about, asked_by, until) values ($1, $2, $4)
         on conflict (about) do update set asked_by = excluded.asked_by, until = excluded.until
             where question.until <= $3 or question.until > $4::timestamptz + interval '1 minute'",
        about,
        by,
        now,
        until
    );
    Ok(done.execute(executor).await?.rows_affected() == 1)
}

/// Gives the turn back, unless it has run out and is somebody else's.
///
/// # Errors
/// When the database does not answer.
pub async fn give_back(executor: impl PgExecutor<'_>, about: Uuid, by: Uuid) -> sqlx::Result<()> {
    sqlx::query!("delete from question where about = $1 and asked_by = $2", about, by)
        .execute(executor)
        .await
        .map(drop)
}

/// Sweeps out turns of instances that ended in the middle, before this moment. Gives how many went.
///
/// # Errors
/// When the database does not answer.
pub async fn sweep(pool: &PgPool, before: DateTime<Utc>) -> sqlx::Result<u64> {
    sweep_through(pool, "question", async |from, end| {
        let piece = sqlx::query!(
            "delete from question where ctid >= $2::text::tid and ctid < $3::text::tid and until < $1",
            before,
            from,
            end
        );
        Ok(piece.execute(pool).await?.rows_affected())
    })
    .await
}
