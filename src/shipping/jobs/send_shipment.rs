//! Sends the data of an order's parcels to Post once they have been held, until Post has them, refuses them, or days have passed.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::jobs::{Fault, Job, Patience, Wanted, store as job_store};
use crate::shipping::shipment::{Forwarder, Freight, Sent, store};

/// Sends what an order's newest delivery consists of.
#[derive(Debug, Serialize, Deserialize)]
pub struct SendShipment {
    order: Uuid,
}

impl Job for SendShipment {
    type Needs = Forwarder;
    const KIND: &'static str = "send_shipment";
    // Each lost answer costs a number, so that the pauses grow quickly; the last try is days later, which spans a weekend.
    const PATIENCE: Patience =
        Patience { tries: 20, first: TimeDelta::minutes(2), longest: TimeDelta::hours(6) };

    async fn run(self, forwarder: Forwarder) -> Result<(), Fault> {
        match forwarder.send(self.order).await? {
            Sent::Done => Ok(()),
            Sent::Refused => Err(Fault::Hopeless("refused")),
            Sent::Again(why) => Err(Fault::Again(why)),
        }
    }
}

/// When a shipment that waits is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// By itself, not before this moment; so often it was tried.
    At(DateTime<Utc>, i32),
    /// It was tried so often, and is no more.
    GivenUp(i32),
    /// Not by itself.
    Never,
}

/// Plans the parcels of an order's newest delivery and asks for the job, in the transaction that announces them.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn begin(
    connection: &mut PgConnection,
    order: Uuid,
    freight: Freight,
    (now, due): (DateTime<Utc>, DateTime<Utc>),
) -> sqlx::Result<()> {
    let job = plan(&mut *connection, order, freight, (now, due)).await?;
    job_store::enqueue_all(connection, [job], now).await
}

/// Plans the parcels, and gives the job to whoever asks for several.
///
/// # Errors
/// When the database does not answer or refuses.
pub async fn plan(
    connection: &mut PgConnection,
    order: Uuid,
    freight: Freight,
    (now, due): (DateTime<Utc>, DateTime<Utc>),
) -> sqlx::Result<Wanted> {
    store::plan(connection, order, freight, now).await?;
    Wanted::of(&SendShipment { order }, Some(&order.to_string()), due)
}

/// An order's parcels are not sent, should they have waited.
///
/// # Errors
/// When the database does not answer.
pub async fn end(connection: &mut PgConnection, order: Uuid) -> sqlx::Result<()> {
    job_store::settle::<SendShipment>(connection, &order.to_string()).await
}

/// When an order's parcels are sent, should they wait.
///
/// # Errors
/// When the database does not answer.
pub async fn when(executor: impl PgExecutor<'_>, order: Uuid) -> sqlx::Result<When> {
    let standing = job_store::standing::<SendShipment>(executor, &[order.to_string()]).await?;
    // A dead one that was asked for anew is no longer what counts.
    let job = standing.iter().find(|job| !job.is_dead).or(standing.first());
    Ok(match job {
        Some(job) if job.is_dead => When::GivenUp(job.attempts),
        Some(job) => When::At(job.due_at, job.attempts),
        None => When::Never,
    })
}
