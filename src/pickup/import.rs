//! The points' file: read strictly, written to the database, then held in memory.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;
use sqlx::PgPool;

use crate::pickup::{Point, Points, store};

/// The demonstration points, inside the program.
const DEMO: &str = include_str!("../../data/points.json");
/// The day of the demonstration points: read without parsing the file, which a second start need not pay for.
/// A test holds it against the file.
pub const DEMO_AS_OF: (i32, u32, u32) = (2026, 11, 1);

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

/// Why a file of points is refused; nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Not of the described form.
    #[error("the file of points cannot be read: {0}")]
    Form(#[from] serde_json::Error),
    /// A point that cannot be.
    #[error("point {0} makes no sense: place, position or hours are wrong")]
    Implausible(String),
    /// The database did not answer or refused.
    #[error("the points cannot be stored: {0}")]
    Database(#[from] sqlx::Error),
}

/// Reads a file of points.
///
/// # Errors
/// [`ImportError::Form`] or [`ImportError::Implausible`].
pub fn read(json: &str) -> Result<PointsFile, ImportError> {
    let file: PointsFile = serde_json::from_str(json)?;
    match file.points.iter().find(|point| !point.is_plausible()) {
        Some(point) => Err(ImportError::Implausible(point.id.to_string())),
        None => Ok(file),
    }
}

/// The points of the database, after the demonstration points were stored where there were none, or older ones.
///
/// # Errors
/// See [`ImportError`].
pub async fn load(pool: &PgPool, now: DateTime<Utc>) -> Result<Points, ImportError> {
    let (year, month, day) = DEMO_AS_OF;
    let demo = NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    if store::needs(pool, demo).await? {
        let file = read(DEMO)?;
        store::import(pool, &file, now).await?;
    }
    let (points, as_of, synthetic) = store::load(pool).await?;
    Ok(Points::new(points, as_of, synthetic))
}

#[cfg(test)]
mod tests {
    use chrono::Datelike;

    use super::{DEMO, DEMO_AS_OF, read};

    #[test]
    fn the_demonstration_points_are_well_formed_and_dated() {
        let file = read(DEMO).expect("the file of the project");
        assert!(file.synthetic);
        assert_eq!((file.as_of.year(), file.as_of.month(), file.as_of.day()), DEMO_AS_OF);
        assert!(file.points.len() >= 2700);
    }
}
