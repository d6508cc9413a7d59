//! Every statement about scans, about parcels that are watched, and about those that were withdrawn.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::carrier::Scan;
use crate::shipping::tracking::Pace;

/// A parcel that Post is asked about.
#[derive(Clone, Debug)]
pub struct Watched {
    /// The parcel.
    pub parcel: Uuid,
    /// Its order.
    pub order: Uuid,
    /// 18 digits.
    pub ident_code: String,
    /// When it got that.
    pub announced_at: DateTime<Utc>,
    /// How many scans Post told the last time.
    pub told: i32,
    /// How many it had taken back.
    pub revoked: i32,
}

/// Takes up to `most` parcels whose time has come, and plans the next time. Another instance takes others.
///
/// # Errors
/// When the database does not answer.
pub async fn due(
    executor: impl PgExecutor<'_>,
    now: DateTime<Utc>,
    pace: Pace,
    most: i64,
) -> sqlx::Result<Vec<Watched>> {
    sqlx::query_as!(
        Watched,
        r#"with due as (
               select w.parcel_id, w.told, w.revoked, p.order_id, p.ident_code, p.announced_at
               from parcel_watch w join parcel p on p.id = w.parcel_id
               where w.next_at <= $1 order by w.next_at limit $2 for update of w skip locked
           ), planned as (
               update parcel_watch w
               set next_at = $1 + least(greatest(($1 - due.announced_at) / 10, $3 * interval '1 second'), $4 * interval '1 second')
               from due where w.parcel_id = due.parcel_id
           )
           select parcel_id as parcel, order_id as "order", ident_code, announced_at, told, revoked from due"#,
        now,
        most,
        seconds(pace.least),
        seconds(pace.most)
    )
    .fetch_all(executor)
    .await
}

#[expect(clippy::cast_precision_loss, reason = "seconds of hours, far below 2^52")]
fn seconds(span: TimeDelta) -> f64 {
    span.num_seconds() as f64
}

/// These are no longer asked about: nothing more can happen, or nobody will tell.
///
/// # Errors
/// When the database does not answer.
pub async fn unwatch(executor: impl PgExecutor<'_>, parcels: &[Uuid]) -> sqlx::Result<()> {
    sqlx::query!("delete from parcel_watch where parcel_id = any($1)", parcels)
        .execute(executor)
        .await
        .map(drop)
}

/// A parcel that has come to its end is asked about more rarely, in case Post takes that back.
///
/// # Errors
/// When the database does not answer.
pub async fn rest(connection: &mut PgConnection, parcel: Uuid, until: DateTime<Utc>) -> sqlx::Result<()> {
    sqlx::query!("update parcel_watch set next_at = $2 where parcel_id = $1", parcel, until)
        .execute(connection)
        .await
        .map(drop)
}

/// Writes down what Post tells of a parcel: what is new is added, what it takes back is marked. Nothing else goes, whatever Post
/// leaves out. Gives whether anything was taken back that counted.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn record(
    connection: &mut PgConnection,
    parcel: Uuid,
    (scans, revoked): (&[Scan], &[Scan]),
    now: DateTime<Utc>,
) -> sqlx::Result<bool> {
    let apart = |scans: &[Scan]| -> (Vec<DateTime<Utc>>, Vec<String>) {
        scans.iter().filter(|scan| is_code(&scan.code)).map(|scan| (scan.at, scan.code.clone())).unzip()
    };
    let ((at, codes), (gone_at, gone_codes)) = (apart(scans), apart(revoked));
    let revoked = sqlx::query_scalar!(
        r#"with added as (
               insert into parcel_scan (parcel_id, at, code, seen_at)
               select distinct $1::uuid, at, code, $4::timestamptz from unnest($2::timestamptz[], $3::text[]) as t (at, code)
               on conflict (parcel_id, at, code) do nothing
           ), noted as (
               update parcel_watch set told = $7, revoked = $8 where parcel_id = $1
           ), gone as (
               update parcel_scan s set revoked_at = $4 from unnest($5::timestamptz[], $6::text[]) as t (at, code)
               where s.parcel_id = $1 and s.revoked_at is null and (s.at, s.code) = (t.at, t.code) returning 1
           )
           select exists (select from gone) as "revoked!""#,
        parcel,
        &at,
        &codes,
        now,
        &gone_at,
        &gone_codes,
        count(scans),
        count(revoked)
    );
    revoked.fetch_one(connection).await
}

/// How many there are, as it is noted.
#[must_use]
pub fn count(scans: &[Scan]) -> i32 {
    i32::try_from(scans.len()).unwrap_or(i32::MAX)
}

/// What can be a number of Post's, as the migration has it.
fn is_code(code: &str) -> bool {
    (1..=10).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.')
}

/// Takes the parcels of an order's newest delivery back, before another delivery follows or the order ends: no label is asked for
/// them any more, and one that was made is void in our books. Gives how many had a label.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn withdraw(
    connection: &mut PgConnection,
    order: Uuid,
    why: &str,
    now: DateTime<Utc>,
) -> sqlx::Result<i64> {
    // The shipment's row first, which whoever asks for a label holds too.
    let held = sqlx::query!(
        "select s.state from shipment s join parcel p on p.id = s.parcel_id where p.order_id = $1
             and p.delivery_version = (select max(version) from delivery where order_id = $1)
         order by p.sequence for update of s",
        order
    );
    held.fetch_all(&mut *connection).await?;
    sqlx::query_scalar!(
        r#"with newest as (
               select id from parcel where order_id = $1
                   and delivery_version = (select max(version) from delivery where order_id = $1)
           ), withdrawn as (
               insert into withdrawn_parcel (parcel_id, at, why) select id, $2, $3 from newest
               on conflict do nothing
           ), unwatched as (delete from parcel_watch where parcel_id in (select id from newest)
               and not exists (select from shipment_attempt a where a.parcel_id = parcel_watch.parcel_id and a.outcome = 'sent')
           )
           select count(*) as "count!" from shipment_attempt where outcome = 'sent' and parcel_id in (select id from newest)"#,
        order,
        now,
        why
    )
    .fetch_one(connection)
    .await
}
