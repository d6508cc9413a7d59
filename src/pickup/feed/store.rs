//! Every statement about points.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use futures_util::TryStreamExt;
use sqlx::{PgConnection, PgExecutor, PgPool};
use uuid::Uuid;

use crate::clock::swiss;
use crate::db::unreadable;
use crate::pickup::Point;
use crate::pickup::feed::changes::{Changes, Feed, Known, Refusal, Source, Verdict};
use crate::pickup::search::Age;

/// One refresh, for the merchant.
#[derive(Clone, Debug)]
pub struct Refresh {
    /// When.
    pub at: DateTime<Utc>,
    /// Where the points were to come from.
    pub source: Source,
    /// What came of it.
    pub verdict: Verdict,
    /// Why, where it was not taken.
    pub reason: Option<String>,
    /// How many points there are since.
    pub points: i32,
    /// How many appeared or returned.
    pub appeared: i32,
    /// How many changed.
    pub changed: i32,
    /// How many vanished.
    pub vanished: i32,
}

/// Where the points come from and how old they are; `None` before the first were stored.
///
/// # Errors
/// When the database does not answer.
pub async fn age(question: impl PgExecutor<'_>) -> sqlx::Result<Option<Age>> {
    sqlx::query_as!(
        Age,
        r#"select version, data_at, synthetic, trouble is not null as "troubled!" from points_state"#
    )
    .fetch_optional(question)
    .await
}

/// What tells the points that are there from any others: how many they are, and a sum over all that is known of each.
///
/// # Errors
/// When the database does not answer.
pub async fn sum(connection: &mut PgConnection) -> sqlx::Result<String> {
    sqlx::query_scalar!(
        r#"select count(*) || ':' || coalesce(sum(jsonb_hash_extended(record, 0)), 0) as "sum!"
             from pickup_point where gone_at is null"#
    )
    .fetch_one(connection)
    .await
}

/// Whether invented points may be stored over what is there: nothing, or older invented ones of ours.
///
/// # Errors
/// When the database does not answer.
pub async fn wants_demo(pool: &PgPool, newest: DateTime<Utc>) -> sqlx::Result<bool> {
    sqlx::query_scalar!(
        r#"select not exists (select from pickup_point where gone_at is null)
               or exists (select from points_state where source = 'demo' and data_at < $1) as "wanted!""#,
        newest
    )
    .fetch_one(pool)
    .await
}

/// The points that are there.
///
/// # Errors
/// When the database does not answer.
pub async fn load(connection: &mut PgConnection) -> sqlx::Result<Vec<Point>> {
    // Row by row, and straight from the text: all of them as JSON values would take ten times their room.
    let mut rows = sqlx::query_scalar!(
        r#"select record::text as "record!" from pickup_point where gone_at is null order by id"#
    )
    .fetch(connection);
    let mut points = Vec::new();
    while let Some(record) = rows.try_next().await? {
        points.push(serde_json::from_str(&record).map_err(unreadable)?);
    }
    Ok(points)
}

/// All points that were ever there, by id.
///
/// # Errors
/// When the database does not answer.
pub async fn known(connection: &mut PgConnection) -> sqlx::Result<HashMap<String, Known>> {
    let mut rows = sqlx::query!(
        r#"select id, record::text as "record!", gone_at is not null as "gone!", details_at from pickup_point"#
    )
    .fetch(connection);
    let mut known = HashMap::new();
    while let Some(row) = rows.try_next().await? {
        let point = serde_json::from_str(&row.record).map_err(unreadable)?;
        known.insert(row.id, Known { point, gone: row.gone, details_at: row.details_at });
    }
    Ok(known)
}

/// What came of a feed.
#[derive(Debug)]
pub enum Take {
    /// It was taken; this has changed.
    Done(Changes),
    /// It was refused, which is noted; the points are as before.
    Refused(Refusal),
}

/// Takes a feed as a whole or not at all; only what changed is written.
///
/// # Errors
/// When the database does not answer.
pub async fn take(pool: &PgPool, feed: &Feed, now: DateTime<Utc>) -> sqlx::Result<Take> {
    let mut transaction = pool.begin().await?;
    // Two at once would each vanish what the other brings: the state's row is the lock.
    let state = sqlx::query!(
        "insert into points_state (source, data_at, synthetic) values ($1, $2, $3)
         on conflict (one) do update set one = true returning synthetic, source",
        feed.source.code(),
        feed.data_at,
        feed.synthetic
    );
    let state = state.fetch_one(&mut *transaction).await?;
    let known = known(&mut transaction).await?;
    // A file may have come while the service was being asked.
    let overtaken = state.source == Source::File.code() && feed.source == Source::Service;
    let taken = if overtaken {
        Err(Refusal::FromFile)
    } else {
        feed.changes(&known, state.synthetic, swiss(now).date())
    };
    let changes = match taken {
        Ok(changes) => changes,
        Err(refusal) => {
            transaction.rollback().await?;
            miss(pool, feed.source, Verdict::Refused, &refusal.to_string(), now).await?;
            return Ok(Take::Refused(refusal));
        }
    };
    write(&mut transaction, feed, &changes, now).await?;
    sqlx::query!(
        "update points_state set version = version + $1, source = $2, data_at = $3, synthetic = $4,
             checked_at = $5, trouble = null",
        i64::from(!changes.events.is_empty()),
        feed.source.code(),
        feed.data_at,
        feed.synthetic,
        now
    )
    .execute(&mut *transaction)
    .await?;
    let whole = |count: usize| i32::try_from(count).unwrap_or(i32::MAX);
    sqlx::query!(
        "insert into points_refresh (at, source, outcome, points, appeared, changed, vanished)
         values ($1, $2, 'taken', $3, $4, $5, $6)",
        now,
        feed.source.code(),
        whole(feed.points.len()),
        whole(changes.appeared),
        whole(changes.changed),
        whole(changes.vanish.len())
    )
    .execute(&mut *transaction)
    .await?;
    transaction.commit().await?;
    Ok(Take::Done(changes))
}

/// So many points are written by one statement: what the first of them took, the next ones take again.
const PORTION: usize = 250;

async fn write(
    transaction: &mut PgConnection,
    feed: &Feed,
    changes: &Changes,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    for portion in changes.write.chunks(PORTION) {
        let points: Vec<&Point> = portion.iter().map(|at| &feed.points[*at]).collect();
        // As text: JSON values would take ten times their room.
        let records: Vec<String> =
            points.iter().map(serde_json::to_string).collect::<Result<_, _>>().map_err(unreadable)?;
        sqlx::query!(
            "insert into pickup_point (id, kind, lat, lon, record, data_as_of, synthetic, seen_at)
             select id, kind, lat, lon, record::jsonb, $6, $7, $8
             from unnest($1::text[], $2::text[], $3::float8[], $4::float8[], $5::text[]) as f (id, kind, lat, lon, record)
             on conflict (id) do update set kind = excluded.kind, lat = excluded.lat, lon = excluded.lon,
                 record = excluded.record, data_as_of = excluded.data_as_of, synthetic = excluded.synthetic,
                 seen_at = excluded.seen_at, gone_at = null",
            &points.iter().map(|point| point.id.to_string()).collect::<Vec<_>>(),
            &points.iter().map(|point| point.kind.code().to_owned()).collect::<Vec<_>>(),
            &points.iter().map(|point| point.lat).collect::<Vec<_>>(),
            &points.iter().map(|point| point.lon).collect::<Vec<_>>(),
            &records,
            swiss(feed.data_at).date(),
            feed.synthetic,
            now
        )
        .execute(&mut *transaction)
        .await?;
    }
    sqlx::query!("update pickup_point set gone_at = $2 where id = any($1)", &changes.vanish, now)
        .execute(&mut *transaction)
        .await?;
    sqlx::query!("update pickup_point set details_at = $2 where id = any($1)", &feed.detailed, now)
        .execute(&mut *transaction)
        .await?;
    let (ids, what): (Vec<String>, Vec<String>) =
        changes.events.iter().map(|(id, what)| (id.clone(), what.code().to_owned())).unzip();
    sqlx::query!(
        "insert into pickup_point_event (point_id, at, what)
         select id, $3, what from unnest($1::text[], $2::text[]) as e (id, what)",
        &ids,
        &what,
        now
    )
    .execute(&mut *transaction)
    .await
    .map(drop)
}

/// Notes that nothing came of a refresh. The points stay as they are.
///
/// # Errors
/// When the database does not answer.
pub async fn miss(
    pool: &PgPool,
    source: Source,
    verdict: Verdict,
    reason: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    sqlx::query!(
        "with state as (
             update points_state set checked_at = $4, trouble = $3 where $1 = 'service' and source <> 'file'
         )
         insert into points_refresh (at, source, outcome, reason, points)
         select $4, $1, $2, $3, count(*)::integer from pickup_point where gone_at is null",
        source.code(),
        verdict.code(),
        reason,
        now
    )
    .execute(pool)
    .await
    .map(drop)
}

/// Leaves the state's row where there was none, so that there is a lease to take before the first points.
///
/// # Errors
/// When the database does not answer.
pub async fn begin(pool: &PgPool, now: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!(
        "insert into points_state (source, data_at, synthetic) values ('service', $1, false) on conflict do nothing",
        now
    )
    .execute(pool)
    .await
    .map(drop)
}

/// How long an instance may be at it before it says again that it is.
const LEASE: TimeDelta = TimeDelta::minutes(5);

/// Whether one may ask the carrier now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lease {
    /// Nobody else does until it is given back or has run out.
    Taken,
    /// Somebody else is at it, or was when its instance ended.
    Held,
    /// A file has the points, and the schedule leaves them alone.
    Unwanted,
}

/// Takes the lease for `owner`. Whoever takes the points from a file decides when they are new: the schedule
/// ([`Source::Service`]) leaves them alone.
///
/// # Errors
/// When the database does not answer.
pub async fn lease(pool: &PgPool, owner: Uuid, source: Source, now: DateTime<Utc>) -> sqlx::Result<Lease> {
    let state = sqlx::query!(
        r#"with taken as (
               update points_state set leased_until = $2, leased_by = $3
               where (leased_until is null or leased_until <= $1) and (source <> 'file' or $4) returning one)
           select exists (select from taken) as "taken!",
               exists (select from points_state where source = 'file' and not $4) as "unwanted!""#,
        now,
        now + LEASE,
        owner,
        source == Source::ByHand
    );
    let state = state.fetch_one(pool).await?;
    Ok(match (state.taken, state.unwanted) {
        (true, _) => Lease::Taken,
        (false, true) => Lease::Unwanted,
        (false, false) => Lease::Held,
    })
}

/// Says that `owner` is still at it; `false` when the lease has gone to somebody else.
///
/// # Errors
/// When the database does not answer.
pub async fn renew(pool: &PgPool, owner: Uuid, now: DateTime<Utc>) -> sqlx::Result<bool> {
    let lease =
        sqlx::query!("update points_state set leased_until = $1 where leased_by = $2", now + LEASE, owner);
    Ok(lease.execute(pool).await?.rows_affected() == 1)
}

/// Gives the lease back, if it is still `owner`'s.
///
/// # Errors
/// When the database does not answer.
pub async fn release(pool: &PgPool, owner: Uuid) -> sqlx::Result<()> {
    let lease = sqlx::query!(
        "update points_state set leased_until = null, leased_by = null where leased_by = $1",
        owner
    );
    lease.execute(pool).await.map(drop)
}

/// The last refreshes, newest first.
///
/// # Errors
/// When the database does not answer.
pub async fn refreshes(pool: &PgPool) -> sqlx::Result<Vec<Refresh>> {
    let rows = sqlx::query!(
        "select at, source, outcome, reason, points, appeared, changed, vanished
         from points_refresh order by id desc limit 20"
    );
    let unknown = || unreadable("a refresh of no known kind");
    let refresh = rows.fetch_all(pool).await?.into_iter().map(|row| {
        Ok(Refresh {
            at: row.at,
            source: Source::parse(&row.source).ok_or_else(unknown)?,
            verdict: Verdict::parse(&row.outcome).ok_or_else(unknown)?,
            reason: row.reason,
            points: row.points,
            appeared: row.appeared,
            changed: row.changed,
            vanished: row.vanished,
        })
    });
    refresh.collect()
}
