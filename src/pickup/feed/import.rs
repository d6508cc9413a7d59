//! A file of points: read strictly, taken as a whole or not at all.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Zurich;
use serde::Deserialize;
use sqlx::PgPool;

use crate::pickup::feed::changes::{Changes, Feed, Refusal, Source};
use crate::pickup::feed::store::{self, Take};
use crate::pickup::search::Shown;
use crate::pickup::{Point, Points};

/// The demonstration points, inside the program.
const DEMO: &str = include_str!("../../../data/points.json");
/// The day of the demonstration points: read without parsing the file, which a second start need not pay for.
/// A test holds it against the file.
pub const DEMO_AS_OF: (i32, u32, u32) = (2026, 11, 24);

/// A file of points. Its form is described in `data/README.md`.
#[derive(Debug, Deserialize)]
pub struct PointsFile {
    /// Whether the points are invented.
    pub synthetic: bool,
    /// The day of the data.
    pub as_of: NaiveDate,
    /// The points.
    pub points: Vec<Point>,
}

/// Why a file of points is not taken; nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Not of the described form.
    #[error("the file of points cannot be read: {0}")]
    Form(#[from] serde_json::Error),
    /// A point that cannot be.
    #[error("point {0} makes no sense: place, position or hours are wrong")]
    Implausible(String),
    /// The same id twice.
    #[error("point {0} stands in the file twice")]
    Twice(String),
    /// As a whole it would do harm.
    #[error("the file is refused: {0}; the points stay as they were")]
    Refused(#[from] Refusal),
    /// The database did not answer or refused.
    #[error("the points cannot be stored: {0}")]
    Database(#[from] sqlx::Error),
}

/// Reads a file of points.
///
/// # Errors
/// [`ImportError::Form`], [`ImportError::Implausible`] or [`ImportError::Twice`].
pub fn read(json: &str) -> Result<PointsFile, ImportError> {
    let file: PointsFile = serde_json::from_str(json)?;
    if let Some(point) = file.points.iter().find(|point| !point.is_plausible()) {
        return Err(ImportError::Implausible(point.id.to_string()));
    }
    let mut ids: Vec<&str> = file.points.iter().map(|point| point.id.as_str()).collect();
    ids.sort_unstable();
    match ids.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(ImportError::Twice(pair[0].to_owned())),
        None => Ok(file),
    }
}

/// Takes a file of points.
///
/// # Errors
/// See [`ImportError`].
pub async fn take(
    pool: &PgPool,
    file: PointsFile,
    source: Source,
    now: DateTime<Utc>,
) -> Result<Changes, ImportError> {
    let detailed = file.points.iter().map(|point| point.id.to_string()).collect();
    let data_at = midnight(file.as_of);
    let feed = Feed { source, data_at, synthetic: file.synthetic, points: file.points, detailed };
    match store::take(pool, &feed, now).await? {
        Take::Done(changes) => Ok(changes),
        Take::Refused(refusal) => Err(refusal.into()),
    }
}

/// The points of the database, after the demonstration points were stored where they are wanted and there were none,
/// or older invented ones.
///
/// # Errors
/// See [`ImportError`].
pub async fn load(pool: &PgPool, demo: bool, now: DateTime<Utc>) -> Result<Points, ImportError> {
    let (year, month, day) = DEMO_AS_OF;
    let newest = midnight(NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default());
    if demo && store::wants_demo(pool, newest).await? {
        match take(pool, read(DEMO)?, Source::Demo, now).await {
            // Whatever is there serves on: a shop with older points is better than none.
            Err(ImportError::Refused(refusal)) => {
                tracing::warn!(%refusal, "the demonstration points are not taken");
            }
            taken => drop(taken?),
        }
    }
    Ok(Points::new(shown(pool, demo).await?))
}

/// The points of the database, as shoppers see them: invented ones only where they are wanted, since no real parcel must
/// be sent to one.
///
/// # Errors
/// When the database does not answer.
pub async fn shown(pool: &PgPool, demo: bool) -> sqlx::Result<Shown> {
    // Sum and points of one moment.
    let mut moment = pool.begin_with("begin isolation level repeatable read, read only").await?;
    let age = store::age(&mut *moment).await?.unwrap_or_default();
    if age.synthetic && !demo {
        return Ok(Shown::new(Vec::new(), age));
    }
    let sum = store::sum(&mut moment).await?;
    let shown = match Shown::alike(&sum, age.clone()) {
        Some(shown) => shown,
        None => Shown::new(store::load(&mut moment).await?, age).summed(sum),
    };
    moment.commit().await?;
    Ok(shown)
}

/// The first moment of a Swiss day.
fn midnight(day: NaiveDate) -> DateTime<Utc> {
    let midnight = Zurich.from_local_datetime(&day.and_time(NaiveTime::MIN)).earliest();
    midnight.map_or_else(|| day.and_time(NaiveTime::MIN).and_utc(), |at| at.to_utc())
}

#[cfg(test)]
mod tests {
    use chrono::Datelike;

    use super::{DEMO, DEMO_AS_OF, ImportError, read};

    #[test]
    fn the_demonstration_points_are_well_formed_and_dated() {
        let file = read(DEMO).expect("the file of the project");
        assert!(file.synthetic);
        assert_eq!((file.as_of.year(), file.as_of.month(), file.as_of.day()), DEMO_AS_OF);
        assert!(file.points.len() >= 2700);
    }

    #[test]
    fn a_file_with_one_point_twice_is_refused() {
        let mut file: serde_json::Value = serde_json::from_str(DEMO).expect("JSON");
        let first = file["points"][0].clone();
        file["points"].as_array_mut().expect("points").push(first);
        assert!(matches!(read(&file.to_string()), Err(ImportError::Twice(_))));
    }
}
