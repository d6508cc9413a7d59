//! Every statement about jobs. Time is the shop's clock, never the database's.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::Value;
use sqlx::{PgConnection, PgExecutor, PgPool};
use uuid::Uuid;

use crate::jobs::{Job, Wanted};

/// Asks for a job, in the caller's transaction: it is there if and only if what it is about is. With a key it is there once:
/// one that waits is due as soon as the earlier of the two, one that runs is done once more. `due` is not before `now`.
/// Ring the ground's bell after the commit, and it begins at once.
///
/// # Errors
/// When the database does not answer, or refuses a payload with more than ids and numbers.
pub async fn enqueue<J: Job>(
    connection: &mut PgConnection,
    job: &J,
    key: Option<&str>,
    (now, due): (DateTime<Utc>, DateTime<Utc>),
) -> sqlx::Result<()> {
    enqueue_all(connection, [Wanted::of(job, key, due)?], now).await
}

/// As [`enqueue`], for several jobs by one statement.
///
/// # Errors
/// As [`enqueue`].
pub async fn enqueue_all<const N: usize>(
    connection: &mut PgConnection,
    jobs: [Wanted; N],
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into job (kind, payload, key, enqueued_at, due_at)
         select kind, payload, key, $4, due_at
         from unnest($1::text[], $2::jsonb[], $3::text[], $5::timestamptz[]) as t (kind, payload, key, due_at)
         on conflict (kind, key) where dead_at is null
             do update set again = job.leased_by is not null, due_at = least(job.due_at, excluded.due_at)",
        &jobs.each_ref().map(|job| job.kind.to_owned())[..],
        &jobs.each_ref().map(|job| job.payload.clone())[..],
        &jobs.each_ref().map(|job| job.key.clone())[..] as _,
        now,
        &jobs.each_ref().map(|job| job.due)[..]
    )
    .execute(connection)
    .await
    .map(drop)
}

/// A job that is done again and again.
#[derive(Clone, Copy, Debug)]
pub struct Recurring {
    /// Which.
    pub kind: &'static str,
    /// From one time to the next.
    pub every: TimeDelta,
    /// Until the first time, where it never was.
    pub first: TimeDelta,
}

/// Writes down what recurs. What is there already keeps its time, unless that is further away than it recurs now.
///
/// # Errors
/// When the database does not answer.
pub async fn schedule(pool: &PgPool, rows: &[Recurring], now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into job_schedule (kind, every, due_at)
         select kind, every, due_at from unnest($1::text[], $2::bigint[], $3::timestamptz[]) as r (kind, every, due_at)
         on conflict (kind) do update set every = excluded.every,
             due_at = least(job_schedule.due_at, $4::timestamptz + excluded.every * interval '1 second')",
        &rows.iter().map(|row| row.kind.to_owned()).collect::<Vec<_>>(),
        &rows.iter().map(|row| row.every.num_seconds()).collect::<Vec<_>>(),
        &rows.iter().map(|row| now + row.first).collect::<Vec<_>>(),
        now
    )
    .execute(pool)
    .await
    .map(drop)
}

/// Asks for those of these kinds whose time has come. Of several instances that look at once, one moves the row on and the
/// others find it moved.
///
/// # Errors
/// When the database does not answer.
pub async fn plan(pool: &PgPool, kinds: &[String], now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "with due as (
             update job_schedule set due_at = $2::timestamptz + every * interval '1 second'
             where kind = any($1) and due_at <= $2 returning kind)
         insert into job (kind, key, enqueued_at, due_at) select kind, 'schedule', $2, $2 from due
         on conflict (kind, key) where dead_at is null
             do update set again = job.leased_by is not null, due_at = least(job.due_at, excluded.due_at)",
        kinds,
        now
    )
    .execute(pool)
    .await
    .map(drop)
}

/// A job that is ours until the lease runs out.
#[derive(Clone, Debug)]
pub struct Claim {
    /// The row.
    pub id: i64,
    /// Which claim of it.
    pub by: Uuid,
    /// Which job.
    pub kind: String,
    /// What it is about.
    pub payload: Value,
    /// Tries, this one included.
    pub attempts: i32,
}

/// Claims up to `most` jobs of these kinds that are due: new ones, those to be tried again, and those whose lease has run
/// out. What another instance is claiming is skipped.
///
/// # Errors
/// When the database does not answer.
pub async fn claim(
    pool: &PgPool,
    kinds: &[String],
    by: Uuid,
    (now, until): (DateTime<Utc>, DateTime<Utc>),
    most: i64,
) -> sqlx::Result<Vec<Claim>> {
    sqlx::query_as!(
        Claim,
        r#"with due as (
               select id from job
               where dead_at is null and due_at <= $3 and kind = any($1)
                   and (leased_until is null or leased_until <= $3)
               order by due_at limit $5 for update skip locked)
           update job set leased_by = $2, leased_until = $4, attempts = attempts + 1
           from due where job.id = due.id
           returning job.id, leased_by as "by!", kind, payload, attempts"#,
        kinds,
        by,
        now,
        until,
        most
    )
    .fetch_all(pool)
    .await
}

/// Says that we are still at it; `false` when the job has gone to somebody else.
///
/// # Errors
/// When the database does not answer.
pub async fn renew(pool: &PgPool, claim: &Claim, until: DateTime<Utc>) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update job set leased_until = $3 where id = $1 and leased_by = $2",
        claim.id,
        claim.by,
        until
    );
    Ok(done.execute(pool).await?.rows_affected() == 1)
}

/// The job is done: it is gone, and with it the same job that died earlier. Where it was asked for once more meanwhile, it
/// begins anew. `false` when it has gone to somebody else.
///
/// # Errors
/// When the database does not answer.
pub async fn finish(pool: &PgPool, claim: &Claim, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let gone = sqlx::query_scalar!(
        r#"with done as (delete from job where id = $1 and leased_by = $2 and not again returning kind, key),
               settled as (delete from job using done
                   where job.kind = done.kind and job.key = done.key and job.dead_at is not null)
           select exists (select from done) as "gone!""#,
        claim.id,
        claim.by
    );
    if gone.fetch_one(pool).await? {
        return Ok(true);
    }
    let anew = sqlx::query!(
        "update job set again = false, attempts = 0, last_error = null, enqueued_at = $3, due_at = $3,
             leased_by = null, leased_until = null
         where id = $1 and leased_by = $2 and again",
        claim.id,
        claim.by,
        now
    );
    Ok(anew.execute(pool).await?.rows_affected() == 1)
}

/// The try failed, and there is another one at `due`. Where the job was asked for once more meanwhile, all tries are before
/// it again. `false` when it has gone to somebody else.
///
/// # Errors
/// When the database does not answer.
pub async fn retry(
    pool: &PgPool,
    claim: &Claim,
    code: &'static str,
    due: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query!(
        "update job set last_error = $3, due_at = $4, attempts = case when again then 0 else attempts end,
             again = false, leased_by = null, leased_until = null
         where id = $1 and leased_by = $2",
        claim.id,
        claim.by,
        code,
        due
    );
    Ok(done.execute(pool).await?.rows_affected() == 1)
}

/// That was the last try: the job is kept as a dead one, in the place of the same job that died earlier. `false` when it was
/// asked for once more meanwhile, or has gone to somebody else; then nothing changes.
///
/// # Errors
/// When the database does not answer.
pub async fn bury(
    pool: &PgPool,
    claim: &Claim,
    code: &'static str,
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let done = sqlx::query_scalar!(
        r#"with dead as (
               update job set last_error = $3, dead_at = $4, leased_by = null, leased_until = null
               where id = $1 and leased_by = $2 and not again returning id, kind, key),
               earlier as (delete from job using dead
                   where job.kind = dead.kind and job.key = dead.key and job.dead_at is not null and job.id <> dead.id)
           select exists (select from dead) as "dead!""#,
        claim.id,
        claim.by,
        code,
        now
    );
    done.fetch_one(pool).await
}

/// Gives back a job that was cut off because the shop closes: due at once, and the try does not count.
///
/// # Errors
/// When the database does not answer.
pub async fn hand_back(pool: &PgPool, claim: &Claim, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "update job set due_at = $3, attempts = attempts - 1, again = false, leased_by = null, leased_until = null
         where id = $1 and leased_by = $2",
        claim.id,
        claim.by,
        now
    )
    .execute(pool)
    .await
    .map(drop)
}

/// How many are dead, counted no further than to 1000.
///
/// # Errors
/// When the database does not answer.
pub async fn dead(executor: impl PgExecutor<'_>) -> sqlx::Result<i64> {
    sqlx::query_scalar!(
        r#"select count(*) as "count!" from (select from job where dead_at is not null limit 1000) as dead"#
    )
    .fetch_one(executor)
    .await
}

/// A job that went wrong, for the merchant.
#[derive(Clone, Debug)]
pub struct Failed {
    /// The row.
    pub id: i64,
    /// Which job.
    pub kind: String,
    /// When it was asked for.
    pub enqueued_at: DateTime<Utc>,
    /// How often it was tried.
    pub attempts: i32,
    /// Why the last try failed.
    pub last_error: String,
    /// When it is tried again, where it is.
    pub due_at: DateTime<Utc>,
    /// When it was given up, where it was.
    pub dead_at: Option<DateTime<Utc>>,
    /// The order that it is about, where its payload names one.
    pub order: Option<Uuid>,
}

/// What went wrong: the dead ones, the newest first, then those that are tried again, the next first; a hundred of each.
///
/// # Errors
/// When the database does not answer.
pub async fn failed(pool: &PgPool) -> sqlx::Result<Vec<Failed>> {
    sqlx::query_as!(
        Failed,
        r#"(select id as "id!", kind as "kind!", enqueued_at as "enqueued_at!", attempts as "attempts!",
                coalesce(last_error, '') as "last_error!", due_at as "due_at!", dead_at,
                case jsonb_typeof(payload -> 'order') when 'string' then (payload ->> 'order')::uuid end as "order"
            from job where dead_at is not null order by dead_at desc limit 100)
           union all
           (select id, kind, enqueued_at, attempts, last_error, due_at, dead_at,
                case jsonb_typeof(payload -> 'order') when 'string' then (payload ->> 'order')::uuid end
            from job where dead_at is null and last_error is not null order by due_at limit 100)"#
    )
    .fetch_all(pool)
    .await
}

/// How it stands with a job that was asked for under a key.
#[derive(Clone, Debug)]
pub struct Standing {
    /// Its key.
    pub key: String,
    /// Tries that were begun.
    pub attempts: i32,
    /// Not before.
    pub due_at: DateTime<Utc>,
    /// Whether it was given up.
    pub is_dead: bool,
}

/// The jobs of a kind under these keys: dead ones, and those that wait or run.
///
/// # Errors
/// When the database does not answer.
pub async fn standing<J: Job>(executor: impl PgExecutor<'_>, keys: &[String]) -> sqlx::Result<Vec<Standing>> {
    sqlx::query_as!(
        Standing,
        r#"select key as "key!", attempts as "attempts!", due_at as "due_at!", false as "is_dead!"
           from job where kind = $1 and key = any($2) and dead_at is null
           union all
           select key, attempts, due_at, true from job where kind = $1 and key = any($2) and dead_at is not null"#,
        J::KIND,
        keys
    )
    .fetch_all(executor)
    .await
}

/// What a job is about has been done otherwise: it goes, and with it the same one that died earlier. One that runs is left
/// to find that out.
///
/// # Errors
/// When the database does not answer.
pub async fn settle<J: Job>(executor: impl PgExecutor<'_>, key: &str) -> sqlx::Result<()> {
    sqlx::query!(
        "delete from job where id in (
             select id from job where kind = $1 and key = $2 and dead_at is null and leased_by is null
             union all select id from job where kind = $1 and key = $2 and dead_at is not null)",
        J::KIND,
        key
    )
    .execute(executor)
    .await
    .map(drop)
}

/// Tries a dead job again, with all its tries before it. Where the same job was asked for anew meanwhile, that one does it,
/// and the dead one goes. `false` where it is not dead.
///
/// # Errors
/// When the database does not answer.
pub async fn revive(pool: &PgPool, id: i64, now: DateTime<Utc>) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"with gone as (
               delete from job d where id = $1 and dead_at is not null
                   and exists (select from job j where j.kind = d.kind and j.key = d.key and j.dead_at is null)
               returning id),
               back as (
               update job set dead_at = null, attempts = 0, again = false, due_at = $2
               where id = $1 and dead_at is not null and id not in (select id from gone) returning id)
           select exists (select from gone) or exists (select from back) as "done!""#,
        id,
        now
    )
    .fetch_one(pool)
    .await
}

/// Lets a dead job go; `false` where it is not dead.
///
/// # Errors
/// When the database does not answer.
pub async fn give_up(pool: &PgPool, id: i64) -> sqlx::Result<bool> {
    let done = sqlx::query!("delete from job where id = $1 and dead_at is not null", id);
    Ok(done.execute(pool).await?.rows_affected() == 1)
}
