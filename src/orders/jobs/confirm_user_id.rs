//! Asks Post again, by itself, about an order whose User ID is to be confirmed, until it is known or days have passed.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use sqlx::{PgConnection, PgExecutor};
use uuid::Uuid;

use crate::db::turns::TurnError;
use crate::ground::Ground;
use crate::jobs::{Fault, Job, Patience, Wanted, store as job_store};
use crate::orders::asker::Asker;
use crate::orders::event::Actor;
use crate::orders::store;

/// Settles one order.
#[derive(Debug, Serialize, Deserialize)]
pub struct ConfirmUserId {
    order: Uuid,
}

impl Job for ConfirmUserId {
    type Needs = Asker;
    const KIND: &'static str = "confirm_user_id";
    // At once, since a minute has passed with the payment; then after two minutes and twice as long each time, for most
    // silences are short; from four hours on every six, for what lasts so long somebody has to mend. The twentieth and last
    // is three to four days after the order, which spans a weekend: then a person decides.
    const PATIENCE: Patience =
        Patience { tries: 20, first: TimeDelta::minutes(2), longest: TimeDelta::hours(6) };

    async fn run(self, asker: Asker) -> Result<(), Fault> {
        let Some(order) = store::by_id(&asker.ground.pool, self.order).await? else { return Ok(()) };
        match asker.confirm(&order, Actor::Shop, None).await {
            Ok(false) => Ok(()),
            Ok(true) => Err(Fault::Again("no_user_id")),
            Err(TurnError::Busy) => Err(Fault::Again("busy")),
            Err(TurnError::Database(error)) => Err(error.into()),
        }
    }
}

/// What happens next to an order that waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// Post is asked again, not before this moment.
    Asked(DateTime<Utc>),
    /// Post was asked so often, and is no more: somebody has to decide.
    Decided(i32),
    /// Nothing by itself: somebody has let it go.
    Nothing,
}

/// Asks for the job, in the transaction that places the order or decides to go on with it.
///
/// # Errors
/// When the database does not answer.
pub async fn begin(connection: &mut PgConnection, order: Uuid, now: DateTime<Utc>) -> sqlx::Result<()> {
    job_store::enqueue_all(connection, [wanted(order, now)?], now).await
}

/// The job, for whoever asks for several.
///
/// # Errors
/// None that is known.
pub fn wanted(order: Uuid, now: DateTime<Utc>) -> sqlx::Result<Wanted> {
    Wanted::of(&ConfirmUserId { order }, Some(&order.to_string()), now)
}

/// Nobody asks about an order any more, should somebody have.
///
/// # Errors
/// When the database does not answer.
pub async fn end(connection: &mut PgConnection, order: Uuid) -> sqlx::Result<()> {
    job_store::settle::<ConfirmUserId>(connection, &order.to_string()).await
}

/// After somebody has asked Post by hand: where the order waits no more the job goes, and where it waits and the job was
/// given up it begins anew, with all tries before it.
///
/// # Errors
/// When the database does not answer.
pub async fn follow(ground: &Ground, order: Uuid, waits: bool) -> sqlx::Result<()> {
    if !waits {
        return job_store::settle::<ConfirmUserId>(&ground.pool, &order.to_string()).await;
    }
    if matches!(next_of(&ground.pool, order).await?, Next::Asked(_)) {
        return Ok(());
    }
    let now = ground.clock.now();
    let due = now + ConfirmUserId::PATIENCE.first;
    let mut connection = ground.pool.acquire().await?;
    let job = ConfirmUserId { order };
    job_store::enqueue(&mut connection, &job, Some(&order.to_string()), (now, due)).await
}

/// What happens next to these orders, should they wait.
///
/// # Errors
/// When the database does not answer.
pub async fn next(executor: impl PgExecutor<'_>, orders: &[Uuid]) -> sqlx::Result<HashMap<Uuid, Next>> {
    let keys: Vec<String> = orders.iter().map(Uuid::to_string).collect();
    let mut found: HashMap<Uuid, Next> = orders.iter().map(|order| (*order, Next::Nothing)).collect();
    for job in job_store::standing::<ConfirmUserId>(executor, &keys).await? {
        let Ok(order) = job.key.parse() else { continue };
        let next = if job.is_dead { Next::Decided(job.attempts) } else { Next::Asked(job.due_at) };
        // A dead one that was asked for anew is no longer what counts.
        if !job.is_dead || found.get(&order) == Some(&Next::Nothing) {
            found.insert(order, next);
        }
    }
    Ok(found)
}

/// What happens next to one order, should it wait.
///
/// # Errors
/// When the database does not answer.
pub async fn next_of(executor: impl PgExecutor<'_>, order: Uuid) -> sqlx::Result<Next> {
    Ok(next(executor, &[order]).await?.remove(&order).unwrap_or(Next::Nothing))
}
