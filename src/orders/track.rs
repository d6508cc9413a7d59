//! What Post has seen of the parcels moves their orders on.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{Connection, PgConnection};
use uuid::Uuid;

use crate::carrier::CarrierError;
use crate::ground::Ground;
use crate::orders::event::Actor;
use crate::orders::life::Move;
use crate::orders::steps::{Step, step};
use crate::shipping::progress::Progress;
use crate::shipping::tracking::store as tracking_store;
use crate::shipping::tracking::{Follower, Seen, Untold};
use crate::shipping::{Parcel, store as shipping_store};

/// Follows the parcels of orders.
#[derive(Clone, Debug)]
pub struct Tracker {
    /// Who asks.
    pub follower: Follower,
}

impl Tracker {
    /// Asks about the parcels whose time has come, and moves their orders; gives Post's fault, where it had one.
    ///
    /// # Errors
    /// When the database does not answer or refuses.
    pub async fn track(&self) -> sqlx::Result<Option<CarrierError>> {
        let seen = match self.follower.ask().await {
            Ok(seen) => seen,
            Err(Untold::Carrier(error)) => return Ok(Some(error)),
            Err(Untold::Database(error)) => return Err(error),
        };
        let mut failed = Ok(None);
        for seen in seen {
            // Each by itself: one that fails is asked about again, and the others stand.
            if let Err(error) = moved(&self.follower.ground, &seen).await {
                failed = Err(error);
            }
        }
        failed
    }
}

/// What has come to its end is asked about so long later: Post may take back what it said.
const AFTER_THE_END: TimeDelta = TimeDelta::days(1);

async fn moved(ground: &Ground, seen: &Seen) -> sqlx::Result<()> {
    let now = ground.clock.now();
    let order = seen.watched.order;
    let mut connection = ground.pool.acquire().await?;
    let mut transaction = connection.begin().await?;
    let revoked = seen.record(&mut transaction, now).await?;
    let parcels =
        shipping_store::delivery(&mut *transaction, order).await?.map_or_else(Vec::new, |sent| sent.parcels);
    // A parcel that was withdrawn moves no order: what was seen of it stands with it.
    let newest: Vec<Progress> =
        parcels.iter().filter(|parcel| parcel.withdrawn.is_none()).map(Parcel::progress).collect();
    if revoked {
        carried(&mut transaction, order, Move::ScanRevoked, now).await?;
    }
    // What was passed between two looks has its line in the history too; where the order is further, it stays there.
    let way: &[Move] = match Progress::of_all(&newest) {
        Progress::Announced => &[],
        Progress::HandedOver => &[Move::HandedOver],
        Progress::Ready => &[Move::HandedOver, Move::Ready],
        Progress::Collected => &[Move::HandedOver, Move::Collected],
        Progress::Returned => &[Move::HandedOver, Move::Returned],
    };
    for by in way.iter().copied() {
        carried(&mut transaction, order, by, now).await?;
    }
    if Progress::of(&seen.scans) >= Progress::Collected {
        tracking_store::rest(&mut transaction, seen.watched.parcel, now + AFTER_THE_END).await?;
    }
    transaction.commit().await?;
    ground.bell.ring();
    Ok(())
}

async fn carried(
    connection: &mut PgConnection,
    order: Uuid,
    by: Move,
    now: DateTime<Utc>,
) -> sqlx::Result<()> {
    step(connection, order, Step { by, actor: &Actor::Carrier, why: None }, now).await.map(drop)
}
