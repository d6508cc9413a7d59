//! Lines to the database for what is asked in one statement. A line that has answered goes back as it is: a pool of sqlx
//! asks each one whether it is well, which costs a round trip for every use (docs/decisions/0029). Who begins a transaction
//! takes a connection of a pool, which sees to the end of it.

use std::time::Duration;

use deadpool::Runtime;
use deadpool::managed::{Manager, Metrics, Object, Pool, PoolError, QueueMode, RecycleResult};
use futures_util::future::BoxFuture;
use futures_util::stream::{self, BoxStream};
use futures_util::{StreamExt, TryFutureExt, TryStreamExt};
use sqlx::postgres::{PgConnectOptions, PgQueryResult, PgRow, PgStatement, PgTypeInfo};
use sqlx::{Connection, Describe, Either, Execute, Executor, PgConnection, Postgres, SqlStr};
use tokio::time::{sleep, timeout};

use crate::db::errors::is_unreachable;
use crate::db::pulse::Pulse;

/// After so long without a question a line is tried before it is used: its server may have gone meanwhile.
pub const RESTED: Duration = Duration::from_millis(100);
/// How long one waits where all lines are in use, and for a new one.
pub const PATIENCE: Duration = Duration::from_secs(3);
/// How long a line that was given up in the middle may take to be done with its question.
const DONE: Duration = Duration::from_secs(6);
/// Between two tries to reach a database that takes nobody in.
const AGAIN: Duration = Duration::from_millis(50);

/// Lines of one thread. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Lines(Pool<Opener>);

#[derive(Debug)]
struct Opener {
    options: PgConnectOptions,
    pulse: Pulse,
}

impl Lines {
    /// At most so many, opened when they are needed.
    ///
    /// # Panics
    /// Never: only times without a runtime could not be kept.
    #[must_use]
    pub fn new(options: PgConnectOptions, pulse: Pulse, most: u32) -> Self {
        let lines = Pool::builder(Opener { options, pulse })
            .max_size(most as usize)
            // The one that was used last knows the statements, and has not rested.
            .queue_mode(QueueMode::Lifo)
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(PATIENCE))
            .create_timeout(Some(PATIENCE))
            .recycle_timeout(Some(PATIENCE));
        #[expect(clippy::expect_used, reason = "the runtime is set two lines above")]
        Self(lines.build().expect("a runtime"))
    }

    async fn line(&self) -> sqlx::Result<Line> {
        let line = self.0.get().await.map_err(|error| match error {
            PoolError::Backend(error) => error,
            PoolError::Closed => sqlx::Error::PoolClosed,
            _ => sqlx::Error::PoolTimedOut,
        })?;
        Ok(Line(Some(line)))
    }
}

impl Manager for Opener {
    type Type = PgConnection;
    type Error = sqlx::Error;

    async fn create(&self) -> sqlx::Result<PgConnection> {
        loop {
            match PgConnection::connect_with(&self.options).await {
                Err(error) if is_unreachable(&error) => sleep(AGAIN).await,
                opened => return opened,
            }
        }
    }

    async fn recycle(&self, line: &mut PgConnection, metrics: &Metrics) -> RecycleResult<sqlx::Error> {
        if self.pulse.is_from_before(metrics.age()) {
            return Err(sqlx::Error::WorkerCrashed.into());
        }
        if metrics.last_used() > RESTED {
            line.ping().await?;
        }
        Ok(())
    }
}

/// A line in use. Only one whose answer has been read to its end goes straight back.
struct Line(Option<Object<Opener>>);

impl Line {
    /// Asks, and gives the line back at once where the answer is whole.
    async fn ask<T>(
        mut self,
        ask: impl AsyncFnOnce(&mut PgConnection) -> sqlx::Result<T>,
    ) -> sqlx::Result<T> {
        let Some(line) = self.0.as_deref_mut() else { return Err(sqlx::Error::WorkerCrashed) };
        let answer = ask(line).await?;
        drop(self.0.take());
        Ok(answer)
    }
}

impl Drop for Line {
    /// Given up in the middle, or failed: it is waited for until it is well again, or closed.
    fn drop(&mut self) {
        if let Some(mut line) = self.0.take() {
            tokio::spawn(async move {
                if !timeout(DONE, line.ping()).await.is_ok_and(|well| well.is_ok()) {
                    drop(Object::take(line));
                }
            });
        }
    }
}

impl<'p> Executor<'p> for &Lines {
    type Database = Postgres;

    fn fetch_many<'e, 'q: 'e, E>(self, query: E) -> BoxStream<'e, sqlx::Result<Either<PgQueryResult, PgRow>>>
    where
        'p: 'e,
        E: 'q + Execute<'q, Postgres>,
    {
        let lines = self.clone();
        // Read to its end first: what a page asks for has a bound.
        let asked = async move {
            let line = lines.line().await?;
            let answers: Vec<_> = line.ask(async |line| line.fetch_many(query).try_collect().await).await?;
            Ok(stream::iter(answers).map(Ok))
        };
        asked.try_flatten_stream().boxed()
    }

    fn fetch_optional<'e, 'q: 'e, E>(self, query: E) -> BoxFuture<'e, sqlx::Result<Option<PgRow>>>
    where
        'p: 'e,
        E: 'q + Execute<'q, Postgres>,
    {
        let lines = self.clone();
        Box::pin(async move { lines.line().await?.ask(async |line| line.fetch_optional(query).await).await })
    }

    fn prepare_with<'e>(
        self,
        sql: SqlStr,
        parameters: &'e [PgTypeInfo],
    ) -> BoxFuture<'e, sqlx::Result<PgStatement>>
    where
        'p: 'e,
    {
        let lines = self.clone();
        Box::pin(async move {
            lines.line().await?.ask(async |line| line.prepare_with(sql, parameters).await).await
        })
    }

    fn describe<'e>(self, sql: SqlStr) -> BoxFuture<'e, sqlx::Result<Describe<Postgres>>>
    where
        'p: 'e,
    {
        let lines = self.clone();
        Box::pin(async move { lines.line().await?.ask(async |line| line.describe(sql).await).await })
    }
}
