//! Every statement about points.

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::PgPool;

use crate::db::unreadable;
use crate::pickup::Point;
use crate::pickup::import::PointsFile;

/// Whether the demonstration points of `day` are still to be stored: there are none, or only older invented ones.
/// A merchant's own data are left alone.
///
/// # Errors
/// When the database does not answer.
pub async fn needs(pool: &PgPool, day: NaiveDate) -> sqlx::Result<bool> {
    let row = sqlx::query!(
        r#"select max(data_as_of) as newest, coalesce(bool_or(not synthetic), false) as "real!" from pickup_point"#
    );
    let row = row.fetch_one(pool).await?;
    Ok(!row.real && row.newest.is_none_or(|newest| newest < day))
}

/// Stores a file of points in one statement; points that it no longer has are marked as gone.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn import(pool: &PgPool, file: &PointsFile, now: DateTime<Utc>) -> sqlx::Result<()> {
    let points = &file.points;
    let records: Vec<_> =
        points.iter().map(serde_json::to_value).collect::<Result<_, _>>().map_err(unreadable)?;
    let ids: Vec<String> = points.iter().map(|point| point.id.to_string()).collect();
    sqlx::query!(
        "with file as (
             select * from unnest($1::text[], $2::text[], $3::float8[], $4::float8[], $5::jsonb[])
                 as f (id, kind, lat, lon, record)
         ), gone as (
             update pickup_point set gone_at = $8 where gone_at is null and id not in (select id from file)
         )
         insert into pickup_point (id, kind, lat, lon, record, data_as_of, synthetic, seen_at)
         select id, kind, lat, lon, record, $6, $7, $8 from file
         on conflict (id) do update set kind = excluded.kind, lat = excluded.lat, lon = excluded.lon,
             record = excluded.record, data_as_of = excluded.data_as_of, synthetic = excluded.synthetic,
             seen_at = excluded.seen_at, gone_at = null",
        &ids,
        &points.iter().map(|point| point.kind.code().to_owned()).collect::<Vec<_>>(),
        &points.iter().map(|point| point.lat).collect::<Vec<_>>(),
        &points.iter().map(|point| point.lon).collect::<Vec<_>>(),
        &records,
        file.as_of,
        file.synthetic,
        now
    )
    .execute(pool)
    .await
    .map(drop)
}

/// All points that are still there, the day of the data, and whether they are invented.
///
/// # Errors
/// When the database does not answer.
pub async fn load(pool: &PgPool) -> sqlx::Result<(Vec<Point>, NaiveDate, bool)> {
    let rows = sqlx::query!(
        "select record, data_as_of, synthetic from pickup_point where gone_at is null order by id"
    )
    .fetch_all(pool)
    .await?;
    let as_of = rows.iter().map(|row| row.data_as_of).max().unwrap_or_default();
    let synthetic = rows.iter().any(|row| row.synthetic);
    let points = rows.into_iter().map(|row| serde_json::from_value(row.record)).collect::<Result<_, _>>();
    Ok((points.map_err(unreadable)?, as_of, synthetic))
}
