//! What recurs: a row for each kind in the database, whatever the number of instances.

use std::cell::Cell;

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::PgPool;

use crate::jobs::Job;
use crate::jobs::store::{self, Recurring};

/// What this instance asks for when its time has come.
#[derive(Debug, Default)]
pub struct Schedule {
    rows: Vec<Recurring>,
    kinds: Vec<String>,
    written: Cell<bool>,
}

impl Schedule {
    /// Does this job so often, and for the first time after `first` where it never was done. It is about nothing: it has no
    /// fields.
    pub fn every<J: Job + Default>(&mut self, every: TimeDelta, first: TimeDelta) {
        self.rows.push(Recurring { kind: J::KIND, every, first });
        self.kinds.push(J::KIND.to_owned());
    }

    /// Asks for what is due.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn plan(&self, pool: &PgPool, now: DateTime<Utc>) -> sqlx::Result<()> {
        if !self.written.get() {
            store::schedule(pool, &self.rows, now).await?;
            self.written.set(true);
        }
        store::plan(pool, &self.kinds, now).await
    }
}
