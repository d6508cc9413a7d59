//! Asks Post what it has seen of the parcels whose time has come, and writes it down.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::PgConnection;
use uuid::Uuid;

use crate::carrier::{CarrierError, Scan, Tracked};
use crate::ground::Ground;
use crate::post::Carrier;
use crate::shipping::tracking::Pace;
use crate::shipping::tracking::store::{self, Watched, count};

/// Asks about parcels.
#[derive(Clone, Debug)]
pub struct Follower {
    /// Where parcels are, and the present.
    pub ground: Ground,
    /// Whom to ask.
    pub carrier: Carrier,
    /// How often the same parcel is asked about.
    pub pace: Pace,
}

/// So many parcels in one run: ten questions.
const MOST: i64 = 500;
/// Of a parcel that has not come to an end so long after it got its number, nobody tells any more.
pub const LONGEST: TimeDelta = TimeDelta::days(90);
/// More scans of one parcel are not kept.
const SCANS: usize = 100;

/// What Post tells of one parcel.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Which.
    pub watched: Watched,
    /// Oldest first.
    pub scans: Vec<Scan>,
    /// What was taken back.
    pub revoked: Vec<Scan>,
}

/// Why nothing can be told of parcels.
#[derive(Debug, thiserror::Error)]
pub enum Untold {
    /// The database does not answer or refuses.
    #[error(transparent)]
    Database(#[from] sqlx::Error),
    /// Post does not answer, or refuses.
    #[error(transparent)]
    Carrier(#[from] CarrierError),
}

impl Follower {
    /// What Post tells anew of those whose time has come. Nothing where this service has no tracking.
    ///
    /// # Errors
    /// When the database does not answer, or Post.
    pub async fn ask(&self) -> Result<Vec<Seen>, Untold> {
        let Ground { pool, clock, .. } = &self.ground;
        let now = clock.now();
        let due = store::due(pool, now, self.pace, MOST).await?;
        let (old, due): (Vec<_>, Vec<_>) =
            due.into_iter().partition(|watched| watched.announced_at < now - LONGEST);
        if !old.is_empty() {
            let old: Vec<Uuid> = old.iter().map(|watched| watched.parcel).collect();
            store::unwatch(pool, &old).await?;
        }
        if due.is_empty() {
            return Ok(Vec::new());
        }
        let codes: Vec<&str> = due.iter().map(|watched| watched.ident_code.as_str()).collect();
        let told = self.carrier.track(&codes).await?.unwrap_or_default();
        let mut told: HashMap<String, Tracked> =
            told.into_iter().map(|tracked| (tracked.ident_code.clone(), tracked)).collect();
        let seen = due.into_iter().filter_map(|watched| {
            let mut tracked = told.remove(&watched.ident_code)?;
            tracked.scans.truncate(SCANS);
            tracked.revoked.truncate(SCANS);
            let is_news = (watched.told, watched.revoked) != (count(&tracked.scans), count(&tracked.revoked));
            is_news.then_some(Seen { watched, scans: tracked.scans, revoked: tracked.revoked })
        });
        Ok(seen.collect())
    }
}

impl Seen {
    /// Writes it down; gives whether something that counted was taken back.
    ///
    /// # Errors
    /// When the database does not answer or refuses.
    pub async fn record(&self, connection: &mut PgConnection, now: DateTime<Utc>) -> sqlx::Result<bool> {
        store::record(connection, self.watched.parcel, (&self.scans, &self.revoked), now).await
    }
}
