//! What every use case stands on: the database, the present, the calendar, randomness, whose turn it is to write, and the bell for jobs.

use std::sync::Arc;

use sqlx::PgPool;
use tokio::sync::Notify;

use crate::calendar::Calendar;
use crate::clock::Clock;
use crate::db::lines::Lines;
use crate::db::turns::Turns;
use crate::ids::Random;

/// Shared by all workers; each has a pool of its own.
#[derive(Clone, Debug)]
pub struct Ground {
    /// Connections under the role `shop_app`, for transactions.
    pub pool: PgPool,
    /// Lines under the same role, for what is asked in one statement.
    pub lines: Lines,
    /// The present.
    pub clock: Clock,
    /// The days on which parcels move.
    pub calendar: Calendar,
    /// Tokens and ids.
    pub random: Random,
    /// Whose turn it is to write.
    pub turns: Turns,
    /// Whom to tell of a job that was asked for.
    pub bell: Bell,
}

/// Rung when a job was asked for, so that this instance does it at once; others find it within a second.
#[derive(Clone, Debug, Default)]
pub struct Bell(Arc<Notify>);

impl Bell {
    /// A job was asked for, and what asked for it is committed.
    pub fn ring(&self) {
        self.0.notify_one();
    }

    /// Waits until it is rung; if it was rung since the last time, not at all.
    pub async fn rung(&self) {
        self.0.notified().await;
    }
}
